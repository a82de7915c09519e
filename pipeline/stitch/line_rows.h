// Tables in which each printed line is a ruled row: a record is a row with a number and the rows below it
// that hold nothing but its further lines. Spreadsheets are filled in so, and printed so.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {

/// Whether the table's rows without a number are further lines of the rows above them: no cell has two lines,
/// each stands right under a line of its column, nothing is counted or measured in them, at least two columns
/// are filled in the numbered rows alone, and the words of most records go on from row to row.
bool has_line_rows(const std::vector<TablePart>& parts, std::int32_t key_column);

/// The grid with each record's rows in one; rows before the first number are one as well, for they are the
/// rest of a record of the page before.
Grid with_whole_rows(const TablePart& part, std::int32_t key_column);

}  // namespace tarang::stitch
