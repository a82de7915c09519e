// Which of several columns of money is what the others come to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// An amount as its column prints it, without the column's unit, in hundredths; 0 for blanks and dashes.
/// Nothing where the cell has no amount that can be read, or begins in another row.
std::optional<std::int64_t> amount_at(const TableView& view, std::int32_t row, std::size_t column);

/// The column, of three at least, that in nearly every row with amounts of others is what they come to. A
/// slip of the pen is none.
std::optional<std::size_t> sum_of_others(const TableView& view, std::int32_t header_rows,
                                         std::span<const std::size_t> columns);

/// The same on a scan, where rows may be misread: the first or last of the columns, in most rows and in three
/// at least that have several amounts beside it.
std::optional<std::size_t> sum_on_scan(const TableView& view, std::int32_t header_rows,
                                       std::span<const std::size_t> columns);

/// Whether two columns of a scan hold the same amounts in most rows, two at least: one is the other's total.
bool same_amounts(const TableView& view, std::int32_t header_rows, std::size_t a, std::size_t b);

}  // namespace tarang::interpret
