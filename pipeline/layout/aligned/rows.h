// Columned lines -> rows: which lines are one row's, and where the header ends.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "pipeline/layout/aligned/columns.h"

namespace tarang::layout {

/// Lines [begin, end) of a table.
struct RowBand {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const RowBand&) const = default;
};

/// What rows are decided by.
struct RowEvidence {
    std::vector<bool> ruled;           ///< [i]: a rule parts line i from line i - 1 over most of the width
    std::vector<bool> numeric_column;  ///< most of what stands in it is numbers
    std::size_t rungs = 0;             ///< long rules that begin and end in the same places

    /// Top, header, one between rows, bottom: rules bound the rows.
    bool ladder() const { return rungs >= 4; }
};

RowEvidence row_evidence_of(const ColumnedLines& table, std::span<const Rule> rules);

/// Number of lines that head the table: those above the first rule, or above the first line of numbers.
std::size_t header_lines_of(const ColumnedLines& table, const RowEvidence& evidence);

/// The rows of lines [from, end). A line belongs to the row above where the row could not hold its words in
/// one line; two lines with numbers in one column are always two rows.
std::vector<RowBand> body_rows_of(const ColumnedLines& table, const RowEvidence& evidence, std::size_t from);

}  // namespace tarang::layout
