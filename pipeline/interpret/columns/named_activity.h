// Which column names what is done, where no header says so.
#pragma once

#include <vector>

#include "pipeline/interpret/columns/assignment.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// In a table of any form: an activity that counts the rows is their number, and one that holds codes gives
/// way to another column whose header has the word and that says something else in every row.
void leave_codes(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                 ColumnMap& map);

/// Gives the activity to a column of a table that has none: one that tells what came of activities and names
/// them; one of indicators; the finest of projects, guidelines, strategies and steps ("ชุดโครงการ",
/// "แนวทางการพัฒนา", "ขั้นตอน") that says something else in every row; an unknown one among columns that tell of
/// activities. Steps count only where months or dates stand beside them: how long each takes is a service's.
/// `fits`: of each column's header.
void tell_activity(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                   ColumnMap& map);

}  // namespace tarang::interpret
