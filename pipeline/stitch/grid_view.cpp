#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

std::string joined_text(const std::vector<TextLine>& lines) {
    std::string joined;
    for (const TextLine& line : lines) joined += line.text;
    return joined;
}

GridView::GridView(const Grid& grid)
    : grid_(&grid),
      cell_at_(static_cast<std::size_t>(grid.rows()) * static_cast<std::size_t>(grid.columns()), 0) {
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        const GridCell& cell = grid.cells[i];
        for (std::int32_t r = cell.row; r < cell.row + cell.row_span; ++r) {
            for (std::int32_t c = cell.column; c < cell.column + cell.column_span; ++c) {
                cell_at_[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns()) +
                         static_cast<std::size_t>(c)] = static_cast<std::int32_t>(i);
            }
        }
    }
}

const GridCell& GridView::at(std::int32_t row, std::int32_t column) const {
    const std::size_t place = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) +
                              static_cast<std::size_t>(column);
    return grid_->cells[static_cast<std::size_t>(cell_at_[place])];
}

std::vector<const GridCell*> GridView::starting_in(std::int32_t row) const {
    std::vector<const GridCell*> cells;
    for (std::int32_t column = 0; column < columns();) {
        const GridCell& cell = at(row, column);
        if (cell.row == row) cells.push_back(&cell);
        column = cell.column + cell.column_span;
    }
    return cells;
}

}  // namespace tarang::stitch
