// Values that stand in several columns: money in parts, targets by year, start and end, plan and what was
// done.
#pragma once

#include <optional>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/head/units.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Makes the field `period` of the columns of start and end, "start - end"; nothing where the form has no
/// such columns. The record has no other period.
void fill_period_field(const TableView& view, const ColumnMap& map, const RowGroup& group,
                       ActivityRecord& activity);

/// Adds what stands in a column of satang beside one of baht to the amount's field: "๖๕๘,๐๐๐" and "๕๐".
void add_satang(const TableView& view, const ColumnMap& map, const RowGroup& group, ActivityRecord& activity);

/// Where one of start and end is blank, the other alone says no more than itself.
void cut_open_period(const TableView& view, const ColumnMap& map, const RowGroup& group,
                     ActivityRecord& activity);

/// Fills amounts, targets_by_year and actual, and the sum of parts where no total is printed. The findings
/// flag the extra columns in which the parts stand.
std::vector<Finding> fill_parts(const TableView& view, const ColumnMap& map, const RowGroup& group,
                                const TableUnits& units, std::optional<BuddhistYear> fiscal_year,
                                ActivityRecord& activity);

}  // namespace tarang::interpret
