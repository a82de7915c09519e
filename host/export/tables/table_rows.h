// A table's cells row by row, as csv and html write them.
#pragma once

#include <algorithm>
#include <vector>

#include "models/table.h"

namespace tarang::exporting {

/// For each row the cells that begin in it, in column order.
inline std::vector<std::vector<const CleanCell*>> cells_by_row(const CleanTable& table) {
    std::vector<std::vector<const CleanCell*>> rows(static_cast<std::size_t>(std::max(0, table.rows)));
    for (const CleanCell& cell : table.cells) {
        const bool inside = cell.row >= 0 && cell.row < table.rows;
        if (inside) rows[static_cast<std::size_t>(cell.row)].push_back(&cell);
    }
    for (auto& row : rows) {
        std::sort(row.begin(), row.end(),
                  [](const CleanCell* a, const CleanCell* b) { return a->column < b->column; });
    }
    return rows;
}

}  // namespace tarang::exporting
