#include "pipeline/interpret/columns/plan_lines.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lib/thai/chars.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

constexpr std::size_t kFewestRecords = 2;
constexpr std::size_t kMostLines = 3;  // plan, result, and what they come to

using Cells = std::vector<const CleanCell*>;

/// The cells of one row each, headings across the table left out.
Cells lines_in(const TableView& view, std::int32_t header_rows, std::int32_t column) {
    Cells cells = cells_below(view, header_rows, column);
    std::erase_if(cells, [&view](const CleanCell* cell) { return spans_all(view, *cell); });
    return cells;
}

bool has_letters(const std::string& text) {
    const std::u32string key = key_in(text);
    return std::any_of(key.begin(), key.end(), [](char32_t c) { return !thai::is_digit(c); });
}

/// Which of the first words is one of those that are known.
std::size_t place_of(const std::vector<std::u32string>& words, std::size_t count,
                     const std::vector<Phrase>& known) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(count);
    const auto found = std::find_if(words.begin(), end,
                                    [&known](const std::u32string& word) { return is_one_of(word, known); });
    return static_cast<std::size_t>(found - words.begin());
}

/// The column's cells where its words come again in turn and one each is of plan and result; its number is
/// the caller's.
std::optional<PlanLines> lines_of_a_record(const Cells& cells, const Profile& profile) {
    std::vector<std::u32string> words;
    for (const CleanCell* cell : cells) {
        if (cell->row_span > 1 || cell->column_span > 1) return std::nullopt;
        words.push_back(key_in(cell->value.text));
        // Most columns say something else by now.
        const std::size_t last = words.size() - 1;
        if (last >= kMostLines && words[last] != words[last - 2] && words[last] != words[last - kMostLines])
            return std::nullopt;
    }
    for (std::size_t count = 2; count <= kMostLines; ++count) {
        if (words.size() % count != 0 || words.size() < kFewestRecords * count) continue;
        const std::size_t planned = place_of(words, count, profile.evidence.planned);
        const std::size_t done = place_of(words, count, profile.evidence.done);
        bool in_turn = planned < count && done < count;
        for (std::size_t i = 0; i < words.size() && in_turn; ++i) {
            const bool next = i % count == 0 || cells[i]->row == cells[i - 1]->row + 1;
            in_turn = words[i] == words[i % count] && next;
        }
        if (in_turn)
            return PlanLines{0, static_cast<std::int32_t>(count), static_cast<std::int32_t>(planned),
                             static_cast<std::int32_t>(done), cells.front()->row};
    }
    return std::nullopt;
}

/// Whether cells with words begin in the first line of each record, and in no other.
bool names_records(const TableView& view, std::int32_t header_rows, std::int32_t column, const Cells& lines,
                   std::size_t count) {
    const Cells names = lines_in(view, header_rows, column);
    if (names.size() != lines.size() / count) return false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i]->row != lines[i * count]->row || !has_letters(names[i]->value.text)) return false;
    }
    return true;
}

}  // namespace

std::optional<PlanLines> plan_lines(const TableView& view, std::int32_t header_rows, const Profile& profile) {
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const Cells lines = lines_in(view, header_rows, column);
        std::optional<PlanLines> found = lines_of_a_record(lines, profile);
        if (!found) continue;
        found->column = column;
        const auto count = static_cast<std::size_t>(found->count);
        for (std::int32_t other = 0; other < view.columns(); ++other) {
            if (other != column && names_records(view, header_rows, other, lines, count)) return found;
        }
    }
    return std::nullopt;
}

bool goes_on(const PlanLines& lines, const TableView& view, std::int32_t row) {
    const CleanCell* cell = view.at(row, lines.column);
    const CleanCell* first = view.at(lines.first, lines.column);
    if (row <= lines.first || cell == nullptr || first == nullptr || spans_all(view, *cell)) return false;
    const std::u32string key = key_in(cell->value.text);
    return !key.empty() && key != key_in(first->value.text);
}

}  // namespace tarang::interpret
