#include "pipeline/read/office/word_grid.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

constexpr Points kLetterWidth = 6.4F;
constexpr Points kSliver = 6;       // narrower than this and no cell's own: where edges were moved
constexpr Points kUsualWidth = 72;  // of a column that says nothing
constexpr std::int32_t kMostColumns = 1000;

/// Boundaries of the stored grid: number k is the left edge of column k.
struct Span {
    std::int32_t begin = 0;
    std::int32_t end = 0;
};

class GridMaker {
public:
    explicit GridMaker(const WordTable& table) : table_(table) {}

    WordGrid make() {
        place_cells();
        merge_down();
        measure();
        contract();
        guess_heights();
        return std::move(grid_);
    }

private:
    void place_cells() {
        std::int32_t stored_row = -1;
        for (const WordRow& row : table_.rows) {
            ++stored_row;
            if (row.deleted) {
                ++grid_.deleted_rows;
                continue;
            }
            std::int32_t column = row.before;
            std::int32_t stored_column = -1;
            for (const WordCell& cell : row.cells) {
                ++stored_column;
                const std::int32_t end = std::min(column + cell.span, kMostColumns);
                if (end <= column) break;
                if (cell.joins_left && !grid_.cells.empty() && grid_.cells.back().row == grid_.rows) {
                    spans_.back().end = end;
                } else {
                    grid_.cells.push_back({&cell, grid_.rows, 0, 1, 1, stored_row, stored_column});
                    spans_.push_back({column, end});
                }
                column = end;
            }
            columns_ = std::max({columns_, column, std::min(column + row.after, kMostColumns)});
            if (row.header && grid_.header_rows == grid_.rows) ++grid_.header_rows;
            rows_.push_back(&row);
            ++grid_.rows;
        }
    }

    /// A cell that goes on belongs to the one above with the same edges; without one it stands for itself.
    void merge_down() {
        std::map<std::int32_t, std::size_t> open;  // by first column: the cell that may go on
        std::vector<bool> gone(grid_.cells.size());
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            PlacedCell& cell = grid_.cells[i];
            const auto above = open.find(spans_[i].begin);
            if (cell.cell->merge == WordCell::Merge::kGoesOn && above != open.end()) {
                PlacedCell& upper = grid_.cells[above->second];
                if (upper.row + upper.row_span == cell.row && spans_[above->second].end == spans_[i].end &&
                    upper.cell->merge != WordCell::Merge::kNone) {
                    ++upper.row_span;
                    gone[i] = true;
                    continue;
                }
            }
            open[spans_[i].begin] = i;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            if (gone[i]) continue;
            grid_.cells[kept] = grid_.cells[i];
            spans_[kept] = spans_[i];
            ++kept;
        }
        grid_.cells.resize(kept);
        spans_.resize(kept);
    }

    /// Widths that the grid does not say come from cells of one column.
    void measure() {
        std::vector<Points> widths = table_.columns;
        widths.resize(static_cast<std::size_t>(columns_), 0);
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const Span& span = spans_[i];
            Points& width = widths[static_cast<std::size_t>(span.begin)];
            if (span.end == span.begin + 1 && width <= 0) width = grid_.cells[i].cell->width;
        }
        edges_.push_back(0);
        for (const Points width : widths) edges_.push_back(edges_.back() + (width > 0 ? width : kUsualWidth));
    }

    void contract() {
        std::vector<bool> edge(edges_.size());
        std::vector<bool> alone(edges_.size());
        for (const Span& span : spans_) {
            edge[static_cast<std::size_t>(span.begin)] = edge[static_cast<std::size_t>(span.end)] = true;
            if (span.end == span.begin + 1) alone[static_cast<std::size_t>(span.begin)] = true;
        }
        edge.front() = edge.back() = true;
        std::vector<std::int32_t> class_of(edges_.size());
        std::vector<Points> kept;
        Points first = 0;  // of the run of edges that are one
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            const bool sliver =
                i > 0 && !kept.empty() && !alone[i - 1] && edges_[i] - first < kSliver && edge[i];
            if (edge[i] && !sliver) {
                kept.push_back(edges_[i]);
                first = edges_[i];
            }
            class_of[i] = static_cast<std::int32_t>(kept.size()) - 1;
        }
        if (kept.size() < 2) kept.push_back(kept.empty() ? kUsualWidth : kept.back() + kUsualWidth);
        grid_.edges = std::move(kept);
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            const std::int32_t begin = class_of[static_cast<std::size_t>(spans_[i].begin)];
            const std::int32_t end = class_of[static_cast<std::size_t>(spans_[i].end)];
            grid_.cells[i].column = std::min(begin, grid_.columns() - 1);
            grid_.cells[i].column_span = std::max(1, end - begin);
        }
    }

    void guess_heights() {
        for (const WordRow* row : rows_) grid_.row_heights.push_back(std::max(row->height, kLineHeight));
        for (const PlacedCell& placed : grid_.cells) {
            if (placed.row_span > 1) continue;
            const Points width = grid_.edges[static_cast<std::size_t>(placed.column + placed.column_span)] -
                                 grid_.edges[static_cast<std::size_t>(placed.column)];
            std::int32_t lines = 0;
            for (const WordBlock& block : placed.cell->blocks) {
                if (const auto* paragraph = std::get_if<WordParagraph>(&block))
                    lines += lines_of(*paragraph, width);
            }
            Points& height = grid_.row_heights[static_cast<std::size_t>(placed.row)];
            height = std::max(height, static_cast<Points>(lines) * kLineHeight);
        }
    }

    const WordTable& table_;
    WordGrid grid_;
    std::vector<Span> spans_;  ///< of grid_.cells
    std::vector<const WordRow*> rows_;
    std::vector<Points> edges_;
    std::int32_t columns_ = 1;
};

}  // namespace

std::int32_t lines_of(const WordParagraph& paragraph, Points width) {
    std::int32_t lines = 1;
    Points used = 0;
    for (std::size_t position = 0; position < paragraph.text.size();) {
        const char32_t c = thai::next_code_point(paragraph.text, position);
        if (c == U'\n') {
            ++lines;
            used = 0;
        } else if (!thai::is_combining(c)) {
            used += kLetterWidth;
            if (used > std::max(width - 10, kLetterWidth)) {
                ++lines;
                used = kLetterWidth;
            }
        }
    }
    return lines;
}

WordGrid grid_of(const WordTable& table) { return GridMaker(table).make(); }

}  // namespace tarang::read::office
