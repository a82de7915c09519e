// Rows beside one merged cell that names an activity: its sessions, places or shares, each with its own
// amount or time, or lines of one activity.
#pragma once

#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Whether each row of the group is a record, to which the merged cells belong as well: all rows have an
/// amount or a period of their own in one column, and in another a text of their own that is not the same in
/// all. Steps, sources of the money and kinds of cost ("ค่าอาหาร") are lines of one activity, whatever stands
/// beside them; so are rows of which one is a sum, and rows with one amount for all.
bool are_records(const TableView& view, const ColumnMap& map, const RowGroup& group);

}  // namespace tarang::interpret
