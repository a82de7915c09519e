// What the rows of a table's body are.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

enum class RowKind : std::uint8_t {
    kBlank,  ///< no words at all
    kActivity,
    kTotal,
    kSection,  ///< a heading across the table
    kSignature,
    kRemark,   ///< notes, column numbers, repeated headers, numbers of a form's unused lines
    kUnknown,  ///< has words and is none of these: kept, with a finding
};

/// Neighbouring rows that one cell of the key column makes one: rows first..last of the table.
struct RowGroup {
    std::int32_t first = 0;
    std::int32_t last = 0;
    bool operator==(const RowGroup&) const = default;
};

/// All rows of the body in groups. Rows under a merged activity belong together, unless each has a number, or
/// an amount or time (merged_rows.h); so do rows of a sheet that hold a record's further lines (line_rows.h).
std::vector<RowGroup> row_groups(const TableView& view, const ColumnMap& map);

/// Of a record of plan and result the row of the plan; else all its rows.
RowGroup planned_rows(const ColumnMap& map, const RowGroup& group);

RowKind kind_of_row(const TableView& view, const ColumnMap& map, const RowGroup& group,
                    const Profile& profile);

/// The column that tells activities apart: the activity's, else the first of the form's that is not the
/// number.
std::optional<std::int32_t> key_column(const ColumnMap& map);

/// The cells that begin in the group, by column, then row.
std::vector<const CleanCell*> cells_beginning_in(const TableView& view, const RowGroup& group);

}  // namespace tarang::interpret
