// What must hold before aligned lines are called a table. A table that is none harms more than one that is
// missed: its words would be taken out of the running text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "pipeline/layout/aligned/rows.h"

namespace tarang::layout {

/// Why lines in columns are a table, or why they are none.
enum class TableVerdict : std::uint8_t {
    // tables
    kClosedByRules,
    kNumbersInColumns,
    kUnderARule,
    kShortTexts,
    // none
    kOneColumn,
    kTwoColumns,
    kScattered,
    kContents,
    kList,
    kTooFewRows,
    kProse,
    kJustified,
};
bool is_table(TableVerdict verdict);

/// For people who look at what was seen: "running text in columns".
std::string_view reason_of(TableVerdict verdict);

/// Numbers in columns, or rules above and below, or at least three columns of short texts over several rows
/// are evidence; lists, contents pages, forms to fill in and text in columns are not.
TableVerdict judge_table(const ColumnedLines& table, const RowEvidence& evidence, std::span<const Rule> rules,
                         std::size_t header_lines, std::span<const RowBand> body);

}  // namespace tarang::layout
