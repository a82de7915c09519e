// Status as columns of their own: a mark under "แล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Neighbouring columns whose headers each say a status, two different ones at least, or stand under one
/// result's header, and whose cells below hold marks and little else, or words in one of them a row: by
/// column, whether it is one of them.
std::vector<bool> status_columns(const TableView& view, const ColumnMap& map, const Profile& profile,
                                 HeaderCache& cache);

/// What the marks of one activity say.
struct Ticked {
    Field field;  ///< the headers of the marked columns, joined by a space; the marks' places
    std::vector<ExtraField>
        words;         ///< what fills the column where words do instead of marks, under its header
    bool odd = false;  ///< words among marks, or in two columns: what the status is stays open
    bool operator==(const Ticked&) const = default;
};
Ticked ticked_in(const TableView& view, const ColumnMap& map, const RowGroup& group);

/// Whether a column of the body is told as prose rather than as a status: most cells are long, and none says
/// a status.
bool is_narrative(const TableView& view, std::int32_t column, std::int32_t header_rows,
                  const Profile& profile);

}  // namespace tarang::interpret
