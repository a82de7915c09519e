#include "pipeline/read/office/word_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace tarang::read::office {
namespace {

constexpr Points kCellMargin = 5.4F;   // Word's own, left and right of a cell's text
constexpr Points kMostTick = 40;       // a tick is smaller, in both directions
constexpr Points kLeastShare = 0.02F;  // of a cell's width: less is the line's thickness

/// A line of text in a cell, where it is thought to stand.
struct CellLine {
    std::size_t part = 0;   ///< index into the parts
    std::size_t begin = 0;  ///< of the line, in the part's text
    Points top = 0;
    Points height = 0;
};

/// Empty boxes and circles that forms print before what may be ticked.
constexpr std::array<std::string_view, 6> kBoxes{"☐", "□", "○", "◯", "◻", "❑"};
constexpr std::string_view kTicked = "☑";

std::size_t box_at(std::string_view text, std::size_t position) {
    while (position < text.size() && text[position] == ' ') ++position;
    for (const std::string_view box : kBoxes) {
        if (text.substr(position).starts_with(box)) return position;
    }
    return std::string_view::npos;
}

class MarkPlacer {
public:
    MarkPlacer(const WordGrid& grid, Points indent, Points margin, std::vector<GridPart>& parts)
        : grid_(grid), indent_(indent), margin_(margin), parts_(parts) {
        tops_.push_back(0);
        for (const Points height : grid.row_heights) tops_.push_back(tops_.back() + height);
    }

    void place() {
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const PlacedCell& cell = grid_.cells[i];
            if (cell.cell->fill) shade(cell, parts_[i]);
            Points top = tops_[static_cast<std::size_t>(cell.row)];
            for (const WordBlock& block : cell.cell->blocks) {
                const auto* paragraph = std::get_if<WordParagraph>(&block);
                if (paragraph == nullptr) continue;
                for (const WordShape& shape : paragraph->shapes) place(shape, cell, top);
                top += static_cast<Points>(lines_of(*paragraph, width_of(cell))) * kLineHeight;
            }
        }
    }

private:
    Points width_of(const PlacedCell& cell) const {
        return grid_.edges[static_cast<std::size_t>(cell.column + cell.column_span)] -
               grid_.edges[static_cast<std::size_t>(cell.column)];
    }

    void shade(const PlacedCell& cell, GridPart& part) const {
        const auto edge = [this](std::int32_t column) {
            return grid_.edges[static_cast<std::size_t>(column)];
        };
        const auto top = [this](std::int32_t row) { return tops_[static_cast<std::size_t>(row)]; };
        CellMark ground;
        ground.kind = CellMark::Kind::kArea;
        ground.across = ground.down = 1;
        ground.colour = *cell.cell->fill;
        ground.box = {edge(cell.column), top(cell.row), edge(cell.column + cell.column_span),
                      top(cell.row + cell.row_span)};
        part.marks.push_back({PageNumber{1}, ground, {}});
    }

    void place(const WordShape& shape, const PlacedCell& anchor, Points paragraph_top) {
        if (shape.width <= 0 && shape.height <= 0) return;
        Rect box;
        const Points cell_left = grid_.edges[static_cast<std::size_t>(anchor.column)];
        box.left = shape.left;
        const WordShape::From from = shape.in_line ? WordShape::From::kText : shape.from;
        if (from == WordShape::From::kText) box.left += cell_left + kCellMargin;
        if (from == WordShape::From::kMargin) box.left -= indent_;
        if (from == WordShape::From::kPage) box.left -= margin_ + indent_;
        box.top = paragraph_top + (shape.top_known && !shape.in_line ? shape.top : 0);
        box.right = box.left + shape.width;
        box.bottom = box.top + shape.height;
        const std::int32_t row = row_of(box, anchor);
        if (is_tick(shape) && tick(box, row)) return;
        mark(shape, box, row);
    }

    static bool is_tick(const WordShape& shape) {
        return shape.width <= kMostTick && shape.height <= kMostTick && shape.width > 2 && shape.height > 2;
    }

    /// The anchor's row unless the middle of the drawing lies clearly outside it: heights are guesses.
    std::int32_t row_of(const Rect& box, const PlacedCell& anchor) const {
        const auto first = static_cast<std::size_t>(anchor.row);
        const auto last = static_cast<std::size_t>(anchor.row + anchor.row_span);
        const Points slack = kLineHeight / 2;
        if (box.center_y() >= tops_[first] - slack && box.center_y() <= tops_[last] + slack &&
            anchor.row_span == 1)
            return anchor.row;
        const auto found = std::upper_bound(tops_.begin(), tops_.end() - 1, box.center_y());
        const auto row = std::max<std::ptrdiff_t>(0, found - tops_.begin() - 1);
        return static_cast<std::int32_t>(std::min<std::ptrdiff_t>(row, grid_.rows - 1));
    }

    std::vector<std::size_t> parts_in(std::int32_t row) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const PlacedCell& cell = grid_.cells[i];
            if (cell.row <= row && row < cell.row + cell.row_span) found.push_back(i);
        }
        return found;
    }

    /// Where the lines of a cell stand that begin with a box.
    std::vector<CellLine> boxes_in(std::size_t index) const {
        const PlacedCell& cell = grid_.cells[index];
        const std::string& text = parts_[index].text;
        std::vector<CellLine> lines;
        std::size_t position = 0;
        Points top = tops_[static_cast<std::size_t>(cell.row)];
        for (const WordBlock& block : cell.cell->blocks) {
            const auto* paragraph = std::get_if<WordParagraph>(&block);
            if (paragraph == nullptr) break;
            const Points height = static_cast<Points>(lines_of(*paragraph, width_of(cell))) * kLineHeight;
            if (position > text.size()) break;
            if (box_at(text.substr(position, paragraph->text.size()), 0) != std::string::npos)
                lines.push_back({index, position, top, height});
            position += paragraph->text.size() + 1;
            top += height;
        }
        return lines;
    }

    /// Ticks the nearest line with a box; false where the cell has none near.
    bool tick(const Rect& box, std::int32_t row) {
        for (const std::size_t index : parts_in(row)) {
            const PlacedCell& cell = grid_.cells[index];
            const Points left = grid_.edges[static_cast<std::size_t>(cell.column)];
            if (box.center_x() < left || box.center_x() >= left + width_of(cell)) continue;
            const std::vector<CellLine> lines = boxes_in(index);
            const auto nearest =
                std::min_element(lines.begin(), lines.end(), [&box](const CellLine& a, const CellLine& b) {
                    return std::abs(a.top + kLineHeight / 2 - box.center_y()) <
                           std::abs(b.top + kLineHeight / 2 - box.center_y());
                });
            if (nearest == lines.end()) return false;
            std::string& text = parts_[index].text;
            const std::size_t at = box_at(text, nearest->begin);
            if (at == std::string::npos || kTicked.size() != 3) return false;
            text.replace(at, 3, kTicked);
            return true;
        }
        return false;
    }

    void mark(const WordShape& shape, const Rect& box, std::int32_t row) {
        for (const std::size_t index : parts_in(row)) {
            const PlacedCell& cell = grid_.cells[index];
            const Points left = grid_.edges[static_cast<std::size_t>(cell.column)];
            const Points width = width_of(cell);
            CellMark part;
            part.kind = shape.line ? CellMark::Kind::kLine : CellMark::Kind::kFigure;
            part.box = {std::max(box.left, left), box.top, std::min(box.right, left + width), box.bottom};
            part.across = part.box.width() / width;
            part.down = std::min<Points>(1, box.height() / grid_.row_heights[static_cast<std::size_t>(row)]);
            const bool upright =
                box.width() < kLeastShare * width && box.center_x() >= left && box.center_x() < left + width;
            if (part.across < kLeastShare && !upright) continue;
            part.across = std::max<float>(part.across, 0);
            parts_[index].marks.push_back({PageNumber{1}, part, {}});
        }
    }

    const WordGrid& grid_;
    Points indent_;
    Points margin_;
    std::vector<GridPart>& parts_;
    std::vector<Points> tops_;
};

}  // namespace

void place_shapes(const WordGrid& grid, Points indent, Points margin, std::vector<GridPart>& parts) {
    if (grid.rows > 0) MarkPlacer(grid, indent, margin, parts).place();
}

}  // namespace tarang::read::office
