#include "pipeline/stitch/line_rows.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "pipeline/stitch/continuation.h"

namespace tarang::stitch {
namespace {

constexpr float kFewExceptions = 0.05F;  // a stray second line, a word set a row too low
constexpr float kFewOfMany = 0.1F;       // seen: 0.075 in a printed spreadsheet of 70 pages
constexpr int kManyRecords = 20;
constexpr int kFewestLineRows = 2;
constexpr int kFewestKeyColumns = 2;  // that only numbered rows fill, as amounts and results do

enum class LineKind : std::uint8_t {
    kKeyed,  ///< begins a record
    kLine,   ///< has words and no number
    kOther,  ///< blank, or with merged cells
};

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

LineKind kind_of(const GridView& grid, std::int32_t row, const RecordColumns& columns) {
    bool any = false;
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const GridCell& cell = grid.at(row, c);
        if (cell.row_span != 1 || cell.column_span != 1) return LineKind::kOther;
        any = any || !cell.lines.empty();
    }
    if (filled(grid, row, columns.key)) return LineKind::kKeyed;
    // An item of a record that has an amount and another value of its own is a record by itself.
    const auto has_figure = [&](std::int32_t c) { return is_figure(grid.at(row, c)); };
    const auto has_words = [&](std::int32_t c) { return filled(grid, row, c); };
    if (std::any_of(columns.figures.begin(), columns.figures.end(), has_figure) &&
        std::any_of(columns.single.begin(), columns.single.end(), has_words))
        return LineKind::kKeyed;
    return any ? LineKind::kLine : LineKind::kOther;
}

/// What a table's rows say of this habit.
struct Habit {
    int cells = 0;     ///< filled cells of line rows
    int odd = 0;       ///< of these, with several lines, or with nothing right above
    int records = 0;   ///< with line rows
    int going_on = 0;  ///< of these, whose words go on
    int line_rows = 0;
    int keyed = 0;
    std::vector<int> in_keyed;          ///< [column]: how many keyed rows fill it
    std::vector<int> figures;           ///< [column]: how many of these with a figure
    std::vector<int> in_lines;          ///< [column]: how many line rows fill it
    std::vector<int> figures_in_lines;  ///< [column]: how many of these with a figure

    explicit Habit(std::int32_t columns) : in_keyed(static_cast<std::size_t>(columns)) {
        figures = in_lines = figures_in_lines = in_keyed;
    }

    /// Whether so many are no more than strays among the records.
    bool are_strays(int count) const {
        return static_cast<float>(count) <= kFewExceptions * static_cast<float>(records);
    }

    /// Whether line rows have figures in a column of figures: they are items of their own.
    bool counts_lines() const {
        for (std::size_t c = 0; c < figures.size(); ++c) {
            if (2 * figures[c] > in_keyed[c] && !are_strays(figures_in_lines[c])) return true;
        }
        return false;
    }

    /// Many tables of one hand may have more odd cells than one short table.
    bool is_regular() const {
        const float few = records >= kManyRecords ? kFewOfMany : kFewExceptions;
        return static_cast<float>(odd) <= few * static_cast<float>(cells);
    }
};

void look_at(const TablePart& part, const RecordColumns& columns, Habit& habit) {
    const GridView& grid = part.view;
    bool open = false;      // a keyed row stands above, with nothing but line rows between
    bool counted = false;   // ... and its record has line rows
    bool going_on = false;  // ... whose words go on
    for (std::int32_t r = part.header_rows; r < grid.rows(); ++r) {
        const LineKind kind = kind_of(grid, r, columns);
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
            ++habit.in_lines[static_cast<std::size_t>(c)];
            habit.figures_in_lines[static_cast<std::size_t>(c)] += is_figure(grid.at(r, c)) ? 1 : 0;
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

enum class Spill : std::uint8_t { kNone, kFromLeft, kFromRight };

/// Words in a column of figures are a neighbour's that did not fit its cell: they touch its own.
Spill spill_into(const GridView& grid, std::int32_t row, std::int32_t column, const RecordColumns& columns) {
    constexpr Points kTouching = 0.3F;  // em: the space between two words at the most
    const auto& figures = columns.figures;
    if (std::find(figures.begin(), figures.end(), column) == figures.end()) return Spill::kNone;
    const GridCell& cell = grid.at(row, column);
    if (cell.lines.size() != 1 || is_figure(cell)) return Spill::kNone;
    const TextLine& words = cell.lines.front();
    const Points most = kTouching * words.size;
    if (column > 0) {
        const auto& left = grid.at(row, column - 1).lines;
        if (!left.empty() && words.box.left - left.back().box.right <= most) return Spill::kFromLeft;
    }
    if (column + 1 < grid.columns()) {
        const auto& right = grid.at(row, column + 1).lines;
        if (!right.empty() && right.front().box.left - words.box.right <= most) return Spill::kFromRight;
    }
    return Spill::kNone;
}

/// A cell's lines in a row that goes on with a record: with what ran out of the cell, without what ran into
/// it.
std::vector<TextLine> own_lines(const GridView& grid, std::int32_t row, std::int32_t column,
                                const RecordColumns& columns) {
    if (spill_into(grid, row, column, columns) != Spill::kNone) return {};
    std::vector<TextLine> lines = grid.at(row, column).lines;
    if (lines.empty()) return lines;
    if (column + 1 < grid.columns() && spill_into(grid, row, column + 1, columns) == Spill::kFromLeft)
        lines.back() = in_one(lines.back(), grid.at(row, column + 1).lines.front(), "");
    if (column > 0 && spill_into(grid, row, column - 1, columns) == Spill::kFromRight)
        lines.front() = in_one(grid.at(row, column - 1).lines.front(), lines.front(), "");
    return lines;
}

/// Puts the rows [from, to) of a grid into one.
void add_whole_row(const GridView& grid, std::int32_t from, std::int32_t to, const RecordColumns& columns,
                   Grid& whole) {
    const auto row = static_cast<std::int32_t>(whole.row_edges.size()) - 1;
    for (const GridCell& cell : grid.grid().cells) {
        if (cell.row != from) continue;
        GridCell joined = cell;
        joined.row = row;
        for (std::int32_t r = from + 1; r < to; ++r) {
            const GridCell& next = grid.at(r, cell.column);
            joined.box = unite(joined.box, next.box);
            const std::vector<TextLine> lines = own_lines(grid, r, cell.column, columns);
            joined.lines.insert(joined.lines.end(), lines.begin(), lines.end());
            joined.marks.insert(joined.marks.end(), next.marks.begin(), next.marks.end());
        }
        whole.cells.push_back(std::move(joined));
    }
    whole.row_edges.push_back(grid.grid().row_edges[static_cast<std::size_t>(to)]);
}

}  // namespace

namespace {

Habit habit_of(const std::vector<TablePart>& parts, const RecordColumns& columns) {
    Habit habit(parts.front().view.columns());
    for (const TablePart& part : parts) look_at(part, columns, habit);
    return habit;
}

/// Whether most numbers count on from the one before: amounts in a first column do not.
bool counts_on(const std::vector<TablePart>& parts, std::int32_t key_column) {
    int steps = 0;
    int counted = 0;
    std::string before;
    for (const TablePart& part : parts) {
        for (std::int32_t r = part.header_rows; r < part.view.rows(); ++r) {
            const std::string text = part.view.text(r, key_column);
            if (text.empty()) continue;
            if (!before.empty()) ++steps, counted += is_next_key(before, text) ? 1 : 0;
            before = text;
        }
    }
    return 2 * counted >= steps;
}

/// The columns that the numbered rows alone fill, but for an item here and there.
RecordColumns columns_of(const Habit& habit, std::int32_t key) {
    constexpr int kRarely = 5;  // of five times that a numbered row fills it, one line row does at the most
    RecordColumns columns{key, {}, {}};
    for (std::size_t c = 0; c < habit.in_keyed.size(); ++c) {
        const auto column = static_cast<std::int32_t>(c);
        if (column == key || 2 * habit.in_keyed[c] < habit.keyed) continue;
        if (2 * habit.figures[c] > habit.in_keyed[c])
            columns.figures.push_back(column);
        else if (kRarely * habit.in_lines[c] <= habit.in_keyed[c])
            columns.single.push_back(column);
    }
    return columns;
}

}  // namespace

std::optional<RecordColumns> line_rows_of(const std::vector<TablePart>& parts, std::int32_t key_column) {
    if (!counts_on(parts, key_column)) return std::nullopt;
    const RecordColumns columns = columns_of(habit_of(parts, {key_column, {}, {}}), key_column);
    const Habit habit = habit_of(parts, columns);
    if (habit.line_rows < kFewestLineRows || 2 * habit.going_on < habit.records) return std::nullopt;
    if (habit.counts_lines() || !habit.is_regular()) return std::nullopt;
    int keyed_only = 0;  // the number is one of them
    for (std::size_t c = 0; c < habit.in_keyed.size(); ++c) {
        // Words in a column of amounts run over into it from the left.
        const bool amounts = 2 * habit.figures[c] > habit.in_keyed[c];
        const bool usual = 2 * habit.in_keyed[c] >= habit.keyed;
        keyed_only +=
            usual && habit.are_strays(amounts ? habit.figures_in_lines[c] : habit.in_lines[c]) ? 1 : 0;
    }
    return keyed_only > kFewestKeyColumns ? std::optional(columns) : std::nullopt;
}

Grid with_whole_rows(const TablePart& part, const RecordColumns& columns) {
    const GridView& grid = part.view;
    Grid whole;
    whole.outline = grid.grid().outline;
    whole.column_edges = grid.grid().column_edges;
    whole.open_bottom = grid.grid().open_bottom;
    whole.row_edges.push_back(grid.grid().row_edges.front());
    std::int32_t from = 0;
    for (std::int32_t r = 1; r <= grid.rows(); ++r) {
        const bool inside = r > part.header_rows && r < grid.rows() &&
                            kind_of(grid, r, columns) == LineKind::kLine &&
                            kind_of(grid, from, columns) != LineKind::kOther;
        if (inside) continue;
        add_whole_row(grid, from, r, columns, whole);
        from = r;
    }
    return whole;
}

}  // namespace tarang::stitch
