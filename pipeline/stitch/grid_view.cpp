#include "pipeline/stitch/grid_view.h"

#include <algorithm>
#include <map>

namespace tarang::stitch {

std::string joined_text(const std::vector<TextLine>& lines) {
    std::string joined;
    for (const TextLine& line : lines) joined += line.text;
    return joined;
}

TextLine in_one(const TextLine& left, const TextLine& right, std::string_view between) {
    TextLine line = left;
    if (!left.raw.empty() || !right.raw.empty())
        line.raw = std::string(left.raw_text()).append(between).append(right.raw_text());
    line.text += between;
    append_doubts(line.doubts, right.doubts, code_points_in(line.text));
    line.text += right.text;
    line.box = unite(left.box, right.box);
    line.confidence = std::min(left.confidence, right.confidence);
    line.ends_with_space = right.ends_with_space;
    return line;
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

std::int32_t usual_height(const GridView& grid, std::int32_t row) {
    std::map<std::int32_t, int> heights;
    for (std::int32_t column = 0; column < grid.columns();) {
        const GridCell& cell = grid.at(row, column);
        ++heights[cell.row_span];
        column = cell.column + cell.column_span;
    }
    const auto most = std::max_element(heights.begin(), heights.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most->first;
}

}  // namespace tarang::stitch
