#include "models/cell_index.h"

#include <algorithm>

namespace tarang {

CellIndex::CellIndex(const Grid& grid)
    : rows_(grid.rows()),
      columns_(grid.columns()),
      cell_at_(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_), 0) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        for (std::int32_t r = cell.row; r < cell.row + cell.row_span; ++r) {
            for (std::int32_t c = cell.column; c < cell.column + cell.column_span; ++c) {
                cell_at_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) +
                         static_cast<std::size_t>(c)] = i;
            }
        }
    }
}

std::int32_t step_of(const std::vector<Points>& edges, Points value) {
    const auto after = std::upper_bound(edges.begin() + 1, edges.end() - 1, value);
    return static_cast<std::int32_t>(after - edges.begin()) - 1;
}

}  // namespace tarang
