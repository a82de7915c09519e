// A table by position: which cell covers it.
#pragma once

#include <cstdint>
#include <vector>

#include "models/table.h"

namespace tarang::interpret {

/// Looks into a table that outlives it. Safe on any cells: spans are cut at the table's edges, positions that
/// nothing covers have none, and a table larger than any paper is treated as empty.
class TableView {
public:
    explicit TableView(const CleanTable& table);

    const CleanTable& table() const { return *table_; }
    std::int32_t rows() const { return rows_; }
    std::int32_t columns() const { return columns_; }

    /// Null where nothing covers the position.
    const CleanCell* at(std::int32_t row, std::int32_t column) const;

    /// The cells of rows `first`..`last`, each once, by column, then row.
    std::vector<const CleanCell*> cells_of(std::int32_t first, std::int32_t last) const;

private:
    const CleanTable* table_;
    std::int32_t rows_ = 0;
    std::int32_t columns_ = 0;
    std::vector<std::int32_t> owner_;  ///< index of the covering cell, -1 for none
};

/// Whether the table's header was read from an image.
bool has_scanned_header(const TableView& view);

/// The cells with words that begin in one of the rows from `first` on, by what covers a column.
std::vector<const CleanCell*> cells_below(const TableView& view, std::int32_t first, std::int32_t column);

/// Whether a cell's words reach over the whole width of its table.
bool spans_all(const TableView& view, const CleanCell& cell);

}  // namespace tarang::interpret
