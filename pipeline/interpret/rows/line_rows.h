// Sheets in which a record's further lines stand in rows of their own.
#pragma once

#include <vector>

#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// The groups of an office file's table with those joined that hold nothing but the further lines of the
/// numbered row above them. (Of printed pages stitch joins them, where it sees whether lines are full.) A row
/// is such a line where it has no number and no figures, leaves empty what numbered rows alone fill, and each
/// of its words stands under words of its column. The habit must be the table's: two columns beside the
/// number that numbered rows alone fill, a line under one record in three, few other rows without a number,
/// and names that go on rather than list items.
std::vector<RowGroup> with_line_rows(const TableView& view, const ColumnMap& map,
                                     std::vector<RowGroup> groups);

}  // namespace tarang::interpret
