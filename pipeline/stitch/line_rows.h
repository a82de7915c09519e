// Tables in which each printed line is a ruled row: a record is a row with a number and the rows below it
// that hold nothing but its further lines. Spreadsheets are filled in so, and printed so.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {

/// Columns that tell where a record begins: its number's, and those that records alone fill.
struct RecordColumns {
    std::int32_t key = 0;
    std::vector<std::int32_t> figures;  ///< with a figure in most records, amounts as a rule
    std::vector<std::int32_t> single;   ///< others, that one line of a record fills
};

/// Empty unless the rows without a number are further lines of the rows above them: the numbers count on, no
/// cell has two lines,
/// each stands right under a line of its column, nothing is counted or measured in them, at least two columns
/// are filled in the numbered rows alone, and the words of most records go on from row to row. A row without
/// a number that has an amount and another value of its own counts as numbered.
std::optional<RecordColumns> line_rows_of(const std::vector<TablePart>& parts, std::int32_t key_column);

/// The grid with each record's rows in one; rows before the first record are one as well, for they are the
/// rest of a record of the page before.
Grid with_whole_rows(const TablePart& part, const RecordColumns& columns);

}  // namespace tarang::stitch
