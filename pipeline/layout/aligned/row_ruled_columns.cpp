#include "pipeline/layout/aligned/row_ruled_columns.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tarang::layout {
namespace {

constexpr Points kCorridor = 0.38F;  // em; wider than any font's space: cells are padded by as much
constexpr Points kCentred = 4;       // points that the edges from the headers' middles may miss the last by
constexpr Points kCrossing = 0.1F;   // em; slanted letters and marks reach so far over their cell's side
constexpr Points kSamePadding = 1;   // points

void sort_by_left(std::vector<ColumnSpan>& spans) {
    std::sort(spans.begin(), spans.end(),
              [](const ColumnSpan& a, const ColumnSpan& b) { return a.left < b.left; });
}

/// Columns [first, last) that a run stands in.
std::pair<std::size_t, std::size_t> under(const std::vector<ColumnSpan>& columns, const ColumnSpan& run) {
    std::size_t first = 0;
    while (first < columns.size() && columns[first].right <= run.left) ++first;
    std::size_t last = first;
    while (last < columns.size() && columns[last].left < run.right) ++last;
    return {first, last};
}

/// What the header says of each column: its lines that stand over one another.
std::vector<ColumnSpan> headers_of(std::span<const PrintLine> header) {
    std::vector<ColumnSpan> runs;
    for (const PrintLine& line : header) {
        const std::vector<ColumnSpan> own = runs_of(line);
        runs.insert(runs.end(), own.begin(), own.end());
    }
    sort_by_left(runs);
    std::vector<ColumnSpan> headers;
    for (const ColumnSpan& run : runs) {
        if (!headers.empty() && run.left < headers.back().right)
            headers.back().right = std::max(headers.back().right, run.right);
        else
            headers.push_back(run);
    }
    return headers;
}

/// Edges of the cells in which all headers are centred, if these fill the table.
std::optional<std::vector<Points>> edges_by_middles(const std::vector<ColumnSpan>& headers,
                                                    const ColumnSpan& table) {
    std::vector<Points> edges{table.left};
    for (const ColumnSpan& header : headers) {
        edges.push_back(header.left + header.right - edges.back());
        if (edges.back() < header.right) return std::nullopt;
    }
    if (std::abs(edges.back() - table.right) > kCentred) return std::nullopt;
    edges.back() = table.right;
    return edges;
}

/// Edges of the cells at whose left side, padded alike, all headers stand.
std::vector<Points> edges_by_lefts(const std::vector<ColumnSpan>& headers, const ColumnSpan& table) {
    const Points padding = headers.front().left - table.left;
    std::vector<Points> edges;
    for (const ColumnSpan& header : headers) edges.push_back(header.left - padding);
    edges.push_back(table.right);
    return edges;
}

/// Whether no word of the rows crosses an edge, and each column but the last has a word that needs it.
bool agrees(std::span<const Points> edges, std::span<const PrintLine> rows) {
    for (const PrintLine& line : rows) {
        for (const Word& word : line.words) {
            const Points slack = kCrossing * line.size;
            const bool crosses = std::any_of(edges.begin(), edges.end(), [&](Points edge) {
                return word.box.left < edge - slack && word.box.right > edge + slack;
            });
            if (crosses) return false;
        }
    }
    return true;
}

/// Whether the rows' words begin at the cells' left sides as well, one in each column at the least.
bool begin_at(std::span<const Points> edges, Points padding, std::span<const PrintLine> rows) {
    for (std::size_t c = 0; c + 1 < edges.size(); ++c) {
        bool any = false;
        bool begins = false;
        for (const PrintLine& line : rows) {
            for (const Word& word : line.words) {
                if (word.box.left < edges[c] || word.box.left >= edges[c + 1]) continue;
                any = true;
                begins = begins || std::abs(word.box.left - edges[c] - padding) <= kSamePadding;
            }
        }
        if (any && !begins) return false;
    }
    return true;
}

std::vector<ColumnSpan> between(std::span<const Points> edges) {
    constexpr Points kApart = 0.25F;  // points; columns may not touch
    std::vector<ColumnSpan> columns;
    for (std::size_t e = 0; e + 1 < edges.size(); ++e)
        columns.push_back({edges[e] + kApart, edges[e + 1] - kApart});
    return columns;
}

std::optional<std::vector<ColumnSpan>> columns_by_headers(std::span<const PrintLine> header,
                                                          std::span<const PrintLine> rows,
                                                          const ColumnSpan& table) {
    const std::vector<ColumnSpan> headers = headers_of(header);
    if (headers.size() < 2) return std::nullopt;
    const auto centred = edges_by_middles(headers, table);
    if (centred && agrees(*centred, rows)) return between(*centred);
    const std::vector<Points> lefts = edges_by_lefts(headers, table);
    const bool left =
        !rows.empty() && agrees(lefts, rows) && begin_at(lefts, headers.front().left - table.left, rows);
    return left ? std::optional(between(lefts)) : std::nullopt;
}

/// Columns from corridors, then made to fit the header.
class CorridorColumns {
public:
    CorridorColumns(std::span<const PrintLine> header, std::span<const PrintLine> rows) : header_(header) {
        cover(rows.empty() ? header : rows);
    }

    /// A header widens its column, and founds one that the rows leave empty. Columns of which one has no
    /// header of its own below one that they share are one: list marks stand in line like columns.
    std::vector<ColumnSpan> with_header() {
        for (const PrintLine& line : header_) {
            for (const ColumnSpan& run : runs_of(line)) take(run);
        }
        for (std::size_t c = 0; c + 1 < columns_.size();) {
            if (marks_next(c) && (!has_own_header(c) || !has_own_header(c + 1)))
                merge(c);
            else
                ++c;
        }
        return std::move(columns_);
    }

private:
    void cover(std::span<const PrintLine> lines) {
        std::vector<ColumnSpan> covered;
        for (const PrintLine& line : lines) {
            em_ = std::max(em_, line.size);
            for (const Word& word : line.words) covered.push_back({word.box.left, word.box.right});
        }
        sort_by_left(covered);
        for (const ColumnSpan& span : covered) {
            if (!columns_.empty() && span.left - columns_.back().right < kCorridor * em_)
                columns_.back().right = std::max(columns_.back().right, span.right);
            else
                columns_.push_back(span);
        }
    }

    void take(const ColumnSpan& run) {
        const auto [first, last] = under(columns_, run);
        if (last - first > 1) return;
        if (first == last) {
            columns_.insert(columns_.begin() + static_cast<std::ptrdiff_t>(first), run);
            return;
        }
        ColumnSpan& column = columns_[first];
        column = {std::min(column.left, run.left), std::max(column.right, run.right)};
    }

    bool has_own_header(std::size_t column) const {
        return std::any_of(header_.begin(), header_.end(), [&](const PrintLine& line) {
            const std::vector<ColumnSpan> runs = runs_of(line);
            return std::any_of(runs.begin(), runs.end(), [&](const ColumnSpan& run) {
                return under(columns_, run) == std::pair{column, column + 1};
            });
        });
    }

    /// Whether a column is so narrow, and so near the next, that it may be the marks of a list.
    bool marks_next(std::size_t column) const {
        constexpr Points kMarks = 2.5F;  // em
        constexpr Points kNear = 0.7F;
        return columns_[column].right - columns_[column].left <= kMarks * em_ &&
               columns_[column + 1].left - columns_[column].right <= kNear * em_;
    }

    /// Makes a column and the next one.
    void merge(std::size_t column) {
        const ColumnSpan next = columns_[column + 1];
        ColumnSpan& span = columns_[column];
        span = {std::min(span.left, next.left), std::max(span.right, next.right)};
        columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(column) + 1);
    }

    std::span<const PrintLine> header_;
    std::vector<ColumnSpan> columns_;
    Points em_ = 0;  ///< of the largest line
};

}  // namespace

std::vector<ColumnSpan> runs_of(const PrintLine& line) {
    std::vector<ColumnSpan> runs;
    for (const Word& word : line.words) {
        if (!runs.empty() && word.box.left - runs.back().right < kCorridor * line.size)
            runs.back().right = std::max(runs.back().right, word.box.right);
        else
            runs.push_back({word.box.left, word.box.right});
    }
    return runs;
}

std::vector<ColumnSpan> columns_under(std::span<const PrintLine> header, std::span<const PrintLine> rows,
                                      const ColumnSpan& table, bool levels) {
    if (!levels && !header.empty()) {
        if (auto columns = columns_by_headers(header, rows, table)) return std::move(*columns);
    }
    return CorridorColumns(header, rows).with_header();
}

bool widen(std::vector<ColumnSpan>& columns, const PrintLine& line) {
    std::vector<ColumnSpan> widened = columns;
    for (const ColumnSpan& run : runs_of(line)) {
        const auto [first, last] = under(columns, run);
        if (last - first > 1) return false;
        const auto distance = [&run](const ColumnSpan& column) {
            return std::max({column.left - run.right, run.left - column.right, Points{0}});
        };
        auto nearest = std::min_element(
            widened.begin(), widened.end(),
            [&](const ColumnSpan& a, const ColumnSpan& b) { return distance(a) < distance(b); });
        *nearest = {std::min(nearest->left, run.left), std::max(nearest->right, run.right)};
    }
    columns = std::move(widened);
    return true;
}

}  // namespace tarang::layout
