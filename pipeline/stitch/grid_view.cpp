#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

std::string joined_text(const std::vector<TextLine>& lines) {
    std::string joined;
    for (const TextLine& line : lines) joined += line.text;
    return joined;
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
