#include "pipeline/stitch/columns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>

#include "lib/thai/compare.h"
#include "pipeline/stitch/header.h"

namespace tarang::stitch {
namespace {

constexpr Points kColumnSlack = 3;          // points that a column edge may move between pages
constexpr float kColumnSlackShare = 0.01F;  // ... or this share of the table's width
// Of header texts. Measured on headers of four scanned reports: a word of one is read at 0.7 or better, other
// columns of the same table are below 0.5.
constexpr float kSameColumn = 0.6F;
constexpr float kSameRunTogether = 0.7F;  // of two or three columns' headers whose lines were read across
constexpr float kAccounted = 0.75F;       // of the page's header, in letters
constexpr float kDrawn = 0.66F;           // of the table's columns
constexpr std::int32_t kFewestColumns = 3;
constexpr std::int32_t kMostTogether = 3;

Points slack_of(const Grid& grid) { return std::max(kColumnSlack, kColumnSlackShare * grid.outline.width()); }

/// How many of the pairs of neighbouring letters two texts share, whatever their order: 0..1.
float shared_pairs(std::u32string_view a, std::u32string_view b) {
    std::map<std::pair<char32_t, char32_t>, int> pairs;
    for (std::size_t i = 1; i < a.size(); ++i) ++pairs[{a[i - 1], a[i]}];
    int shared = 0;
    for (std::size_t i = 1; i < b.size(); ++i) {
        const auto found = pairs.find({b[i - 1], b[i]});
        if (found == pairs.end() || found->second == 0) continue;
        --found->second;
        ++shared;
    }
    const auto all = static_cast<float>(a.size() + b.size()) - 2;
    return all <= 0 ? 0 : 2 * static_cast<float>(shared) / all;
}

/// The best way to walk through both headers from left to right.
class HeaderAlignment {
public:
    HeaderAlignment(const GridView& grid, std::int32_t rows, const GridView& first, std::int32_t header_rows)
        : own_(header_of(grid, 0, rows)), table_(header_of(first, 0, header_rows)) {}

    std::optional<ColumnGroups> align() {
        const std::size_t n = table_.size() + 1;
        const std::size_t m = own_.size() + 1;
        best_.assign(n * m, {});
        best_[0] = {0, {}, true};
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < m; ++j) {
                if (best_[i * m + j].reached) step_from(static_cast<int>(i), static_cast<int>(j));
            }
        }
        const Step& end = best_.back();
        float letters = 0;
        for (const std::u32string& text : own_) letters += static_cast<float>(text.size());
        if (!end.reached || end.score < kAccounted * letters) return std::nullopt;
        ColumnGroups groups;
        for (std::size_t at = best_.size() - 1; at > 0;) {
            const ColumnGroup& group = best_[at].group;
            if (group.first < group.last) groups.push_back(group);
            at = static_cast<std::size_t>(group.first) * m + static_cast<std::size_t>(group.own_first);
        }
        std::reverse(groups.begin(), groups.end());
        return checked(std::move(groups));
    }

private:
    struct Step {
        float score = 0;
        ColumnGroup group;
        bool reached = false;
    };

    void step_from(int i, int j) {
        const int n = static_cast<int>(table_.size());
        const int m = static_cast<int>(own_.size());
        if (i < n) offer(i, i + 1, j, j, 0);
        if (i < n && j < m) {
            const float alike = thai::similarity_of_keys(table_[at(i)], own_[at(j)]);
            if (alike >= kSameColumn) offer(i, i + 1, j, j + 1, alike * weight(own_[at(j)]));
        }
        for (int k = 2; k <= kMostTogether; ++k) {
            if (i + k <= n && j < m) {
                const float alike = shared_pairs(joined(table_, i, k), own_[at(j)]);
                if (alike >= kSameRunTogether) offer(i, i + k, j, j + 1, kCut * alike * weight(own_[at(j)]));
            }
            if (i < n && j + k <= m) {
                const std::u32string parts = joined(own_, j, k);
                const float alike = shared_pairs(table_[at(i)], parts);
                if (alike >= kSameRunTogether) offer(i, i + 1, j, j + k, kCut * alike * weight(parts));
            }
        }
    }

    void offer(int i, int to, int j, int own_to, float score) {
        const std::size_t m = own_.size() + 1;
        const Step& from = best_[at(i) * m + at(j)];
        Step& target = best_[at(to) * m + at(own_to)];
        if (target.reached && target.score >= from.score + score) return;
        target = {from.score + score, {i, to, j, own_to}, true};
    }

    /// Nothing where too few of the table's columns are drawn.
    std::optional<ColumnGroups> checked(ColumnGroups groups) const {
        std::int32_t drawn = 0;
        for (const ColumnGroup& group : groups)
            drawn += group.own_first < group.own_last ? group.last - group.first : 0;
        const auto all = static_cast<float>(table_.size());
        if (static_cast<float>(drawn) < kDrawn * all) return std::nullopt;
        return groups;
    }

    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    static float weight(const std::u32string& text) { return static_cast<float>(text.size()); }
    static std::u32string joined(const std::vector<std::u32string>& texts, int from, int count) {
        return std::accumulate(texts.begin() + from, texts.begin() + from + count, std::u32string());
    }

    static constexpr float kCut = 0.95F;  // one to one is better where both fit
    std::vector<std::u32string> own_;
    std::vector<std::u32string> table_;
    std::vector<Step> best_;
};

/// Two lines that stand beside each other, in one.
TextLine beside(const TextLine& left, const TextLine& right) {
    constexpr Points kSpace = 0.25F;  // em
    const bool apart = left.ends_with_space || right.box.left - left.box.right > kSpace * left.size;
    return in_one(left, right, apart ? " " : "");
}

bool on_one_line(const TextLine& a, const TextLine& b) {
    return overlap(a.box.top, a.box.bottom, b.box.top, b.box.bottom) >
           std::min(a.box.height(), b.box.height()) / 2;
}

void add_lines_beside(std::vector<TextLine>& lines, const std::vector<TextLine>& more) {
    for (const TextLine& line : more) {
        const auto known = std::find_if(lines.begin(), lines.end(),
                                        [&](const TextLine& other) { return on_one_line(other, line); });
        if (known != lines.end())
            *known = beside(*known, line);
        else
            lines.push_back(line);
    }
    std::stable_sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) {
        return !on_one_line(a, b) && a.box.top < b.box.top;
    });
}

/// Around the words that stand in one column alone.
std::optional<Rect> words_in_column(const GridView& grid, std::int32_t column) {
    std::optional<Rect> around;
    for (const GridCell& cell : grid.grid().cells) {
        if (cell.column != column || cell.column_span != 1) continue;
        for (const TextLine& line : cell.lines) around = around ? unite(*around, line.box) : line.box;
    }
    return around;
}

/// Builds a grid with other columns from a page's own.
class Conformer {
public:
    Conformer(const GridView& grid, const ColumnGroups& groups, const Grid& first, bool lines_are_false)
        : grid_(grid), groups_(groups), lines_are_false_(lines_are_false) {
        result_.outline = grid.grid().outline;
        result_.row_edges = grid.grid().row_edges;
        result_.open_bottom = grid.grid().open_bottom;
        for (const ColumnGroup& group : groups) add_edges(group, first);
        result_.column_edges.push_back(grid.grid().column_edges.back());
    }

    std::optional<Grid> build() {
        for (const GridCell& cell : grid_.grid().cells) {
            if (!add(cell)) return std::nullopt;
        }
        fill_what_is_not_drawn();
        std::sort(result_.cells.begin(), result_.cells.end(), [](const GridCell& a, const GridCell& b) {
            return a.row != b.row ? a.row < b.row : a.column < b.column;
        });
        return std::move(result_);
    }

private:
    void add_edges(const ColumnGroup& group, const Grid& first) {
        const std::vector<Points>& own = grid_.grid().column_edges;
        const auto edge = [](const std::vector<Points>& edges, std::int32_t i) {
            return edges[std::min(static_cast<std::size_t>(i), edges.size() - 1)];
        };
        const Points left = edge(own, group.own_first);
        const Points right = edge(own, group.own_last);
        const Points from = edge(first.column_edges, group.first);
        const Points whole = std::max<Points>(1, edge(first.column_edges, group.last) - from);
        for (std::int32_t c = group.first; c < group.last; ++c)
            result_.column_edges.push_back(left +
                                           (right - left) * (edge(first.column_edges, c) - from) / whole);
    }

    const ColumnGroup* group_of(std::int32_t own_column) const {
        const auto found = std::find_if(groups_.begin(), groups_.end(), [&](const ColumnGroup& group) {
            return group.own_first <= own_column && own_column < group.own_last;
        });
        return found == groups_.end() ? nullptr : &*found;
    }

    bool add(const GridCell& cell) {
        const ColumnGroup* from = group_of(cell.column);
        const ColumnGroup* to = group_of(cell.column + cell.column_span - 1);
        if (from == nullptr || to == nullptr) return false;
        const bool whole = cell.column_span == grid_.columns();
        if (whole) return put(cell, 0, static_cast<std::int32_t>(result_.column_edges.size()) - 1);
        if (from == to && from->last - from->first > 1) return split(cell, *from);
        const bool cut = from == to && from->own_last - from->own_first > cell.column_span;
        if (cut) return unite_over(cell, from->first, from->last);
        const bool begins = cell.column == from->own_first;
        const bool ends = cell.column + cell.column_span == to->own_last;
        if (begins && ends) return put(cell, from->first, to->last);
        return lines_are_false_ && unite_over(cell, from->first, to->last);
    }

    bool put(GridCell cell, std::int32_t first, std::int32_t last) {
        cell.column = first;
        cell.column_span = last - first;
        result_.cells.push_back(std::move(cell));
        return true;
    }

    bool split(const GridCell& cell, const ColumnGroup& group) {
        for (std::int32_t c = group.first; c < group.last; ++c) {
            GridCell part = cell;
            part.box.left = result_.column_edges[static_cast<std::size_t>(c)];
            part.box.right = result_.column_edges[static_cast<std::size_t>(c) + 1];
            const bool leftmost = c == group.first;
            const bool rightmost = c + 1 == group.last;
            const auto elsewhere = [&](const Rect& box) {
                const Points x = box.center_x();
                return (x < part.box.left && !leftmost) || (x >= part.box.right && !rightmost);
            };
            std::erase_if(part.lines, [&](const TextLine& line) { return elsewhere(line.box); });
            std::erase_if(part.marks, [&](const CellMark& mark) { return elsewhere(mark.box); });
            put(std::move(part), c, c + 1);
        }
        return true;
    }

    /// Adds a part of what a false line cuts to the part that stands there already.
    bool unite_over(const GridCell& cell, std::int32_t first, std::int32_t last) {
        const auto known =
            std::find_if(result_.cells.begin(), result_.cells.end(), [&](const GridCell& other) {
                return other.column < last && first < other.column + other.column_span &&
                       other.row < cell.row + cell.row_span && cell.row < other.row + other.row_span;
            });
        if (known == result_.cells.end()) return put(cell, first, last);
        if (known->row != cell.row || known->row_span != cell.row_span) return false;
        last = std::max(last, known->column + known->column_span);
        known->column = std::min(first, known->column);
        known->column_span = last - known->column;
        known->box = unite(known->box, cell.box);
        add_lines_beside(known->lines, cell.lines);
        known->marks.insert(known->marks.end(), cell.marks.begin(), cell.marks.end());
        return true;
    }

    void fill_what_is_not_drawn() {
        const auto columns = static_cast<std::int32_t>(result_.column_edges.size()) - 1;
        std::vector<bool> covered(static_cast<std::size_t>(columns * grid_.rows()), false);
        for (const GridCell& cell : result_.cells) {
            for (std::int32_t r = cell.row; r < cell.row + cell.row_span; ++r) {
                for (std::int32_t c = cell.column; c < cell.column + cell.column_span; ++c)
                    covered[static_cast<std::size_t>(r * columns + c)] = true;
            }
        }
        for (std::size_t i = 0; i < covered.size(); ++i) {
            if (covered[i]) continue;
            GridCell cell;
            cell.row = static_cast<std::int32_t>(i) / columns;
            cell.column = static_cast<std::int32_t>(i) % columns;
            const auto row = static_cast<std::size_t>(cell.row);
            cell.box = {result_.outline.left, result_.row_edges[row], result_.outline.right,
                        result_.row_edges[row + 1]};
            result_.cells.push_back(std::move(cell));
        }
    }

    const GridView& grid_;
    const ColumnGroups& groups_;
    bool lines_are_false_;  ///< those within groups: what they cut is one, over how many columns it reaches
    Grid result_;
};

}  // namespace

bool same_columns(const Grid& a, const Grid& b) {
    if (a.columns() != b.columns()) return false;
    const Points slack = slack_of(a);
    const Points shift = b.column_edges.front() - a.column_edges.front();
    for (std::size_t i = 0; i < a.column_edges.size(); ++i) {
        if (std::abs(b.column_edges[i] - shift - a.column_edges[i]) > slack) return false;
    }
    return true;
}

std::optional<ColumnGroups> columns_by_header(const GridView& grid, std::int32_t rows, const GridView& first,
                                              std::int32_t header_rows) {
    if (rows <= 0 || header_rows <= 0 || rows > grid.rows() || header_rows > first.rows())
        return std::nullopt;
    if (std::min(grid.columns(), first.columns()) < kFewestColumns) return std::nullopt;
    return HeaderAlignment(grid, rows, first, header_rows).align();
}

std::optional<ColumnGroups> columns_by_place(const Grid& grid, const Grid& first) {
    const std::int32_t own = grid.columns();
    if (own >= first.columns() || own < kFewestColumns) return std::nullopt;
    if (static_cast<float>(own) < kDrawn * static_cast<float>(first.columns())) return std::nullopt;
    const Points slack = slack_of(first);
    const Points shift = grid.column_edges.front() - first.column_edges.front();
    ColumnGroups groups;
    std::int32_t at = 0;
    for (std::int32_t j = 0; j < own; ++j) {
        const Points wanted = grid.column_edges[static_cast<std::size_t>(j) + 1] - shift;
        std::int32_t to = at + 1;
        while (to <= first.columns() && first.column_edges[static_cast<std::size_t>(to)] < wanted - slack)
            ++to;
        if (to > first.columns() || first.column_edges[static_cast<std::size_t>(to)] > wanted + slack)
            return std::nullopt;
        groups.push_back({at, to, j, j + 1});
        at = to;
    }
    for (; at < first.columns(); ++at) groups.push_back({at, at + 1, own, own});
    return groups;
}

std::optional<ColumnGroups> columns_by_words(const GridView& grid, const Grid& first) {
    constexpr Points kSides = 12;  // points; an unruled table's sides are where its words end
    constexpr Points kOver = 2;    // points that a word may reach over its column
    const Rect& outline = grid.grid().outline;
    if (grid.columns() > first.columns() || grid.columns() < kFewestColumns) return std::nullopt;
    if (std::abs(outline.left - first.outline.left) > kSides || outline.right > first.outline.right + kSides)
        return std::nullopt;
    ColumnGroups groups;
    std::int32_t at = 0;
    for (std::int32_t j = 0; j < grid.columns(); ++j) {
        const std::optional<Rect> words = words_in_column(grid, j);
        const Points middle = words ? words->center_x()
                                    : (grid.grid().column_edges[static_cast<std::size_t>(j)] +
                                       grid.grid().column_edges[static_cast<std::size_t>(j) + 1]) /
                                          2;
        while (at < first.columns() && first.column_edges[static_cast<std::size_t>(at) + 1] <= middle) {
            groups.push_back({at, at + 1, j, j});
            ++at;
        }
        if (at == first.columns()) return std::nullopt;
        const auto column = static_cast<std::size_t>(at);
        if (words && (words->left < first.column_edges[column] - kOver ||
                      words->right > first.column_edges[column + 1] + kOver))
            return std::nullopt;
        groups.push_back({at, at + 1, j, j + 1});
        ++at;
    }
    for (; at < first.columns(); ++at) groups.push_back({at, at + 1, grid.columns(), grid.columns()});
    return groups;
}

std::optional<Grid> with_columns(const GridView& grid, const ColumnGroups& groups, const Grid& first) {
    return Conformer(grid, groups, first, false).build();
}

std::optional<Grid> without_lines(const GridView& grid, const ColumnGroups& groups) {
    return Conformer(grid, groups, grid.grid(), true).build();
}

}  // namespace tarang::stitch
