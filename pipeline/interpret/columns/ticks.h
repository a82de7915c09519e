// Status as columns of their own: a mark under "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Neighbouring columns whose headers each say a status, two different ones at least, or stand under one
/// result's header, and whose cells below hold marks and little else: by column, whether it is one of them.
std::vector<bool> status_columns(const TableView& view, const ColumnMap& map, const Profile& profile);

/// What the marks of one activity say.
struct Ticked {
    Field field;       ///< the headers of the marked columns, joined by a space; the marks' places
    bool odd = false;  ///< words stand where marks belong
    bool operator==(const Ticked&) const = default;
};
Ticked ticked_in(const TableView& view, const ColumnMap& map, const RowGroup& group);

/// Whether a column of the body is told as prose rather than as a status: most cells are long, and none says
/// a status.
bool is_narrative(const TableView& view, std::int32_t column, std::int32_t header_rows,
                  const Profile& profile);

/// Whether a column of the body says a status in most of its cells with words, in two at least.
bool holds_statuses(const TableView& view, std::int32_t column, std::int32_t header_rows,
                    const Profile& profile);

}  // namespace tarang::interpret
