#include "pipeline/stitch/cut_header.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {
namespace {

constexpr std::int32_t kMostRows = 3;  // of a header on either page
constexpr std::int32_t kFewestColumns = 3;
constexpr Points kSlack = 3;  // points that an edge may move between pages

/// The column of numbers, where the grid is nothing but a header.
std::optional<std::int32_t> numbers_of_header(const GridView& grid) {
    if (grid.rows() > kMostRows || grid.columns() < kFewestColumns) return std::nullopt;
    const std::vector<const GridCell*> cells = grid.starting_in(0);
    const auto empty = [](const GridCell* cell) { return cell->lines.empty(); };
    if (std::any_of(cells.begin(), cells.end(), empty)) return std::nullopt;
    const auto numbers = key_column_of({{PageNumber{1}, grid, grid.rows()}});
    for (std::int32_t row = 0; numbers && row < grid.rows(); ++row) {
        if (is_key(grid.text(row, *numbers))) return std::nullopt;
    }
    return numbers;
}

/// Which of the ascending edges lies at `x`.
std::optional<std::int32_t> edge_at(const std::vector<Points>& edges, Points x) {
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (std::abs(edges[i] - x) <= kSlack) return static_cast<std::int32_t>(i);
    }
    return std::nullopt;
}

/// For each edge of the upper grid's columns the lower's; empty where one has none.
std::vector<std::int32_t> same_edges(const Grid& upper, const Grid& lower) {
    std::vector<std::int32_t> edges;
    for (const Points x : upper.column_edges) {
        const auto edge = edge_at(lower.column_edges, x);
        if (!edge || (!edges.empty() && *edge <= edges.back())) return {};
        edges.push_back(*edge);
    }
    const bool whole = !edges.empty() && edges.front() == 0 && edges.back() == lower.columns();
    return whole ? edges : std::vector<std::int32_t>{};
}

/// How many of the lower grid's rows belong to the header above it; empty where it goes on otherwise.
std::optional<std::int32_t> rows_of_header(const GridView& whole, std::int32_t rows_before,
                                           std::int32_t numbers, bool open) {
    std::int32_t row = rows_before;
    for (; row < whole.rows() && !is_key(whole.text(row, numbers)); ++row) {
        if (row - rows_before >= kMostRows) return std::nullopt;
        int filled = 0;
        for (const GridCell* cell : whole.starting_in(row)) {
            if (cell->column_span > 1 || (cell->column == numbers && !cell->lines.empty()))
                return std::nullopt;
            filled += cell->lines.empty() ? 0 : 1;
        }
        if (filled == 0 || (filled == 1 && !open)) return std::nullopt;
    }
    return row < whole.rows() ? std::optional(row) : std::nullopt;
}

/// Cells of the header's last row above the break and its first below it are one where they have the same
/// columns. It stands where its end does: the lines above take no room there.
void join_cells(std::int32_t rows_before, Grid& grid) {
    for (GridCell& lower : grid.cells) {
        if (lower.row != rows_before) continue;
        const auto upper = std::find_if(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
            return cell.row < rows_before && cell.row + cell.row_span == rows_before &&
                   cell.column == lower.column && cell.column_span == lower.column_span;
        });
        if (upper == grid.cells.end()) continue;
        std::vector<TextLine> lines = std::move(upper->lines);
        for (TextLine& line : lines) line.box.top = line.box.bottom = lower.box.top;
        lines.insert(lines.end(), lower.lines.begin(), lower.lines.end());
        lower.lines = std::move(lines);
        lower.row_span += lower.row - upper->row;
        lower.row = upper->row;
        grid.cells.erase(upper);
        // The cells after the erased one have moved up.
        return join_cells(rows_before, grid);
    }
}

}  // namespace

std::optional<WholeHeader> whole_header(const GridView& upper, const GridView& lower) {
    const auto numbers = numbers_of_header(upper);
    if (!numbers) return std::nullopt;
    const std::vector<std::int32_t> edges = same_edges(upper.grid(), lower.grid());
    if (edges.empty()) return std::nullopt;
    WholeHeader whole{lower.grid(), upper.rows(), 0};
    Grid& grid = whole.grid;
    for (GridCell& cell : grid.cells) cell.row += upper.rows();
    const std::vector<Points>& rows = upper.grid().row_edges;
    const Points down = grid.row_edges.front() - rows.back();
    for (std::size_t i = rows.size() - 1; i-- > 0;)
        grid.row_edges.insert(grid.row_edges.begin(), rows[i] + down);
    std::vector<GridCell> cells = upper.grid().cells;
    for (GridCell& cell : cells) {
        const std::int32_t first = edges[static_cast<std::size_t>(cell.column)];
        const std::int32_t end = edges[static_cast<std::size_t>(cell.column + cell.column_span)];
        cell.column = first;
        cell.column_span = end - first;
    }
    grid.cells.insert(grid.cells.begin(), cells.begin(), cells.end());
    const auto header = rows_of_header(GridView(grid), whole.rows_before,
                                       edges[static_cast<std::size_t>(*numbers)], upper.grid().open_bottom);
    if (!header) return std::nullopt;
    whole.header_rows = *header;
    if (whole.header_rows > whole.rows_before) join_cells(whole.rows_before, grid);
    return whole;
}

}  // namespace tarang::stitch
