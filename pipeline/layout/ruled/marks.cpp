#include "pipeline/layout/ruled/marks.h"

#include <algorithm>
#include <iterator>

#include "models/cell_index.h"

namespace tarang::layout {
namespace {

// A line nearer to a cell's edge is its border, drawn with care or without.
constexpr Points kBorder = 2;
// Parts thinner than this are overlaps of neighbours' edges.
constexpr Points kLeastPart = 0.5F;
// Hostile drawings: so many parts on a page are no marks of a table.
constexpr std::size_t kMostParts = 100'000;

float share(Points part, Points whole) { return whole > 0 ? std::clamp(part / whole, 0.0F, 1.0F) : 0; }

/// A drawing that may mark cells.
struct Drawing {
    CellMark::Kind kind = CellMark::Kind::kLine;
    Rect box;
    Colour colour = 0;
    bool one_row = true;  ///< belongs to one row only
};

class Marker {
public:
    explicit Marker(std::vector<Grid>& grids) : grids_(&grids) {
        for (const Grid& grid : grids) cells_.emplace_back(grid);
    }

    void mark(const Drawing& drawing) {
        for (std::size_t g = 0; g < grids_->size(); ++g) {
            if ((*grids_)[g].outline.intersects(drawing.box)) mark((*grids_)[g], cells_[g], drawing);
        }
    }

private:
    void mark(Grid& grid, const CellIndex& cells, const Drawing& drawing) {
        const Points middle = drawing.box.center_y();
        const std::int32_t top = step_of(grid.row_edges, drawing.one_row ? middle : drawing.box.top);
        const std::int32_t bottom = drawing.one_row ? top : step_of(grid.row_edges, drawing.box.bottom);
        const std::int32_t left = step_of(grid.column_edges, drawing.box.left);
        const std::int32_t right = step_of(grid.column_edges, drawing.box.right);
        for (std::int32_t row = top; row <= bottom; ++row) {
            for (std::int32_t column = left; column <= right; ++column) {
                GridCell& cell = grid.cells[cells.at(row, column)];
                const bool first = row == std::max(top, cell.row) && column == std::max(left, cell.column);
                if (first) add_part(cell, drawing);
            }
        }
    }

    void add_part(GridCell& cell, const Drawing& drawing) {
        if (!cell.box.intersects(drawing.box) || parts_ >= kMostParts) return;
        const Points middle = drawing.box.center_y();
        if (drawing.kind == CellMark::Kind::kLine &&
            (middle < cell.box.top + kBorder || middle > cell.box.bottom - kBorder))
            return;
        const Rect part = intersection(cell.box, drawing.box);
        if (part.width() < kLeastPart) return;
        ++parts_;
        cell.marks.push_back({drawing.kind, part, share(part.width(), cell.box.width()),
                              share(part.height(), cell.box.height()), drawing.colour});
    }

    std::vector<Grid>* grids_;
    std::vector<CellIndex> cells_;
    std::size_t parts_ = 0;
};

CellMark::Kind kind_of(Shape::Kind kind) {
    switch (kind) {
        case Shape::Kind::kFigure:
            return CellMark::Kind::kFigure;
        case Shape::Kind::kArea:
            return CellMark::Kind::kArea;
        case Shape::Kind::kScrawl:
            break;
    }
    return CellMark::Kind::kScrawl;
}

Rect box_of(const Rule& rule) {
    const Points half = rule.thickness / 2;
    return {rule.start, rule.position - half, rule.end, rule.position + half};
}

/// Figures small enough for heads of arrows, by their middles from top to bottom: a drawing may have as many
/// as it has lines.
std::vector<Rect> heads_on(const PageReading& page) {
    constexpr Points kHighest = 12;  // heads are smaller than the rows that they stand in
    std::vector<Rect> heads;
    for (const Shape& shape : page.shapes) {
        const bool small = shape.box.height() <= kHighest && shape.box.width() <= kHighest;
        if (shape.kind == Shape::Kind::kFigure && small) heads.push_back(shape.box);
    }
    std::sort(heads.begin(), heads.end(),
              [](const Rect& a, const Rect& b) { return a.center_y() < b.center_y(); });
    return heads;
}

/// Whether one of the heads stands at the end of a shaft, in its middle.
bool is_headed(const Rule& shaft, const std::vector<Rect>& heads) {
    constexpr Points kOffMiddle = 1;
    constexpr Points kOffEnd = 2;
    const auto above = [](const Rect& head, Points y) { return head.center_y() < y; };
    auto head = std::lower_bound(heads.begin(), heads.end(), shaft.position - kOffMiddle, above);
    for (; head != heads.end() && head->center_y() - shaft.position <= kOffMiddle; ++head) {
        const auto holds = [head](Points x) {
            return x >= head->left - kOffEnd && x <= head->right + kOffEnd;
        };
        if (holds(shaft.start) || holds(shaft.end)) return true;
    }
    return false;
}

}  // namespace

std::vector<Rule> rules_without_arrows(const PageReading& page) {
    const std::vector<Rect> heads = heads_on(page);
    std::vector<Rule> rules;
    std::copy_if(page.rules.begin(), page.rules.end(), std::back_inserter(rules),
                 [&heads](const Rule& rule) { return !rule.horizontal || !is_headed(rule, heads); });
    return rules;
}

void add_marks(std::vector<Grid>& grids, const PageReading& page) {
    if (grids.empty()) return;
    Marker marker(grids);
    for (const Shape& shape : page.shapes) {
        marker.mark({kind_of(shape.kind), shape.box, shape.colour, shape.kind != Shape::Kind::kArea});
    }
    for (const Rule& rule : page.rules) {
        if (rule.horizontal) marker.mark({CellMark::Kind::kLine, box_of(rule), 0, true});
    }
    for (const Rect& image : page.images) marker.mark({CellMark::Kind::kImage, image, 0, true});
}

}  // namespace tarang::layout
