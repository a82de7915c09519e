#include "pipeline/layout/aligned/poor_grids.h"

#include <algorithm>
#include <cstddef>

#include "pipeline/layout/aligned/rows.h"

namespace tarang::layout {
namespace {

constexpr std::size_t kFewestRows = 3;     // rows that a split must give where two columns have numbers
constexpr std::size_t kFewestWithOne = 4;  // where only one has
constexpr std::size_t kMostLines = 400;
constexpr std::size_t kMostColumns = 64;

std::vector<PrintLine> lines_in(const Rect& box, std::span<const Cluster> clusters) {
    std::vector<const Cluster*> inside;
    for (const Cluster& cluster : clusters) {
        if (box.contains({cluster.box.center_x(), cluster.box.center_y()})) inside.push_back(&cluster);
    }
    return print_lines_of(words_of(inside));
}

std::vector<ColumnSpan> spans_of(const Grid& grid) {
    std::vector<ColumnSpan> spans;
    for (std::size_t c = 0; c + 1 < grid.column_edges.size(); ++c)
        spans.push_back({grid.column_edges[c], grid.column_edges[c + 1]});
    return spans;
}

/// The lines of one grid row, cut at the rules of its columns whatever the gaps are.
ColumnedLines columned_row(const Grid& grid, const Rect& box, std::span<const Cluster> clusters) {
    ColumnedLines table{spans_of(grid), {}};
    for (const PrintLine& line : lines_in(box, clusters)) {
        TableLine out{line, {}};
        for (std::uint32_t w = 0; w < line.words.size(); ++w) {
            const auto after = std::upper_bound(grid.column_edges.begin() + 1, grid.column_edges.end() - 1,
                                                line.words[w].box.center_x());
            const auto column = static_cast<std::int32_t>(after - grid.column_edges.begin()) - 1;
            if (out.parts.empty() || out.parts.back().last != column) {
                out.parts.push_back({segment_over(line.words, w, 1), column, column});
                continue;
            }
            Part& part = out.parts.back();
            part.segment = segment_over(line.words, part.segment.first, w + 1 - part.segment.first);
        }
        table.lines.push_back(std::move(out));
    }
    // Widths of the print, not of the cells: that is what tells full lines from short ones.
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        ColumnSpan print{table.columns[c].right, table.columns[c].left};
        for (const TableLine& line : table.lines) {
            const Part* part = line.in(static_cast<std::int32_t>(c));
            if (part == nullptr) continue;
            print = {std::min(print.left, part->segment.left), std::max(print.right, part->segment.right)};
        }
        if (print.left < print.right) table.columns[c] = print;
    }
    return table;
}

/// Whether every column that has words at all has them in step with the rows.
bool in_step(const ColumnedLines& table, const RowEvidence& evidence, std::span<const RowBand> rows) {
    std::size_t number_columns = 0;
    std::size_t word_columns = 0;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        std::size_t filled = 0;
        for (const RowBand& row : rows) {
            bool words = false;
            for (std::size_t i = row.begin; i < row.end; ++i)
                words = words || table.lines[i].in(static_cast<std::int32_t>(c)) != nullptr;
            filled += words ? 1 : 0;
        }
        if (filled == 0) continue;
        if (2 * filled < rows.size()) return false;
        ++word_columns;
        // A column of numbers must say one a row; else they are figures in a text.
        number_columns += evidence.numeric_column[c] && 4 * filled >= 3 * rows.size() ? 1 : 0;
    }
    if (word_columns < 2) return false;
    return (number_columns >= 2 && rows.size() >= kFewestRows) ||
           (number_columns == 1 && rows.size() >= kFewestWithOne);
}

/// The first row of the grid may hold the header too: it stays whole above the rest.
std::vector<RowBand> rows_in(const ColumnedLines& table, const RowEvidence& evidence, bool first) {
    const std::size_t header = first ? header_lines_of(table, evidence) : 0;
    std::vector<RowBand> rows = body_rows_of(table, evidence, header);
    if (!in_step(table, evidence, rows)) return {};
    if (header > 0) rows.insert(rows.begin(), RowBand{0, header});
    return rows;
}

/// Whether all cells that touch the row begin and end with it.
bool stands_alone(const Grid& grid, std::int32_t row) {
    return std::all_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
        const bool touches = cell.row <= row && cell.row + cell.row_span > row;
        return !touches || (cell.row_span == 1 && cell.column_span == 1);
    });
}

void split_row(Grid& grid, std::int32_t row, const ColumnedLines& table, std::span<const RowBand> rows) {
    std::vector<Points> edges;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const PrintLine& above = table.lines[rows[r].begin - 1].line;
        const PrintLine& below = table.lines[rows[r].begin].line;
        edges.push_back((above.baseline + std::max(above.baseline, below.baseline - below.size * 0.5F)) / 2);
    }
    const auto added = static_cast<std::int32_t>(edges.size());
    grid.row_edges.insert(grid.row_edges.begin() + row + 1, edges.begin(), edges.end());
    std::vector<GridCell> cells;
    for (GridCell cell : grid.cells) {
        if (cell.row > row) cell.row += added;
        if (cell.row != row) {
            cells.push_back(std::move(cell));
            continue;
        }
        for (std::int32_t r = row; r <= row + added; ++r) {
            GridCell part = cell;
            part.row = r;
            part.box.top = grid.row_edges[static_cast<std::size_t>(r)];
            part.box.bottom = grid.row_edges[static_cast<std::size_t>(r) + 1];
            cells.push_back(std::move(part));
        }
    }
    std::sort(cells.begin(), cells.end(), [](const GridCell& a, const GridCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    grid.cells = std::move(cells);
}

}  // namespace

bool is_poor(const Grid& grid, std::span<const Cluster> clusters) {
    if (grid.columns() != 1) return false;
    return lines_in(grid.outline, clusters).size() >= static_cast<std::size_t>(grid.rows()) + 2;
}

void split_tall_rows(Grid& grid, std::span<const Cluster> clusters) {
    if (grid.columns() < 2 || static_cast<std::size_t>(grid.columns()) > kMostColumns) return;
    std::vector<Points> sizes;
    for (const Cluster& cluster : clusters) {
        if (grid.outline.contains({cluster.box.center_x(), cluster.box.center_y()}))
            sizes.push_back(cluster.size);
    }
    if (sizes.empty()) return;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    const Points least = static_cast<Points>(kFewestRows) * *middle;  // lower rows hold no three lines
    for (std::int32_t row = grid.rows() - 1; row >= 0; --row) {
        const auto r = static_cast<std::size_t>(row);
        const Rect box{grid.outline.left, grid.row_edges[r], grid.outline.right, grid.row_edges[r + 1]};
        if (box.height() < least || !stands_alone(grid, row)) continue;
        const ColumnedLines table = columned_row(grid, box, clusters);
        if (table.lines.size() < kFewestRows || table.lines.size() > kMostLines) continue;
        const RowEvidence evidence = row_evidence_of(table, {});
        const std::vector<RowBand> rows = rows_in(table, evidence, row == 0);
        if (rows.size() >= kFewestRows) split_row(grid, row, table, rows);
    }
}

}  // namespace tarang::layout
