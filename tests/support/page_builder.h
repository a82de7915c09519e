// Composes pages for tests of the stages that need no engine: clusters at places, rules, and grids from
// rows of texts.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "models/page.h"

namespace tarang::test {

/// Clusters of a text that begins at (x, baseline); every letter is half an em wide, marks stand on their
/// base, a space is a cluster of its own.
inline std::vector<Cluster> clusters_at(std::string_view text, Points x, Points baseline, Points size = 12) {
    std::vector<Cluster> clusters;
    for (const char32_t c : thai::decode(text)) {
        if (thai::is_mark(c) && !clusters.empty()) {
            thai::append_utf8(clusters.back().text, c);
            continue;
        }
        Cluster cluster;
        thai::append_utf8(cluster.text, c);
        cluster.box = {x, baseline - 0.8F * size, x + 0.5F * size, baseline + 0.2F * size};
        cluster.baseline = baseline;
        cluster.size = size;
        cluster.space = c == U' ';
        clusters.push_back(std::move(cluster));
        x += 0.5F * size;
    }
    return clusters;
}

inline void append(std::vector<Cluster>& to, std::vector<Cluster> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

inline Rule horizontal(Points y, Points x0, Points x1) { return {true, y, x0, x1, 0.5F}; }
inline Rule vertical(Points x, Points y0, Points y1) { return {false, x, y0, y1, 0.5F}; }

/// One line of text in a box of plausible size.
inline TextLine line_at(std::string text, Points x, Points y, Points width = 0, Points size = 12) {
    TextLine line;
    const auto letters = static_cast<Points>(thai::decode(text).size());
    line.box = {x, y, x + (width > 0 ? width : letters * size / 2), y + size};
    line.size = size;
    line.text = std::move(text);
    return line;
}

/// A grid from rows of texts: '\n' separates printed lines, columns are 100 points wide, rows as high as
/// their longest cell. "<" merges a position with the cell to its left, "^" with the one above.
inline Grid grid_of(const std::vector<std::vector<std::string>>& rows, Points left = 50, Points top = 100) {
    constexpr Points kColumn = 100;
    constexpr Points kLine = 15;
    Grid grid;
    grid.row_edges = {top};
    const auto columns = rows.front().size();
    for (std::size_t c = 0; c <= columns; ++c)
        grid.column_edges.push_back(left + kColumn * static_cast<Points>(c));
    for (const auto& row : rows) {
        std::size_t lines = 1;
        for (const std::string& text : row) {
            lines = std::max(lines, 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
        }
        grid.row_edges.push_back(grid.row_edges.back() + kLine * static_cast<Points>(lines));
    }
    grid.outline = {left, top, grid.column_edges.back(), grid.row_edges.back()};
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            const std::string& text = rows[r][c];
            if (text == "<" || text == "^") continue;
            GridCell cell;
            cell.row = static_cast<std::int32_t>(r);
            cell.column = static_cast<std::int32_t>(c);
            while (c + static_cast<std::size_t>(cell.column_span) < columns &&
                   rows[r][c + static_cast<std::size_t>(cell.column_span)] == "<") {
                ++cell.column_span;
            }
            while (r + static_cast<std::size_t>(cell.row_span) < rows.size() &&
                   rows[r + static_cast<std::size_t>(cell.row_span)][c] == "^") {
                ++cell.row_span;
            }
            cell.box = {grid.column_edges[c], grid.row_edges[r],
                        grid.column_edges[c + static_cast<std::size_t>(cell.column_span)],
                        grid.row_edges[r + static_cast<std::size_t>(cell.row_span)]};
            Points y = cell.box.top;
            for (std::size_t begin = 0; begin < text.size();) {
                const std::size_t end = std::min(text.find('\n', begin), text.size());
                cell.lines.push_back(
                    line_at(text.substr(begin, end - begin), cell.box.left + 2, y, kColumn - 6));
                y += kLine;
                begin = end + 1;
            }
            grid.cells.push_back(std::move(cell));
        }
    }
    return grid;
}

/// A page of A4 landscape with lines above, a grid, and lines below.
inline PageLayout page_of(std::int32_t number, std::vector<Grid> grids, std::vector<TextLine> lines = {}) {
    PageLayout page;
    page.info.number = {number};
    page.info.width = 842;
    page.info.height = 595;
    page.info.source = Source::kTextLayer;
    page.info.layer = LayerVerdict::kGood;
    page.grids = std::move(grids);
    for (TextLine& line : lines) page.blocks.push_back({line.box, {line}});
    return page;
}

}  // namespace tarang::test
