#include "pipeline/layout/ruled/joined_header.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "models/cell_index.h"

namespace tarang::layout {
namespace {

constexpr Points kGap =
    0.25F;  // of the font size: words of two columns are so far apart, those of one closer
constexpr std::int32_t kLeastColumns = 3;

/// The row's cell where it is alone; null elsewhere.
const GridCell* whole_row(const Grid& grid, std::size_t cell, std::int32_t columns) {
    return cell < grid.cells.size() && grid.cells[cell].column_span == columns ? &grid.cells[cell] : nullptr;
}

std::vector<const Cluster*> print_in(const GridCell& cell, std::span<const Cluster> clusters) {
    std::vector<const Cluster*> print;
    for (const Cluster& cluster : clusters) {
        if (!cluster.space && cluster.source == Source::kOcr &&
            cell.box.contains({cluster.box.center_x(), cluster.box.center_y()}))
            print.push_back(&cluster);
    }
    return print;
}

/// Whether the print on both sides of an edge is apart, all lines of it.
bool keeps_off(const std::vector<const Cluster*>& print, Points edge, const Rect& box) {
    Points left = box.left;
    Points right = box.right;
    Points size = 0;
    for (const Cluster* cluster : print) {
        if (cluster->box.center_x() < edge)
            left = std::max(left, cluster->box.right);
        else
            right = std::min(right, cluster->box.left);
        size = std::max(size, cluster->size);
    }
    return right - left >= kGap * size;
}

bool keeps_to_columns(const Grid& grid, const std::vector<const Cluster*>& print, const Rect& box) {
    std::vector<bool> filled(grid.column_edges.size() - 1, false);
    for (const Cluster* cluster : print)
        filled[static_cast<std::size_t>(step_of(grid.column_edges, cluster->box.center_x()))] = true;
    const auto count = std::count(filled.begin(), filled.end(), true);
    if (count < kLeastColumns || 4 * count < 3 * std::ssize(filled)) return false;
    return std::all_of(grid.column_edges.begin() + 1, grid.column_edges.end() - 1,
                       [&](Points edge) { return keeps_off(print, edge, box); });
}

/// Whether most of the rows below the first `above` have a cell for each column.
bool has_columns(const Grid& grid, std::int32_t above, std::int32_t columns) {
    const std::int32_t rows = static_cast<std::int32_t>(grid.row_edges.size()) - 1 - above;
    const auto single = std::count_if(grid.cells.begin(), grid.cells.end(), [above](const GridCell& cell) {
        return cell.row >= above && cell.column_span == 1 && cell.row_span == 1;
    });
    return rows > 0 && 2 * single > std::int64_t{rows} * columns;
}

}  // namespace

void cut_joined_header(Grid& grid, std::span<const Cluster> clusters) {
    const auto columns = static_cast<std::int32_t>(grid.column_edges.size()) - 1;
    if (columns < kLeastColumns) return;
    for (std::size_t i = 0; const GridCell* cell = whole_row(grid, i, columns); ++i) {
        if (!has_columns(grid, cell->row + cell->row_span, columns)) return;
        if (!keeps_to_columns(grid, print_in(*cell, clusters), cell->box)) continue;
        std::vector<GridCell> parts;
        for (std::int32_t column = 0; column < columns; ++column) {
            GridCell part = *cell;
            part.column = column;
            part.column_span = 1;
            part.box.left = grid.column_edges[static_cast<std::size_t>(column)];
            part.box.right = grid.column_edges[static_cast<std::size_t>(column) + 1];
            parts.push_back(std::move(part));
        }
        const auto at = grid.cells.erase(grid.cells.begin() + static_cast<std::ptrdiff_t>(i));
        grid.cells.insert(at, parts.begin(), parts.end());
        return;
    }
}

}  // namespace tarang::layout
