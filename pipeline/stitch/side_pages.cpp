#include "pipeline/stitch/side_pages.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/stitch/header.h"
#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {
namespace {

constexpr Points kSameEdge = 1.5F;  // printed from one sheet, so that only rounding differs
constexpr std::size_t kFewestRows = 4;

bool near(Points a, Points b) { return std::abs(a - b) <= kSameEdge; }

void move(Rect& box, Points dx) {
    box.left += dx;
    box.right += dx;
}

void move(GridCell& cell, Points dx) {
    move(cell.box, dx);
    for (TextLine& line : cell.lines) move(line.box, dx);
    for (CellMark& mark : cell.marks) move(mark.box, dx);
}

/// Without the shift that `same_columns` allows: sides may have columns as wide as the first page's.
bool stand_on_same_edges(const Grid& a, const Grid& b) {
    return std::equal(a.column_edges.begin(), a.column_edges.end(), b.column_edges.begin(),
                      b.column_edges.end(), near);
}

/// A row without words, where a section's row reaches over the columns of another page alone.
void add_gap(Grid& grid, Points bottom) {
    const Points top = grid.row_edges.back();
    for (std::int32_t column = 0; column < grid.columns(); ++column) {
        GridCell cell;
        cell.row = grid.rows();
        cell.column = column;
        const auto at = static_cast<std::size_t>(column);
        cell.box = {grid.column_edges[at], top, grid.column_edges[at + 1], bottom};
        grid.cells.push_back(std::move(cell));
    }
    grid.row_edges.push_back(bottom);
}

/// The grids of a page as one: its only one, or several that stand above each other with the same columns.
std::optional<Grid> only_grid(const PageLayout& page) {
    if (page.grids.empty() || page.info.source != Source::kTextLayer || page.info.upright)
        return std::nullopt;
    Grid whole = page.grids.front();
    for (auto next = page.grids.begin() + 1; next != page.grids.end(); ++next) {
        if (!stand_on_same_edges(whole, *next) || next->outline.top < whole.outline.bottom - kSameEdge)
            return std::nullopt;
        if (next->outline.top > whole.outline.bottom + kSameEdge) add_gap(whole, next->outline.top);
        const std::int32_t rows = whole.rows();
        for (GridCell cell : next->cells) {
            cell.row += rows;
            whole.cells.push_back(std::move(cell));
        }
        whole.row_edges.insert(whole.row_edges.end(), next->row_edges.begin() + 1, next->row_edges.end());
        whole.outline.bottom = next->outline.bottom;
    }
    return whole.rows() < static_cast<std::int32_t>(kFewestRows) ? std::nullopt
                                                                 : std::optional(std::move(whole));
}

bool same_rows(const Grid& a, const Grid& b) {
    const auto& fewer = a.row_edges.size() <= b.row_edges.size() ? a.row_edges : b.row_edges;
    const auto& more = &fewer == &a.row_edges ? b.row_edges : a.row_edges;
    return near(a.row_edges.front(), b.row_edges.front()) && near(a.row_edges.back(), b.row_edges.back()) &&
           std::all_of(fewer.begin(), fewer.end(), [&more](Points edge) {
               return std::any_of(more.begin(), more.end(),
                                  [edge](Points other) { return near(edge, other); });
           });
}

bool numbers_rows(const Grid& grid) {
    const GridView view(grid);
    return key_column_of({{PageNumber{1}, view, header_rows_of(view)}}).has_value();
}

/// What their paper and the ends of their grids say already: asked of all pages, so that no grid is copied
/// and no row's number read where nothing can stand beside a page.
bool may_stand_beside(const PageLayout& page, const PageLayout& later) {
    if (page.grids.empty() || later.grids.empty()) return false;
    const auto top = [](const PageLayout& of) { return of.grids.front().row_edges.front(); };
    const auto bottom = [](const PageLayout& of) { return of.grids.back().row_edges.back(); };
    return near(page.info.width, later.info.width) && near(page.info.height, later.info.height) &&
           near(top(page), top(later)) && near(bottom(page), bottom(later)) &&
           !stand_on_same_edges(page.grids.front(), later.grids.front());
}

std::vector<Points> all_edges(const Grid& a, const Grid& b) {
    std::vector<Points> edges = a.row_edges;
    for (const Points edge : b.row_edges) {
        const bool known =
            std::any_of(edges.begin(), edges.end(), [edge](Points e) { return near(e, edge); });
        if (!known) edges.push_back(edge);
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

/// The cell's rows counted by other edges, of which its own are some.
void count_rows(GridCell& cell, const std::vector<Points>& own, const std::vector<Points>& edges) {
    const auto index_of = [&edges](Points edge) {
        const auto at = std::find_if(edges.begin(), edges.end(), [edge](Points e) { return near(e, edge); });
        return static_cast<std::int32_t>(at - edges.begin());
    };
    const std::int32_t top = index_of(own[static_cast<std::size_t>(cell.row)]);
    const std::int32_t bottom = index_of(own[static_cast<std::size_t>(cell.row + cell.row_span)]);
    cell.row = top;
    cell.row_span = bottom - top;
}

/// A header over columns on both sides of the paper's edge is printed on the left; its rest is empty.
void close_cut_header(Grid& grid, std::int32_t first) {
    const auto cell_at = [&grid](std::int32_t row, std::int32_t column) {
        return std::find_if(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
            return cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
                   column < cell.column + cell.column_span;
        });
    };
    const auto right = cell_at(0, first);
    const auto left = cell_at(0, first - 1);
    if (right == grid.cells.end() || left == grid.cells.end() || left == right) return;
    const auto below = cell_at(right->row + right->row_span, first);
    const bool heads = below != grid.cells.end() && !below->lines.empty() && left->column_span > 1;
    if (!right->lines.empty() || left->lines.empty() || right->row_span != left->row_span || !heads) return;
    left->column_span += right->column_span;
    left->box.right = right->box.right;
    grid.cells.erase(right);
}

SideColumns set_beside(Grid& grid, Grid right, PageNumber page) {
    const std::vector<Points> edges = all_edges(grid, right);
    const Points shift = grid.column_edges.back() - right.column_edges.front();
    const std::int32_t first = grid.columns();
    const SideColumns side{page, grid.column_edges.back(), shift};
    for (GridCell& cell : grid.cells) count_rows(cell, grid.row_edges, edges);
    for (GridCell& cell : right.cells) {
        count_rows(cell, right.row_edges, edges);
        cell.column += first;
        move(cell, shift);
        grid.cells.push_back(std::move(cell));
    }
    for (std::size_t i = 1; i < right.column_edges.size(); ++i)
        grid.column_edges.push_back(right.column_edges[i] + shift);
    grid.row_edges = edges;
    grid.outline.right = grid.column_edges.back();
    close_cut_header(grid, first);
    std::stable_sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return side;
}

}  // namespace

SidePages join_side_pages(std::vector<PageLayout>& pages) {
    SidePages sides;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const auto beside = [&page = pages[p]](const PageLayout& later) {
            return may_stand_beside(page, later);
        };
        const auto next = pages.begin() + static_cast<std::ptrdiff_t>(p) + 1;
        if (std::none_of(next, pages.end(), beside)) continue;
        const std::optional<Grid> first = only_grid(pages[p]);
        if (!first || !numbers_rows(*first)) continue;
        Grid joined = *first;
        std::vector<Grid> found;
        for (std::size_t later = p + 1; later < pages.size(); ++later) {
            std::optional<Grid> grid = only_grid(pages[later]);
            if (!grid) continue;
            const bool again = stand_on_same_edges(*grid, *first) ||
                               std::any_of(found.begin(), found.end(), [&grid](const Grid& side) {
                                   return stand_on_same_edges(side, *grid);
                               });
            // Pages run down before they run right: the next rows of the sheet may stand between.
            if (again) continue;
            if (numbers_rows(*grid)) break;
            if (!beside(pages[later]) || !same_rows(*first, *grid)) continue;
            found.push_back(*grid);
            sides[pages[p].info.number.value].push_back(
                set_beside(joined, std::move(*grid), pages[later].info.number));
            pages[later].grids.clear();
        }
        if (!found.empty()) pages[p].grids = {std::move(joined)};
    }
    return sides;
}

const SideColumns* side_of(const SidePages& sides, PageNumber page, const Rect& box) {
    const auto found = sides.find(page.value);
    if (found == sides.end()) return nullptr;
    const SideColumns* last = nullptr;
    for (const SideColumns& side : found->second) {
        if (box.center_x() > side.left) last = &side;
    }
    return last;
}

GridCell as_printed(const SideColumns& side, GridCell cell) {
    move(cell, -side.shift);
    return cell;
}

}  // namespace tarang::stitch
