#include "pipeline/stitch/row_join.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lib/thai/compare.h"
#include "pipeline/stitch/continuation.h"

namespace tarang::stitch {
namespace {

// Confidences; what they rest on is measured on reports with known cuts (tests/stitch).
constexpr float kSure = 0.99F;      // a word, number or list is cut
constexpr float kLikely = 0.9F;     // no number, few cells, all under words
constexpr float kPlausible = 0.7F;  // flagged: could be a row of its own
constexpr float kFewCells = 0.6F;   // share of the row's cells

/// A body row of one page: one entry a column, merged cells under their first column only.
struct RowView {
    std::vector<const GridCell*> cells;  ///< null where another cell spans over
    std::int32_t height = 1;             ///< steps of the grid; a stray rule in one cell parts no row

    RowView(const GridView& grid, std::int32_t row)
        : cells(static_cast<std::size_t>(grid.columns()), nullptr) {
        for (std::int32_t column = 0; column < grid.columns();) {
            const GridCell& cell = grid.at(row, column);
            cells[static_cast<std::size_t>(column)] = &cell;
            column = cell.column + cell.column_span;
        }
        height = usual_height(grid, row);
    }

    bool filled(std::size_t column) const {
        return cells[column] != nullptr && !cells[column]->lines.empty();
    }
    std::string text(std::size_t column) const {
        return cells[column] == nullptr ? std::string() : joined_text(cells[column]->lines);
    }
};

bool is_total(const RowView& row) {
    static const std::array<std::u32string_view, 4> kTotals{U"รวม", U"ยอดรวม", U"ผลรวม", U"ทั้งสิ้น"};
    static const std::array<std::u32string_view, 3> kSums{U"รวมทั้งสิ้น", U"รวมทั้งหมด", U"รวมทั้งปี"};
    static const std::array<std::u32string_view, 2> kIncluding{U"รวมทั้ง", U"รวมถึง"};
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (!row.filled(c)) continue;
        const std::u32string key = thai::key_of(row.text(c));
        const auto begins = [&](std::u32string_view word) { return key.starts_with(word); };
        if (std::any_of(kSums.begin(), kSums.end(), begins)) return true;
        return std::any_of(kTotals.begin(), kTotals.end(), begins) &&
               std::none_of(kIncluding.begin(), kIncluding.end(), begins);
    }
    return false;
}

/// Rows of one record have the same cells side by side; a section or total merges some.
bool same_shape(const RowView& upper, const RowView& lower) {
    for (std::size_t c = 0; c < upper.cells.size(); ++c) {
        const std::int32_t a = upper.cells[c] == nullptr ? 0 : upper.cells[c]->column_span;
        const std::int32_t b = lower.cells[c] == nullptr ? 0 : lower.cells[c]->column_span;
        if (a != b) return false;
    }
    return true;
}

/// Columns whose cells are merged over rows (a project beside its activities) say nothing of one row.
bool merged_over_rows(const RowView& upper, const RowView& lower, std::size_t column) {
    const auto merged = [column](const RowView& row) {
        return row.cells[column] != nullptr && row.cells[column]->row_span > row.height;
    };
    return merged(upper) || merged(lower);
}

/// A row above a seam, with all of its parts.
struct UpperRow {
    RowView start;             ///< its first part
    RowView end;               ///< the part right above the seam
    std::vector<bool> filled;  ///< [column]: any part has words
    std::vector<bool> ended;   ///< [column]: its words ended on a page before

    UpperRow(const std::vector<TablePart>& parts, std::size_t begins, std::size_t last)
        : start(parts[begins].view, parts[begins].view.rows() - 1), end(start) {
        const std::size_t columns = start.cells.size();
        filled.assign(columns, false);
        ended.assign(columns, false);
        for (std::size_t c = 0; c < columns; ++c) filled[c] = start.filled(c);
        for (std::size_t p = begins + 1; p <= last; ++p) {
            end = RowView(parts[p].view, parts[p].header_rows);
            for (std::size_t c = 0; c < columns; ++c) {
                ended[c] = filled[c] && !end.filled(c);
                filled[c] = filled[c] || end.filled(c);
            }
        }
    }

    /// Whether its words can go on below the seam.
    bool open(std::size_t column) const { return filled[column] && !ended[column]; }
};

/// What the cells of the two rows say together.
struct Evidence {
    int columns = 0;     ///< that speak for one row
    int filled = 0;      ///< in the lower row
    int unbegun = 0;     ///< filled below, not begun above
    int reopened = 0;    ///< filled below, but ended a page before
    int full_lines = 0;  ///< upper texts that stopped because the line was full
    std::optional<JoinReason> goes_on;

    /// Whether all that is filled below goes on from right above.
    bool begun() const { return unbegun + reopened == 0; }
    bool few() const { return static_cast<float>(filled) <= kFewCells * static_cast<float>(columns); }
    bool stopped_full() const { return full_lines * 2 >= filled; }
};

Evidence weigh(const UpperRow& upper, const RowView& lower, std::optional<std::int32_t> key_column) {
    Evidence evidence;
    for (std::size_t c = 0; c < lower.cells.size(); ++c) {
        if (key_column && static_cast<std::int32_t>(c) == *key_column) continue;
        if (lower.cells[c] == nullptr || merged_over_rows(upper.end, lower, c)) continue;
        ++evidence.columns;
        if (!lower.filled(c)) continue;
        ++evidence.filled;
        if (!upper.open(c)) {
            ++(upper.filled[c] ? evidence.reopened : evidence.unbegun);
            continue;
        }
        evidence.full_lines += last_line_is_full(*upper.end.cells[c]) ? 1 : 0;
        const auto reason = text_goes_on(upper.end.cells[c]->lines, lower.cells[c]->lines);
        if (reason && (!evidence.goes_on || *reason == JoinReason::kMidWord)) evidence.goes_on = reason;
    }
    return evidence;
}

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

RowCut with_key_column(const std::vector<TablePart>& parts, const UpperRow& upper, const RowView& lower,
                       std::int32_t key_column) {
    const auto column = static_cast<std::size_t>(key_column);
    if (lower.filled(column)) {
        if (same_key_continued(upper.start.text(column), lower.text(column)))
            return {true, JoinReason::kEmptyKey, kSure, false};
        return {};
    }
    const Evidence evidence = weigh(upper, lower, key_column);
    if (evidence.filled == 0) return {};  // a blank row continues nothing
    if (evidence.goes_on && evidence.unbegun == 0) return {true, *evidence.goes_on, kSure, false};
    if (evidence.goes_on) return {true, *evidence.goes_on, kPlausible, false};
    if (evidence.unbegun * 2 >= evidence.filled) return {false, {}, 1, true};
    const bool usual = rows_without_keys_are_usual(parts, key_column);
    const bool likely = evidence.begun() && !usual && (evidence.few() || evidence.stopped_full());
    return {true, JoinReason::kEmptyKey, likely ? kLikely : kPlausible, false};
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

RowCut without_key_column(const std::vector<TablePart>& parts, const UpperRow& upper, const RowView& lower) {
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
    const Habit habit = habit_of(parts);
    if (first > begins([&](std::size_t c) { return upper.filled[c]; }))
        return later_beginning(lower, first, evidence, habit);
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
    if (key_column) return with_key_column(parts, upper_row, lower_row, *key_column);
    return without_key_column(parts, upper_row, lower_row);
}

}  // namespace tarang::stitch
