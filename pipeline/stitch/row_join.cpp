#include "pipeline/stitch/row_join.h"

#include <algorithm>

#include "lib/thai/compare.h"
#include "pipeline/stitch/continuation.h"
#include "pipeline/stitch/numbered_names.h"
#include "pipeline/stitch/row_evidence.h"

namespace tarang::stitch {
namespace {

// Confidences; what they rest on is measured on reports with known cuts (tests/stitch).
constexpr float kSure = 0.99F;      // a word, number or list is cut
constexpr float kLikely = 0.9F;     // no number, few cells, all under words
constexpr float kPlausible = 0.7F;  // flagged: could be a row of its own

/// Whether rows without a number also stand inside pages, where no break explains them.
bool rows_without_keys_are_usual(const std::vector<TablePart>& parts, std::int32_t key_column) {
    const auto column = static_cast<std::size_t>(key_column);
    for (const TablePart& part : parts) {
        for (std::int32_t r = part.header_rows + 1; r < part.view.rows(); ++r) {
            const RowView row(part.view, r);
            const GridCell* key = row.cells[column];
            const bool own_key_cell = key != nullptr && key->row == r && key->column_span == 1;
            const bool any = std::any_of(row.cells.begin(), row.cells.end(), [](const GridCell* cell) {
                return cell != nullptr && !cell->lines.empty();
            });
            if (own_key_cell && key->lines.empty() && any && !is_total(row)) return true;
        }
    }
    return false;
}

/// A row of the table's own shape, with words, whose key cell is empty.
bool lacks_key(const RowView& row, std::int32_t key_column) {
    const GridCell* key = row.cells[static_cast<std::size_t>(key_column)];
    if (key == nullptr || key->column_span > 1 || !key->lines.empty()) return false;
    const auto filled = [](const GridCell* cell) { return cell != nullptr && !cell->lines.empty(); };
    const auto whole = [&](const GridCell* cell) {
        return cell != nullptr && cell->column_span == static_cast<std::int32_t>(row.cells.size());
    };
    return std::any_of(row.cells.begin(), row.cells.end(), filled) &&
           std::none_of(row.cells.begin(), row.cells.end(), whole);
}

/// "๕ (ต่อ)" under "๕".
bool same_key_continued(const std::string& upper, const std::string& lower) {
    const std::u32string whole = thai::key_of(lower);
    const std::u32string key = without_continued(whole);
    if (key.size() == whole.size()) return false;
    return key.empty() || key == thai::key_of(upper);
}

/// What the rows of a table that no page break can have cut at their beginning have in common.
struct Habit {
    int rows = 0;
    std::vector<int> filled;                ///< [column]: rows that fill it
    std::vector<int> first;                 ///< [column]: rows that begin with it
    std::vector<std::u32string> beginning;  ///< [column]: letters with which all its texts begin

    /// Whether any row begins at the column or farther right.
    bool begins_from(std::size_t column) const {
        return std::any_of(first.begin() + static_cast<std::ptrdiff_t>(column), first.end(),
                           [](int count) { return count > 0; });
    }
};

/// Cuts a beginning to what a text shares with it; the first text is its own.
void keep_beginning(const std::string& text, int texts, std::u32string& beginning) {
    if (texts > 0 && beginning.empty()) return;
    const std::u32string key = thai::key_of(text);
    if (texts == 0) {
        beginning = key;
        return;
    }
    const auto shared = std::mismatch(beginning.begin(), beginning.end(), key.begin(), key.end());
    beginning.erase(shared.first, beginning.end());
}

Habit habit_of(const std::vector<TablePart>& parts) {
    constexpr int kRowsCompared = 40;  // what they begin with, the others do; all seams ask for it
    Habit habit;
    const auto columns = static_cast<std::size_t>(parts.front().view.columns());
    habit.filled.assign(columns, 0);
    habit.first.assign(columns, 0);
    habit.beginning.resize(columns);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const TablePart& part = parts[p];
        for (std::int32_t r = part.header_rows + (p == 0 ? 0 : 1); r < part.view.rows(); ++r) {
            const RowView row(part.view, r);
            const auto whole = [&](const GridCell* cell) {
                return cell != nullptr && cell->column_span == part.view.columns();
            };
            if (std::any_of(row.cells.begin(), row.cells.end(), whole) || is_total(row)) continue;
            std::size_t first = columns;
            for (std::size_t c = columns; c-- > 0;) {
                if (row.cells[c] == nullptr || row.cells[c]->row != r || !row.filled(c)) continue;
                if (habit.rows < kRowsCompared)
                    keep_beginning(row.text(c), habit.filled[c], habit.beginning[c]);
                ++habit.filled[c];
                first = c;
            }
            if (first == columns) continue;
            ++habit.first[first];
            ++habit.rows;
        }
    }
    return habit;
}

constexpr int kEnoughRows = 2;  // fewer have no habit

/// Whether the row leaves columns empty that all of the table's rows fill, several and not few of them: it is
/// no record of its own.
bool lacks_what_all_have(const RowView& lower, const Habit& habit) {
    constexpr int kFewestLacking = 2;
    int lacking = 0;
    int always = 0;
    for (std::size_t c = 0; c < habit.filled.size(); ++c) {
        if (habit.filled[c] < habit.rows) continue;
        ++always;
        lacking += lower.filled(c) ? 0 : 1;
    }
    return habit.rows >= kEnoughRows && lacking >= kFewestLacking && 3 * lacking >= always;
}

/// Whether the row fills what the numbered row above leaves empty and all other rows have, and nothing that
/// the row above has: some programs put a short cell whole on the next page when its row is cut. Each seam
/// has cut one row.
bool completes(const std::vector<TablePart>& parts, const UpperRow& upper, const RowView& lower,
               std::int32_t key_column) {
    const auto key = static_cast<std::size_t>(key_column);
    if (!upper.filled[key] || rows_without_keys_are_usual(parts, key_column)) return false;
    const Habit habit = habit_of(parts);
    if (!lacks_what_all_have(lower, habit)) return false;
    int given = 0;
    for (std::size_t c = 0; c < habit.filled.size(); ++c) {
        if (c == key || lower.cells[c] == nullptr) continue;
        const bool usual = habit.filled[c] + std::ssize(parts) > habit.rows && habit.filled[c] >= kEnoughRows;
        if (lower.filled(c) && upper.filled[c]) return false;
        if (usual && !lower.filled(c) && !upper.filled[c]) return false;
        given += usual && lower.filled(c) ? 1 : 0;
    }
    return given > 0;
}

/// Where cells are centred in their rows, a row that is cut above its middle has its number below the seam.
/// It counts on from the row before; that one and all others of the page have theirs, and a text stands on
/// both sides.
bool number_stands_below(const TablePart& above, const UpperRow& upper, const RowView& lower,
                         std::int32_t key_column) {
    const auto key = static_cast<std::size_t>(key_column);
    const std::int32_t cut = above.view.rows() - upper.end.height;
    if (upper.filled[key] || !lacks_key(upper.end, key_column) || cut <= above.header_rows) return false;
    std::string before;
    for (std::int32_t r = above.header_rows; r < cut; ++r) {
        const RowView row(above.view, r);
        if (!row.filled(key) && r > above.header_rows) return false;
        before = row.text(key);
    }
    std::size_t on_both_sides = 0;
    for (std::size_t c = 0; c < lower.cells.size(); ++c)
        on_both_sides += upper.filled[c] && lower.filled(c) ? 1 : 0;
    return on_both_sides > 0 && is_next_key(before, lower.text(key));
}

RowCut with_key_column(const std::vector<TablePart>& parts, std::size_t lower_part, const UpperRow& upper,
                       const RowView& lower, std::int32_t key_column) {
    const auto column = static_cast<std::size_t>(key_column);
    if (lower.filled(column)) {
        if (number_stands_below(parts[lower_part - 1], upper, lower, key_column))
            return {true, JoinReason::kEmptyKey, kLikely, false};
        if (same_key_continued(upper.start.text(column), lower.text(column)))
            return {true, JoinReason::kEmptyKey, kSure, false};
        return {};
    }
    const Evidence evidence = weigh(upper, lower, key_column);
    if (evidence.filled == 0) return {};  // a blank row continues nothing
    if (evidence.goes_on && evidence.unbegun == 0) return {true, *evidence.goes_on, kSure, false};
    if (evidence.goes_on) return {true, *evidence.goes_on, kPlausible, false};
    if (evidence.unbegun == evidence.filled && completes(parts, upper, lower, key_column))
        return {true, JoinReason::kEmptyKey, kLikely, false};
    if (evidence.unbegun * 2 >= evidence.filled) return {false, {}, 1, true};
    const bool usual = rows_without_keys_are_usual(parts, key_column);
    const bool likely = evidence.begun() && !usual && (evidence.few() || evidence.stopped_full());
    return {true, JoinReason::kEmptyKey, likely ? kLikely : kPlausible, false};
}

/// Whether a row's name begins with other letters than those that all names of the table begin with.
bool begins_otherwise(const RowView& lower, std::size_t first, const Habit& habit) {
    constexpr std::size_t kWord = 5;  // letters: "โครงการ" is one
    constexpr int kEnoughNames = 4;
    if (first >= habit.beginning.size() || habit.filled[first] < kEnoughNames) return false;
    const std::u32string& beginning = habit.beginning[first];
    return beginning.size() >= kWord && !thai::key_of(lower.text(first)).starts_with(beginning);
}

/// A row that begins farther right than the row above it. Where all records of the table begin farther left,
/// it is the rest of that row.
RowCut later_beginning(const RowView& lower, std::size_t first, const Evidence& evidence,
                       const Habit& habit) {
    const bool usual = habit.begins_from(first);
    const bool some_begun = evidence.unbegun * 2 < evidence.filled;
    if (evidence.goes_on && evidence.unbegun == 0) {
        const bool sure =
            !usual || *evidence.goes_on == JoinReason::kMidWord || lacks_what_all_have(lower, habit);
        return {true, *evidence.goes_on, sure ? kLikely : kPlausible, false};
    }
    if (!some_begun || usual) return {false, {}, 1, some_begun || !usual};
    if (evidence.goes_on) return {true, *evidence.goes_on, kPlausible, false};
    const bool likely =
        evidence.begun() && habit.rows >= kEnoughRows && (evidence.few() || evidence.stopped_full());
    if (!likely && !evidence.few() && !evidence.stopped_full()) return {false, {}, 1, true};
    return {true, JoinReason::kNoRepeatedKey, likely ? kLikely : kPlausible, false};
}

/// A row that begins as far left as the row above it: what names it may go on as well. Periods, amounts and
/// results that stand in the first part only tell it from a record.
RowCut same_beginning(const RowView& lower, std::size_t first, const Evidence& evidence, const Habit& habit) {
    if (!evidence.begun()) return {};
    const bool lacks = lacks_what_all_have(lower, habit);
    if (lacks && begins_otherwise(lower, first, habit))
        return {true, evidence.goes_on.value_or(JoinReason::kNoRepeatedKey), kLikely, false};
    if (evidence.goes_on == JoinReason::kMidWord || (evidence.goes_on && lacks))
        return {true, *evidence.goes_on, kLikely, false};
    if (evidence.goes_on && evidence.few()) return {true, *evidence.goes_on, kPlausible, false};
    if (lacks && evidence.stopped_full()) return {true, JoinReason::kNoRepeatedKey, kPlausible, false};
    return {false, {}, 1, lacks};
}

/// A row whose name has no number where each name begins with one that counts on: it has not begun. Empty
/// where the names say nothing.
std::optional<RowCut> by_names(const std::vector<TablePart>& parts, std::size_t lower_part,
                               const UpperRow& upper, const RowView& lower, std::size_t first,
                               const Evidence& evidence) {
    const auto column = static_cast<std::int32_t>(first);
    const NameNumber above = name_number(upper.start.text(first));
    if (above.empty()) return std::nullopt;
    const NameHabit names = name_habit_of(parts, column);
    if (!names.numbered) return std::nullopt;
    const NameNumber below = name_number(lower.text(first));
    if (above.counts_on_to(below)) return RowCut{};
    if (!below.empty() || !evidence.begun()) return std::nullopt;
    const bool alone = evidence.filled == 1;
    if (alone && names.begins_as_heading(lower.text(first))) return RowCut{};
    // Where the numbers begin anew below it, it may be what they are under.
    if (next_name_after(parts, lower_part, column, above) == NextName::kOther && !evidence.goes_on)
        return RowCut{false, {}, 1, true};
    if (!evidence.few() && !evidence.goes_on && !lacks_what_all_have(lower, habit_of(parts)))
        return std::nullopt;
    const bool stopped =
        evidence.goes_on || next_word_is_too_wide(*upper.end.cells[first], lower.cells[first]->lines.front());
    const bool usual = names.without > 0 || (alone && !names.alone.empty());
    if (usual && !stopped) return RowCut{false, {}, 1, true};
    const bool sure = stopped && (!usual || evidence.goes_on == JoinReason::kMidWord);
    return RowCut{true, evidence.goes_on.value_or(JoinReason::kNoRepeatedKey), sure ? kLikely : kPlausible,
                  false};
}

RowCut without_key_column(const std::vector<TablePart>& parts, std::size_t lower_part, const UpperRow& upper,
                          const RowView& lower) {
    const Evidence evidence = weigh(upper, lower, std::nullopt);
    if (evidence.filled == 0) return {};
    // What is merged over rows begins before them, and says nothing of where they begin.
    const auto begins = [&](const auto& filled) {
        std::size_t first = 0;
        while (first < lower.cells.size() && (!filled(first) || merged_over_rows(upper.end, lower, first)))
            ++first;
        return first;
    };
    const std::size_t first = begins([&](std::size_t c) { return lower.filled(c); });
    const std::size_t first_above = begins([&](std::size_t c) { return upper.filled[c]; });
    if (first == first_above && first < lower.cells.size()) {
        if (const auto cut = by_names(parts, lower_part, upper, lower, first, evidence)) return *cut;
    }
    const Habit habit = habit_of(parts);
    if (first > first_above) return later_beginning(lower, first, evidence, habit);
    return same_beginning(lower, first, evidence, habit);
}

}  // namespace

RowCut judge_row_cut(const std::vector<TablePart>& parts, std::size_t begins, std::size_t lower,
                     std::optional<std::int32_t> key_column) {
    const TablePart& above = parts[lower - 1];
    const TablePart& below = parts[lower];
    const bool any_above = above.view.rows() > above.header_rows;
    const bool any_below = below.view.rows() > below.header_rows;
    if (!any_above || !any_below) return {};
    const UpperRow upper_row(parts, begins, lower - 1);
    const RowView lower_row(below.view, below.header_rows);
    if (is_total(lower_row)) return {};
    if (is_total(upper_row.start) || !same_shape(upper_row.end, lower_row)) {
        return {false, {}, 1, key_column && lacks_key(lower_row, *key_column)};
    }
    if (key_column) return with_key_column(parts, lower, upper_row, lower_row, *key_column);
    return without_key_column(parts, lower, upper_row, lower_row);
}

}  // namespace tarang::stitch
