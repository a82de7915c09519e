#include "pipeline/stitch/counted_cells.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {
namespace {

constexpr std::int32_t kKeyColumns = 3;  // numbers of rows stand no farther right

/// The cell's parts, one for each of its rows; nothing where the rows do not count on. The table's first row
/// may have the header of the numbers.
std::optional<std::vector<GridCell>> counted_rows(const GridCell& cell, const Grid& grid) {
    std::vector<GridCell> rows;
    std::string before;
    auto line = cell.lines.begin();
    for (std::int32_t r = cell.row; r < cell.row + cell.row_span; ++r) {
        const auto edge = static_cast<std::size_t>(r);
        GridCell part = cell;
        part.row = r;
        part.row_span = 1;
        part.box.top = std::max(cell.box.top, grid.row_edges[edge]);
        part.box.bottom = std::min(cell.box.bottom, grid.row_edges[edge + 1]);
        part.lines.clear();
        std::string number;
        for (; line != cell.lines.end(); ++line) {
            const bool last = r + 1 == cell.row + cell.row_span;
            if (!last && line->box.center_y() > part.box.bottom) break;
            if (is_key(line->text)) {
                if (!number.empty()) return std::nullopt;
                number = line->text;
            }
            part.lines.push_back(*line);
        }
        const bool header = r == 0 && number.empty() && heads_keys(joined_text(part.lines));
        if (!header && (number.empty() || (!before.empty() && !is_next_key(before, number))))
            return std::nullopt;
        before = number;
        std::erase_if(part.marks, [&](const CellMark& mark) {
            const Points middle = mark.box.center_y();
            return middle <= part.box.top || middle > part.box.bottom;
        });
        rows.push_back(std::move(part));
    }
    return rows;
}

void part_cells(Grid& grid) {
    std::vector<GridCell> cells;
    for (GridCell& cell : grid.cells) {
        const bool may_count = cell.row_span > 1 && cell.column_span == 1 && cell.column < kKeyColumns &&
                               std::ssize(cell.lines) >= cell.row_span;
        if (auto rows = may_count ? counted_rows(cell, grid) : std::nullopt)
            std::move(rows->begin(), rows->end(), std::back_inserter(cells));
        else
            cells.push_back(std::move(cell));
    }
    std::stable_sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    grid.cells = std::move(cells);
}

}  // namespace

void part_counted_cells(std::vector<PageLayout>& pages) {
    for (PageLayout& page : pages) {
        if (page.info.source != Source::kOcr) continue;
        for (Grid& grid : page.grids) part_cells(grid);
    }
}

}  // namespace tarang::stitch
