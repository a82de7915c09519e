// The fields of one activity from the cells of its rows.
#pragma once

#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// The column that a cell's text belongs to: the activity's where it covers that, else the first of the
/// form's.
std::int32_t home_column(const ColumnMap& map, const CleanCell& cell);

/// What stands in one column of the rows: the texts of its cells one under the other, with all their pieces.
/// A cell that belongs to another column leaves this one blank, at the cell's place.
Field field_in(const TableView& view, const ColumnMap& map, const RowGroup& group, std::int32_t column);

/// By column, whether the table prints it: columns without a header and without any words are none.
std::vector<bool> printed_columns(const TableView& view, const ColumnMap& map);

/// Fills `fields` and `extra` of an activity from the printed columns.
void fill_fields(const TableView& view, const ColumnMap& map, const RowGroup& group,
                 const std::vector<bool>& printed, ActivityRecord& activity);

/// How findings name the field that the words of a column are in: "spent", "period" under months.
std::string field_name(const ColumnMap& map, std::size_t column);

/// One printed cell that stands for several values: money of several activities, or money or progress and
/// what else is in the columns that it covers.
struct SharedCell {
    std::string field;        ///< one of those that share it; that it has no words of its own says nothing
    std::string shared_with;  ///< headers, and the count of rows, for the message
    bool operator==(const SharedCell&) const = default;
};
/// Of each field once, in the order of the columns.
std::vector<SharedCell> shared_cells(const TableView& view, const ColumnMap& map, const RowGroup& group);

}  // namespace tarang::interpret
