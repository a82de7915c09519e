#include "pipeline/stitch/numbered_rows.h"

#include <algorithm>

namespace tarang::stitch {
namespace {

bool beside(const TextLine& a, const TextLine& b) {
    return 2 * overlap(a.box.top, a.box.bottom, b.box.top, b.box.bottom) >
           std::min(a.box.height(), b.box.height());
}

/// Whether the lines are numbers that count on: "๑", "๒"; "1.1", "1.2".
bool count_on(const std::vector<TextLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_key(lines[i].text)) return false;
        if (i > 0 && !is_next_key(lines[i - 1].text, lines[i].text)) return false;
    }
    return true;
}

/// The key cell of a row that is several records' row.
const GridCell* numbers_of(const GridView& grid, std::int32_t row, std::int32_t key_column) {
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const GridCell& cell = grid.at(row, c);
        if (cell.row_span != 1 || cell.column_span != 1) return nullptr;
    }
    const GridCell& keys = grid.at(row, key_column);
    if (keys.lines.size() < 2 || !count_on(keys.lines)) return nullptr;
    bool begins_beside_each = false;
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const std::vector<TextLine>& lines = grid.at(row, c).lines;
        if (c == key_column || lines.empty()) continue;
        const bool above = lines.front().box.bottom < keys.lines.front().box.center_y();
        if (above) return nullptr;
        begins_beside_each =
            begins_beside_each || std::all_of(keys.lines.begin(), keys.lines.end(), [&](const TextLine& key) {
                return std::any_of(lines.begin(), lines.end(),
                                   [&](const TextLine& line) { return beside(key, line); });
            });
    }
    return begins_beside_each ? &keys : nullptr;
}

/// Where the record of each number begins, with the row's own edges at both ends.
std::vector<Points> edges_between(const GridCell& keys) {
    std::vector<Points> edges{keys.box.top};
    for (std::size_t i = 1; i < keys.lines.size(); ++i) edges.push_back(keys.lines[i].box.top);
    edges.push_back(keys.box.bottom);
    return edges;
}

void add_divided_row(const GridView& grid, std::int32_t row, const std::vector<Points>& edges, Grid& result) {
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const auto new_row = static_cast<std::int32_t>(result.row_edges.size()) - 1;
        for (std::int32_t c = 0; c < grid.columns(); ++c) {
            GridCell part = grid.at(row, c);
            part.row = new_row;
            part.box.top = edges[i];
            part.box.bottom = edges[i + 1];
            const auto elsewhere = [&](const Rect& box) {
                return (i > 0 && box.center_y() < edges[i]) ||
                       (i + 2 < edges.size() && box.center_y() >= edges[i + 1]);
            };
            std::erase_if(part.lines, [&](const TextLine& line) { return elsewhere(line.box); });
            std::erase_if(part.marks, [&](const CellMark& mark) { return elsewhere(mark.box); });
            result.cells.push_back(std::move(part));
        }
        result.row_edges.push_back(edges[i + 1]);
    }
}

}  // namespace

std::optional<Grid> with_numbered_rows_apart(const TablePart& part, std::int32_t key_column) {
    const GridView& grid = part.view;
    std::vector<const GridCell*> numbered;  // by row
    for (std::int32_t r = 0; r < grid.rows(); ++r)
        numbered.push_back(r < part.header_rows ? nullptr : numbers_of(grid, r, key_column));
    const auto is_none = [](const GridCell* keys) { return keys == nullptr; };
    if (std::all_of(numbered.begin(), numbered.end(), is_none)) return std::nullopt;
    Grid result;
    result.outline = grid.grid().outline;
    result.column_edges = grid.grid().column_edges;
    result.open_bottom = grid.grid().open_bottom;
    result.row_edges.push_back(grid.grid().row_edges.front());
    for (std::int32_t r = 0; r < grid.rows(); ++r) {
        if (const GridCell* keys = numbered[static_cast<std::size_t>(r)]) {
            add_divided_row(grid, r, edges_between(*keys), result);
            continue;
        }
        const std::int32_t moved = static_cast<std::int32_t>(result.row_edges.size()) - 1 - r;
        for (const GridCell& cell : grid.grid().cells) {
            if (cell.row != r) continue;
            result.cells.push_back(cell);
            result.cells.back().row += moved;
        }
        result.row_edges.push_back(grid.grid().row_edges[static_cast<std::size_t>(r) + 1]);
    }
    return result;
}

}  // namespace tarang::stitch
