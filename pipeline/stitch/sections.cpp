#include "pipeline/stitch/sections.h"

#include <algorithm>
#include <string>

#include "lib/thai/compare.h"
#include "pipeline/stitch/header.h"

namespace tarang::stitch {
namespace {

bool spans_all(const GridView& grid, std::int32_t row) {
    const GridCell& cell = grid.at(row, 0);
    return cell.row == row && cell.row_span == 1 && cell.column_span == grid.columns();
}

/// Whether no cell reaches over the edge above a row.
bool parts(const GridView& grid, std::int32_t row) {
    const auto& cells = grid.grid().cells;
    return std::none_of(cells.begin(), cells.end(), [row](const GridCell& cell) {
        return cell.row < row && cell.row + cell.row_span > row;
    });
}

Grid rows_of(const Grid& grid, std::int32_t from, std::int32_t to) {
    Grid part;
    part.column_edges = grid.column_edges;
    part.row_edges.assign(grid.row_edges.begin() + from, grid.row_edges.begin() + to + 1);
    part.outline = {grid.outline.left, part.row_edges.front(), grid.outline.right, part.row_edges.back()};
    part.open_bottom = grid.open_bottom && to == grid.rows();
    for (const GridCell& cell : grid.cells) {
        if (cell.row < from || cell.row >= to) continue;
        part.cells.push_back(cell);
        part.cells.back().row -= from;
    }
    return part;
}

/// Rows over all columns that begin a row.
std::int32_t title_rows(const GridView& grid, std::int32_t row) {
    std::int32_t rows = 0;
    while (row + rows < grid.rows() && spans_all(grid, row + rows)) ++rows;
    return rows;
}

/// Where cards begin: a title over all columns, the header under it, and again with another title. `header`
/// is how many rows the first title and the header have.
std::vector<std::int32_t> cards_of(const GridView& grid, std::int32_t header) {
    const std::int32_t titles = grid.columns() > 1 ? title_rows(grid, 0) : 0;
    if (titles == 0 || titles >= header) return {};
    std::vector<std::int32_t> begins{0};
    for (std::int32_t r = header; r + header <= grid.rows(); ++r) {
        if (title_rows(grid, r) != titles || !parts(grid, r) || !parts(grid, r + header)) continue;
        if (!same_header(grid, r, grid, header) || thai::same(grid.text(r, 0), grid.text(0, 0))) continue;
        begins.push_back(r);
        r += header - 1;
    }
    return begins.size() > 1 ? begins : std::vector<std::int32_t>{};
}

}  // namespace

std::vector<GridSection> sections_of(const Grid& grid, const GridView& table, std::int32_t header_rows) {
    const GridView view(grid);
    const std::int32_t own = header_rows_of(view);
    const GridView& model = own > 0 ? view : table;
    const std::int32_t rows = own > 0 ? own : header_rows;
    std::vector<GridSection> sections;
    const std::vector<std::int32_t> cards = cards_of(view, own);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const std::int32_t end = i + 1 < cards.size() ? cards[i + 1] : view.rows();
        const std::int32_t titles = title_rows(view, cards[i]);
        std::vector<TextLine> over;
        for (std::int32_t t = cards[i]; t < cards[i] + titles; ++t) {
            const std::vector<TextLine>& lines = view.at(t, 0).lines;
            over.insert(over.end(), lines.begin(), lines.end());
        }
        sections.push_back({rows_of(grid, cards[i] + titles, end), std::move(over)});
    }
    if (!sections.empty()) return sections;
    std::int32_t from = 0;
    std::vector<TextLine> over;
    const auto close = [&](std::int32_t to) {
        if (to > from) sections.push_back({rows_of(grid, from, to), std::move(over)});
        over.clear();
    };
    if (rows > 0 && model.columns() == view.columns()) {
        for (std::int32_t r = std::max(own, 1); r + rows <= view.rows(); ++r) {
            if (!parts(view, r) || !parts(view, r + rows) || !same_header(view, r, model, rows)) continue;
            std::int32_t top = r;
            while (top > from && spans_all(view, top - 1)) --top;
            close(top);
            for (std::int32_t t = top; t < r; ++t) {
                const std::vector<TextLine>& lines = view.at(t, 0).lines;
                over.insert(over.end(), lines.begin(), lines.end());
            }
            from = r;
            r += rows - 1;
        }
    }
    if (sections.empty() && from == 0) return {{std::nullopt, {}}};
    close(view.rows());
    return sections;
}

}  // namespace tarang::stitch
