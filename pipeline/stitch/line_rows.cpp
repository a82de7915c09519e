#include "pipeline/stitch/line_rows.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/stitch/continuation.h"

namespace tarang::stitch {
namespace {

constexpr float kFewExceptions = 0.05F;  // a stray second line, a word set a row too low
constexpr int kFewestLineRows = 2;
constexpr int kFewestKeyColumns = 2;  // that only numbered rows fill, as amounts and results do

enum class LineKind : std::uint8_t {
    kKeyed,  ///< begins a record
    kLine,   ///< has words and no number
    kOther,  ///< blank, or with merged cells
};

LineKind kind_of(const GridView& grid, std::int32_t row, std::int32_t key_column) {
    bool any = false;
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const GridCell& cell = grid.at(row, c);
        if (cell.row_span != 1 || cell.column_span != 1) return LineKind::kOther;
        any = any || !cell.lines.empty();
    }
    if (!grid.at(row, key_column).lines.empty()) return LineKind::kKeyed;
    return any ? LineKind::kLine : LineKind::kOther;
}

bool filled(const GridView& grid, std::int32_t row, std::int32_t column) {
    return !grid.at(row, column).lines.empty();
}

/// Whether a line cannot be the end of a text.
bool is_unfinished(const TextLine& line) {
    const std::u32string text = thai::decode(line.text);
    std::size_t end = text.size();
    while (end > 0 && thai::is_space(text[end - 1])) --end;
    constexpr std::u32string_view kOpen = U"-\u2013,(/";
    return end > 1 && kOpen.find(text[end - 1]) != kOpen.npos;
}

/// Whether a line begins with a word that no text begins with.
bool begins_inside(const TextLine& line) {
    static constexpr std::array<std::string_view, 6> kInside{"และ", "หรือ", "ของ", "กับ", "ซึ่ง", "แก่"};
    return std::any_of(kInside.begin(), kInside.end(),
                       [&](std::string_view word) { return line.text.starts_with(word); });
}

bool goes_on(const GridCell& upper, const GridCell& lower) {
    if (upper.lines.empty() || lower.lines.empty()) return false;
    return is_unfinished(upper.lines.back()) || begins_inside(lower.lines.front()) ||
           last_line_is_full(upper) || text_goes_on(upper.lines, lower.lines).has_value();
}

/// Whether a text is a number, or what stands for one.
bool is_figure(const GridCell& cell) {
    const std::u32string text = thai::decode(joined_text(cell.lines));
    return !text.empty() && std::none_of(text.begin(), text.end(), [](char32_t c) {
        return thai::is_word_char(c) || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    });
}

/// What a table's rows say of this habit.
struct Habit {
    int cells = 0;     ///< filled cells of line rows
    int odd = 0;       ///< of these, with several lines, or with nothing right above
    int records = 0;   ///< with line rows
    int going_on = 0;  ///< of these, whose words go on
    int line_rows = 0;
    int keyed = 0;
    std::vector<int> in_keyed;  ///< [column]: how many keyed rows fill it
    std::vector<int> figures;   ///< [column]: how many of these with a figure
    std::set<std::int32_t> in_lines;
    std::set<std::int32_t> figures_in_lines;

    /// Whether line rows have figures in a column of figures: they are items of their own.
    bool counts_lines() const {
        return std::any_of(figures_in_lines.begin(), figures_in_lines.end(), [this](std::int32_t column) {
            const auto c = static_cast<std::size_t>(column);
            return 2 * figures[c] > in_keyed[c];
        });
    }
};

void look_at(const TablePart& part, std::int32_t key_column, Habit& habit) {
    const GridView& grid = part.view;
    bool open = false;      // a keyed row stands above, with nothing but line rows between
    bool counted = false;   // ... and its record has line rows
    bool going_on = false;  // ... whose words go on
    for (std::int32_t r = part.header_rows; r < grid.rows(); ++r) {
        const LineKind kind = kind_of(grid, r, key_column);
        if (kind != LineKind::kLine) {
            open = kind == LineKind::kKeyed;
            counted = going_on = false;
            if (!open) continue;
            ++habit.keyed;
            for (std::int32_t c = 0; c < grid.columns(); ++c) {
                habit.in_keyed[static_cast<std::size_t>(c)] += filled(grid, r, c) ? 1 : 0;
                habit.figures[static_cast<std::size_t>(c)] += is_figure(grid.at(r, c)) ? 1 : 0;
            }
            continue;
        }
        if (!open) continue;
        ++habit.line_rows;
        if (!std::exchange(counted, true)) ++habit.records;
        for (std::int32_t c = 0; c < grid.columns(); ++c) {
            if (!filled(grid, r, c)) continue;
            habit.in_lines.insert(c);
            if (is_figure(grid.at(r, c))) habit.figures_in_lines.insert(c);
            ++habit.cells;
            const bool one_line = grid.at(r, c).lines.size() == 1 && grid.at(r - 1, c).lines.size() == 1;
            habit.odd += one_line ? 0 : 1;
            if (!going_on && goes_on(grid.at(r - 1, c), grid.at(r, c))) {
                going_on = true;
                ++habit.going_on;
            }
        }
    }
}

/// Puts the rows [from, to) of a grid into one.
void add_whole_row(const GridView& grid, std::int32_t from, std::int32_t to, Grid& whole) {
    const auto row = static_cast<std::int32_t>(whole.row_edges.size()) - 1;
    for (const GridCell& cell : grid.grid().cells) {
        if (cell.row != from) continue;
        GridCell joined = cell;
        joined.row = row;
        for (std::int32_t r = from + 1; r < to; ++r) {
            const GridCell& next = grid.at(r, cell.column);
            joined.box = unite(joined.box, next.box);
            joined.lines.insert(joined.lines.end(), next.lines.begin(), next.lines.end());
            joined.marks.insert(joined.marks.end(), next.marks.begin(), next.marks.end());
        }
        whole.cells.push_back(std::move(joined));
    }
    whole.row_edges.push_back(grid.grid().row_edges[static_cast<std::size_t>(to)]);
}

}  // namespace

bool has_line_rows(const std::vector<TablePart>& parts, std::int32_t key_column) {
    Habit habit;
    habit.in_keyed.assign(static_cast<std::size_t>(parts.front().view.columns()), 0);
    habit.figures = habit.in_keyed;
    for (const TablePart& part : parts) look_at(part, key_column, habit);
    if (habit.line_rows < kFewestLineRows || 2 * habit.going_on < habit.records) return false;
    if (habit.counts_lines()) return false;
    if (static_cast<float>(habit.odd) > kFewExceptions * static_cast<float>(habit.cells)) return false;
    int keyed_only = 0;  // the number is one of them
    for (std::size_t c = 0; c < habit.in_keyed.size(); ++c) {
        const bool usual = 2 * habit.in_keyed[c] >= habit.keyed;
        keyed_only += usual && !habit.in_lines.contains(static_cast<std::int32_t>(c)) ? 1 : 0;
    }
    return keyed_only > kFewestKeyColumns;
}

Grid with_whole_rows(const TablePart& part, std::int32_t key_column) {
    const GridView& grid = part.view;
    Grid whole;
    whole.outline = grid.grid().outline;
    whole.column_edges = grid.grid().column_edges;
    whole.open_bottom = grid.grid().open_bottom;
    whole.row_edges.push_back(grid.grid().row_edges.front());
    std::int32_t from = 0;
    for (std::int32_t r = 1; r <= grid.rows(); ++r) {
        const bool inside = r > part.header_rows && r < grid.rows() &&
                            kind_of(grid, r, key_column) == LineKind::kLine &&
                            kind_of(grid, from, key_column) != LineKind::kOther;
        if (inside) continue;
        add_whole_row(grid, from, r, whole);
        from = r;
    }
    return whole;
}

}  // namespace tarang::stitch
