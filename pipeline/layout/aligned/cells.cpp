#include "pipeline/layout/aligned/cells.h"

#include <algorithm>
#include <cstddef>

namespace tarang::layout {
namespace {

constexpr Points kMargin = 0.35F;     // em around the outermost letters: marks and slanted letters reach out
constexpr Points kOuterReach = 2.0F;  // em; a rule that ends this near to the letters is the table's side

std::vector<Points> column_edges_of(const ColumnedLines& table, std::span<const Rule> rules) {
    const Points em = table.lines.front().line.size;
    Points left = table.columns.front().left - kMargin * em;
    Points right = table.columns.back().right + kMargin * em;
    for (const Rule& rule : rules) {
        if (rule.start < left && rule.start >= left - kOuterReach * em) left = rule.start;
        if (rule.end > right && rule.end <= right + kOuterReach * em) right = rule.end;
    }
    std::vector<Points> edges{left};
    for (std::size_t c = 1; c < table.columns.size(); ++c)
        edges.push_back((table.columns[c - 1].right + table.columns[c].left) / 2);
    edges.push_back(right);
    return edges;
}

/// The rule between two heights that covers most of the width; or the place in the middle.
Points edge_between(Points upper, Points lower, Points from, Points to, std::span<const Rule> rules) {
    const Rule* best = nullptr;
    for (const Rule& rule : rules) {
        if (rule.position < upper || rule.position > lower) continue;
        const Points shared = overlap(rule.start, rule.end, from, to);
        if (2 * shared < to - from) continue;
        if (best == nullptr || rule.length() > best->length()) best = &rule;
    }
    return best != nullptr ? best->position : (upper + lower) / 2;
}

std::vector<Points> row_edges_of(const ColumnedLines& table, std::span<const RowBand> rows,
                                 std::span<const Points> columns, std::span<const Rule> rules) {
    const auto& lines = table.lines;
    const PrintLine& first = lines.front().line;
    const PrintLine& last = lines[rows.back().end - 1].line;
    std::vector<Points> edges{first.top() - kMargin * first.size};
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const PrintLine& above = lines[rows[r].begin - 1].line;
        const PrintLine& below = lines[rows[r].begin].line;
        // Tight lines' boxes overlap: the words' middles decide, half an x-height above their baselines.
        const Points upper = above.baseline;
        const Points lower = std::max(upper, below.baseline - below.size * 0.5F);
        edges.push_back(edge_between(upper, lower, columns.front(), columns.back(), rules));
    }
    edges.push_back(last.bottom() + kMargin * last.size);
    return edges;
}

/// Covers rows and columns with cells: spans first, single places after.
class CellSheet {
public:
    CellSheet(std::size_t rows, std::size_t columns) : columns_(columns), taken_(rows * columns, false) {}

    void add(std::size_t row, std::size_t column, std::size_t row_span, std::size_t column_span) {
        for (std::size_t r = row; r < row + row_span; ++r) {
            for (std::size_t c = column; c < column + column_span; ++c) {
                if (taken_[r * columns_ + c]) return;
            }
        }
        for (std::size_t r = row; r < row + row_span; ++r) {
            for (std::size_t c = column; c < column + column_span; ++c) taken_[r * columns_ + c] = true;
        }
        GridCell cell;
        cell.row = static_cast<std::int32_t>(row);
        cell.column = static_cast<std::int32_t>(column);
        cell.row_span = static_cast<std::int32_t>(row_span);
        cell.column_span = static_cast<std::int32_t>(column_span);
        cells_.push_back(cell);
    }

    bool taken(std::size_t row, std::size_t column) const { return taken_[row * columns_ + column]; }

    std::vector<GridCell> finish(const std::vector<Points>& columns, const std::vector<Points>& rows) {
        for (std::size_t i = 0; i < taken_.size(); ++i) {
            if (!taken_[i]) add(i / columns_, i % columns_, 1, 1);
        }
        std::sort(cells_.begin(), cells_.end(), [](const GridCell& a, const GridCell& b) {
            return a.row != b.row ? a.row < b.row : a.column < b.column;
        });
        for (GridCell& cell : cells_) {
            const auto at = [](const std::vector<Points>& edges, std::int32_t i) {
                return edges[static_cast<std::size_t>(i)];
            };
            cell.box = {at(columns, cell.column), at(rows, cell.row),
                        at(columns, cell.column + cell.column_span), at(rows, cell.row + cell.row_span)};
        }
        return std::move(cells_);
    }

private:
    std::size_t columns_;
    std::vector<bool> taken_;
    std::vector<GridCell> cells_;
};

/// Spans, then each other column's header over all levels that it shares with no span.
void add_header(CellSheet& sheet, const HeaderLevels& header, std::size_t columns) {
    for (const HeaderSpan& span : header.spans) {
        sheet.add(span.level, static_cast<std::size_t>(span.first), 1,
                  static_cast<std::size_t>(span.last - span.first + 1));
    }
    for (std::size_t c = 0; c < columns; ++c) {
        for (std::size_t level = 0; level < header.levels.size();) {
            std::size_t end = level;
            while (end < header.levels.size() && !sheet.taken(end, c)) ++end;
            if (end > level) sheet.add(level, c, end - level, 1);
            level = std::max(end, level + 1);
        }
    }
}

/// A title of a section that runs over columns spans the table; what is too wide for its column otherwise
/// spans the columns that it covers, where they are empty.
void add_body_spans(CellSheet& sheet, const ColumnedLines& table, std::span<const RowBand> body,
                    std::size_t offset) {
    for (std::size_t r = 0; r < body.size(); ++r) {
        std::size_t parts = 0;
        for (std::size_t i = body[r].begin; i < body[r].end; ++i)
            parts = std::max(parts, table.lines[i].parts.size());
        for (std::size_t i = body[r].begin; i < body[r].end; ++i) {
            for (const Part& part : table.lines[i].parts) {
                if (!part.spans()) continue;
                std::int32_t first = part.first;
                std::int32_t last = part.last;
                if (parts == 1) first = 0, last = static_cast<std::int32_t>(table.columns.size()) - 1;
                const bool free = std::none_of(
                    table.lines.begin() + static_cast<std::ptrdiff_t>(body[r].begin),
                    table.lines.begin() + static_cast<std::ptrdiff_t>(body[r].end),
                    [&](const TableLine& line) {
                        return std::any_of(line.parts.begin(), line.parts.end(), [&](const Part& other) {
                            return !other.spans() && other.first > first && other.first <= last;
                        });
                    });
                if (free)
                    sheet.add(offset + r, static_cast<std::size_t>(first), 1,
                              static_cast<std::size_t>(last - first + 1));
            }
        }
    }
}

}  // namespace

Grid grid_of(const ColumnedLines& table, const HeaderLevels& header, std::span<const RowBand> body,
             std::span<const Rule> rules) {
    std::vector<RowBand> rows = header.levels;
    rows.insert(rows.end(), body.begin(), body.end());
    Grid grid;
    grid.column_edges = column_edges_of(table, rules);
    grid.row_edges = row_edges_of(table, rows, grid.column_edges, rules);
    grid.outline = {grid.column_edges.front(), grid.row_edges.front(), grid.column_edges.back(),
                    grid.row_edges.back()};
    CellSheet sheet(rows.size(), table.columns.size());
    add_header(sheet, header, table.columns.size());
    add_body_spans(sheet, table, body, header.levels.size());
    grid.cells = sheet.finish(grid.column_edges, grid.row_edges);
    return grid;
}

}  // namespace tarang::layout
