#include "pipeline/layout/ruled/grids.h"

#include <algorithm>
#include <cmath>

#include "pipeline/layout/ruled/edges.h"

namespace tarang::layout {
namespace {

// In multiples of the page's usual font size.
constexpr Points kReach = 0.2F;       // printers leave gaps
constexpr Points kThin = 0.4F;        // the lines of a double rule; no text fits between them
constexpr Points kRowHeight = 0.8F;   // less than one line of text is no row
constexpr Points kLeastReach = 1.5F;  // points
constexpr Points kMostReach = 4.0F;
// A border that is drawn for less than half of a cell's side does not divide.
constexpr Points kDrawnShare = 0.5F;
// More positions than any printed page holds; guards memory against hostile drawings.
constexpr std::size_t kMostPositions = 40'000;

/// Which stretches of a lattice's edges are drawn. Row and column steps are counted from 0.
class Borders {
public:
    Borders(const Lattice& lattice, const RuleGroup& group, Points reach)
        : columns_(lattice.columns.size() - 1),
          rows_(lattice.rows.size() - 1),
          below_(drawn(group.horizontal, lattice.rows, lattice.columns, reach)),
          right_(drawn(group.vertical, lattice.columns, lattice.rows, reach)) {}

    /// Whether row edge `edge` is drawn over column step `column`.
    bool row_edge(std::size_t edge, std::size_t column) const { return below_[edge * columns_ + column]; }
    bool column_edge(std::size_t edge, std::size_t row) const { return right_[edge * rows_ + row]; }

private:
    /// Each rule draws the edge that is nearest.
    static std::vector<bool> drawn(const std::vector<Rule>& rules, const std::vector<Points>& edges,
                                   const std::vector<Points>& steps, Points reach) {
        const std::size_t step_count = steps.size() - 1;
        std::vector<Points> covered(edges.size() * step_count, 0);
        for (const Rule& rule : rules) {
            const auto row = static_cast<std::size_t>(nearest(edges, rule.position));
            if (std::abs(edges[row] - rule.position) > reach) continue;
            for (std::size_t i = 0; i < step_count; ++i) {
                covered[row * step_count + i] += overlap(rule.start, rule.end, steps[i], steps[i + 1]);
            }
        }
        std::vector<bool> result(covered.size());
        for (std::size_t i = 0; i < covered.size(); ++i) {
            const std::size_t step = i % step_count;
            result[i] = covered[i] >= kDrawnShare * (steps[step + 1] - steps[step]);
        }
        return result;
    }

    static std::ptrdiff_t nearest(const std::vector<Points>& edges, Points position) {
        const auto after = std::lower_bound(edges.begin(), edges.end(), position);
        if (after == edges.begin()) return 0;
        const bool is_before = after == edges.end() || position - *(after - 1) <= *after - position;
        return after - edges.begin() - (is_before ? 1 : 0);
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<bool> below_;
    std::vector<bool> right_;
};

/// Covers the lattice with rectangular cells: each grows right, then down, where nothing is drawn.
class CellBuilder {
public:
    CellBuilder(const Lattice& lattice, const Borders& borders)
        : lattice_(lattice),
          borders_(borders),
          rows_(lattice.rows.size() - 1),
          columns_(lattice.columns.size() - 1),
          taken_(rows_ * columns_, false) {}

    std::vector<GridCell> build() {
        std::vector<GridCell> cells;
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t column = 0; column < columns_; ++column) {
                if (!taken_[row * columns_ + column]) cells.push_back(cell_at(row, column));
            }
        }
        return cells;
    }

private:
    GridCell cell_at(std::size_t row, std::size_t column) {
        std::size_t right = column + 1;
        while (right < columns_ && !taken_[row * columns_ + right] && !borders_.column_edge(right, row))
            ++right;
        std::size_t bottom = row + 1;
        while (bottom < rows_ && open_below(bottom, column, right)) ++bottom;
        for (std::size_t r = row; r < bottom; ++r) {
            for (std::size_t c = column; c < right; ++c) taken_[r * columns_ + c] = true;
        }
        GridCell cell;
        cell.row = static_cast<std::int32_t>(row);
        cell.column = static_cast<std::int32_t>(column);
        cell.row_span = static_cast<std::int32_t>(bottom - row);
        cell.column_span = static_cast<std::int32_t>(right - column);
        cell.box = {lattice_.columns[column], lattice_.rows[row], lattice_.columns[right],
                    lattice_.rows[bottom]};
        return cell;
    }

    bool open_below(std::size_t row, std::size_t column, std::size_t right) const {
        for (std::size_t c = column; c < right; ++c) {
            if (taken_[row * columns_ + c] || borders_.row_edge(row, c)) return false;
            if (c > column && borders_.column_edge(c, row)) return false;
        }
        // The cell must be closed at both sides in this row too, else the shape is no rectangle.
        const bool left_closed = column == 0 || borders_.column_edge(column, row);
        const bool right_closed = right == columns_ || borders_.column_edge(right, row);
        return left_closed && right_closed;
    }

    const Lattice& lattice_;
    const Borders& borders_;
    std::size_t rows_;
    std::size_t columns_;
    std::vector<bool> taken_;
};

/// Drops the edges between which and the next no cell has a side: a rule that ends at the table, as one drawn
/// in the text below it does, divides none of its cells.
void drop_unused_edges(Grid& grid, std::vector<Points>& edges, std::int32_t GridCell::*at,
                       std::int32_t GridCell::*span) {
    std::vector<bool> used(edges.size(), false);
    for (const GridCell& cell : grid.cells) {
        used[static_cast<std::size_t>(cell.*at)] = true;
        used[static_cast<std::size_t>(cell.*at + cell.*span)] = true;
    }
    if (std::find(used.begin(), used.end(), false) == used.end()) return;
    std::vector<std::int32_t> index;
    std::vector<Points> kept;
    for (std::size_t e = 0; e < edges.size(); ++e) {
        index.push_back(static_cast<std::int32_t>(kept.size()));
        if (used[e]) kept.push_back(edges[e]);
    }
    for (GridCell& cell : grid.cells) {
        const std::int32_t end = index[static_cast<std::size_t>(cell.*at + cell.*span)];
        cell.*at = index[static_cast<std::size_t>(cell.*at)];
        cell.*span = end - cell.*at;
    }
    edges = std::move(kept);
}

Grid grid_of(const Lattice& lattice, const RuleGroup& group, Points reach, Points thin) {
    const Borders borders(lattice, group, reach + thin / 2);
    Grid grid;
    grid.outline = {lattice.columns.front(), lattice.rows.front(), lattice.columns.back(),
                    lattice.rows.back()};
    grid.column_edges = lattice.columns;
    grid.row_edges = lattice.rows;
    grid.cells = CellBuilder(lattice, borders).build();
    drop_unused_edges(grid, grid.column_edges, &GridCell::column, &GridCell::column_span);
    drop_unused_edges(grid, grid.row_edges, &GridCell::row, &GridCell::row_span);
    grid.open_bottom = lattice.open_bottom;
    return grid;
}

bool inside_one_cell(const Grid& inner, const Grid& outer) {
    return std::any_of(outer.cells.begin(), outer.cells.end(), [&](const GridCell& cell) {
        return inner.outline.left >= cell.box.left && inner.outline.right <= cell.box.right &&
               inner.outline.top >= cell.box.top && inner.outline.bottom <= cell.box.bottom;
    });
}

void drop_nested(std::vector<Grid>& grids) {
    std::vector<bool> nested(grids.size(), false);
    for (std::size_t i = 0; i < grids.size(); ++i) {
        for (std::size_t j = 0; j < grids.size() && !nested[i]; ++j) {
            nested[i] = i != j && inside_one_cell(grids[i], grids[j]);
        }
    }
    std::size_t index = 0;
    std::erase_if(grids, [&](const Grid&) { return nested[index++]; });
}

}  // namespace

std::vector<Grid> ruled_grids(std::span<const Rule> rules, Points text_size) {
    const Points reach = std::clamp(kReach * text_size, kLeastReach, kMostReach);
    std::vector<Grid> grids;
    for (const RuleGroup& group : touching_rules(rules, reach)) {
        const Points thin = std::max(reach, kThin * text_size);
        const Lattice lattice = lattice_of(group, reach, thin, kRowHeight * text_size);
        if (lattice.columns.size() < 2 || lattice.rows.size() < 2) continue;
        if (lattice.columns.size() * lattice.rows.size() > kMostPositions) continue;
        Grid grid = grid_of(lattice, group, reach, thin);
        if (grid.cells.size() >= 2) grids.push_back(std::move(grid));
    }
    drop_nested(grids);
    std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
        return a.outline.top != b.outline.top ? a.outline.top < b.outline.top
                                              : a.outline.left < b.outline.left;
    });
    return grids;
}

}  // namespace tarang::layout
