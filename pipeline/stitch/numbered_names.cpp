#include "pipeline/stitch/numbered_names.h"

#include <algorithm>
#include <optional>

#include "lib/thai/compare.h"
#include "lib/thai/text_cursor.h"
#include "lib/thai/utf8.h"

namespace tarang::stitch {
namespace {

constexpr std::size_t kMostDigits = 3;
constexpr int kFewestNames = 3;     // fewer have no habit
constexpr int kNamesCompared = 40;  // what they begin with, the others do; all seams ask for it

/// Whether a row has a cell of its own in the column, with words, beside others.
bool has_name(const GridView& grid, std::int32_t row, std::int32_t column) {
    const GridCell& cell = grid.at(row, column);
    return cell.row == row && cell.column == column && cell.column_span == 1 && !cell.lines.empty();
}

bool stands_alone(const GridView& grid, std::int32_t row, std::int32_t column) {
    for (const GridCell* cell : grid.starting_in(row)) {
        if (cell->column != column && !cell->lines.empty()) return false;
    }
    return true;
}

}  // namespace

bool NameHabit::begins_as_heading(const std::string& text) const {
    constexpr std::ptrdiff_t kWord = 5;  // letters: "แผนงาน" is one
    const std::u32string key = thai::key_of(text);
    return std::any_of(alone.begin(), alone.end(), [&key](const std::u32string& heading) {
        return std::mismatch(key.begin(), key.end(), heading.begin(), heading.end()).first - key.begin() >=
               kWord;
    });
}

bool NameNumber::counts_on_to(const NameNumber& other) const {
    if (levels.empty() || mark != other.mark) return false;
    std::vector<int> next = levels;
    ++next.back();
    return next == other.levels;
}

NameNumber name_number(const std::string& text) {
    const std::u32string whole = thai::decode(text);
    thai::TextCursor cursor(whole);
    cursor.take_spaces();
    NameNumber name;
    if (cursor.take(U"(")) name.mark = U'(';
    std::optional<int> number = cursor.take_number(kMostDigits);
    while (number) {
        name.levels.push_back(*number);
        thai::TextCursor inner = cursor;
        number.reset();
        if (inner.take(U".")) number = inner.take_number(kMostDigits);
        if (number) cursor = inner;
    }
    if (name.levels.empty()) return {};
    const char32_t mark = cursor.next();
    if (mark == U'.' || mark == U')') {
        cursor.take_one_of(U".)");
        name.mark = mark;
    } else if (name.levels.size() < 2 || !thai::is_space(mark)) {
        return {};
    }
    cursor.take_spaces();
    // "๑.๕๐๐" is an amount and "๑." alone a number column's.
    if (cursor.at_end() || thai::digit_value(cursor.next()) >= 0) return {};
    return name;
}

NameHabit name_habit_of(const std::vector<TablePart>& parts, std::int32_t column) {
    NameHabit habit;
    int names = 0;
    int steps = 0;
    int counted = 0;
    NameNumber before;
    for (const TablePart& part : parts) {
        for (std::int32_t r = part.header_rows; r < part.view.rows() && names < kNamesCompared; ++r) {
            if (!has_name(part.view, r, column)) continue;
            const NameNumber own = name_number(part.view.text(r, column));
            const bool at_top = r == part.header_rows && &part != &parts.front();
            if (own.empty()) {
                if (at_top) continue;
                if (stands_alone(part.view, r, column))
                    habit.alone.push_back(thai::key_of(part.view.text(r, column)));
                else
                    ++habit.without;
                continue;
            }
            ++names;
            if (!before.empty()) ++steps, counted += before.counts_on_to(own) ? 1 : 0;
            before = own;
        }
    }
    constexpr int kFewWithout = 4;  // of so many one may have none: a heading between them
    habit.numbered = names >= kFewestNames && kFewWithout * habit.without <= names && 2 * counted >= steps;
    return habit;
}

NextName next_name_after(const std::vector<TablePart>& parts, std::size_t lower, std::int32_t column,
                         const NameNumber& before) {
    constexpr std::size_t kPartsLookedAt = 3;  // a record is hardly longer
    for (std::size_t p = lower; p < parts.size() && p < lower + kPartsLookedAt; ++p) {
        const GridView& view = parts[p].view;
        for (std::int32_t r = parts[p].header_rows + (p == lower ? 1 : 0); r < view.rows(); ++r) {
            if (!has_name(view, r, column)) continue;
            const NameNumber own = name_number(view.text(r, column));
            if (!own.empty()) return before.counts_on_to(own) ? NextName::kCountsOn : NextName::kOther;
        }
    }
    return NextName::kNone;
}

}  // namespace tarang::stitch
