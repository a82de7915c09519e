// What a table's amounts count: baht, or thousands and millions of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/values/money.h"

namespace tarang::interpret {

/// The units of a table's columns of money, by column: "" is baht; "พัน", "หมื่น", "แสน" or "ล้าน".
struct TableUnits {
    std::vector<std::string> columns;
    std::string doubtful;  ///< a caption whose unit no column took, as printed: then no amount is sure

    MoneyUnits of_fields(const ColumnMap& map) const;
};

/// The unit stands in a column's own header at any level ("งบประมาณ (ล้านบาท)"), else in a caption: a line
/// over the table, a header cell over its whole width or its first row, which says "หน่วย : ล้านบาท" or nothing
/// but a unit. A caption that says several units, or another than every header does, makes all amounts
/// doubtful.
TableUnits units_of(const TableView& view, const ColumnMap& map);

/// Whether a line over a table is such a caption and nothing else.
bool is_unit_caption(const std::string& text);

/// The unit that a text says: "" is baht. Nothing where it names no unit of money.
std::optional<std::string> unit_in(const std::string& text);

}  // namespace tarang::interpret
