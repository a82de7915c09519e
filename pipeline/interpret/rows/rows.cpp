#include "pipeline/interpret/rows/rows.h"

#include <algorithm>
#include <utility>

#include "lib/values/baht.h"
#include "pipeline/interpret/head/context.h"
#include "pipeline/interpret/rows/line_rows.h"
#include "pipeline/interpret/rows/merged_rows.h"

namespace tarang::interpret {
namespace {

bool has_words(const CleanCell& cell) { return !is_blank(cell.value.text); }

bool has_letters(const CleanCell& cell) {
    const std::u32string key = keyed(cell.value.text).key;
    return std::any_of(key.begin(), key.end(), [](char32_t c) { return c < U'0' || c > U'9'; });
}

bool covers(const CleanCell& cell, std::int32_t column) {
    return cell.column <= column && column < std::int64_t{cell.column} + cell.column_span;
}

bool is_context(const ColumnMap& map, const CleanCell& cell) {
    const auto& key = map.keys[static_cast<std::size_t>(cell.column)];
    return cell.column_span <= 1 && (key == ColumnKey::kProject || key == ColumnKey::kStrategy);
}

/// One row group as its kind is decided: the cells with words, context columns apart.
struct RowWords {
    std::vector<const CleanCell*> cells;  ///< by column
    const CleanCell* number = nullptr;    ///< the number column's own cell, where it has words
    const CleanCell* activity = nullptr;  ///< the key column's cell, where it has words

    bool only_first_has_letters() const {
        return std::all_of(cells.begin() + 1, cells.end(), [](const CleanCell* cell) {
            const auto money = values::parse_baht(cell->value.text);
            return money.problems.empty();
        });
    }
};

RowWords words_of(const TableView& view, const ColumnMap& map, const RowGroup& group) {
    RowWords words;
    const auto number = map.column_of(ColumnKey::kNumber);
    const auto key = key_column(map);
    for (const CleanCell* cell : view.cells_of(group.first, group.last)) {
        if (!has_words(*cell) || is_context(map, *cell)) continue;
        words.cells.push_back(cell);
        if (key && words.activity == nullptr && covers(*cell, *key)) {
            words.activity = cell;
        } else if (number && words.number == nullptr && covers(*cell, *number)) {
            words.number = cell;
        }
    }
    return words;
}

std::u32string key_of_cell(const CleanCell& cell) { return keyed(cell.value.text).key; }

std::u32string number_key(std::size_t number) {
    const std::string digits = std::to_string(number);
    return {digits.begin(), digits.end()};
}

/// "(๑) (๒) (๓) ..." under the header, counted by cells or by columns: where nothing is read of one, the
/// others still stand under theirs. One in four may be misread on a scan.
bool are_column_numbers(const RowWords& words) {
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMostLetters = 2;
    if (words.cells.size() < kFewest) return false;
    std::size_t off_by_cells = 0;
    std::size_t off_by_columns = 0;
    for (std::size_t i = 0; i < words.cells.size(); ++i) {
        const CleanCell& cell = *words.cells[i];
        const std::u32string key = key_of_cell(cell);
        const bool by_cells = key == number_key(i + 1);
        const bool by_columns = key == number_key(static_cast<std::size_t>(cell.column) + 1);
        const bool may_be_misread = cell.value.source == Source::kOcr && key.size() <= kMostLetters;
        if (!by_cells && !by_columns && !may_be_misread) return false;
        off_by_cells += by_cells ? 0 : 1;
        off_by_columns += by_columns ? 0 : 1;
    }
    const bool scanned = words.cells.front()->value.source == Source::kOcr;
    return std::min(off_by_cells, off_by_columns) * 4 <= (scanned ? words.cells.size() : 0);
}

bool is_repeated_header(const ColumnMap& map, const RowWords& words) {
    return words.cells.size() >= 2 &&
           std::all_of(words.cells.begin(), words.cells.end(), [&map](const CleanCell* cell) {
               const auto& path = map.headers[static_cast<std::size_t>(cell->column)];
               const std::u32string key = key_of_cell(*cell);
               return std::any_of(path.begin(), path.end(), [&key](const std::string& level) {
                   return likeness(keyed(level).key, key) > 0;
               });
           });
}

/// A list marker alone: "๑", "๑.", "ก.๒". Longer text in the number column is a heading or a remark.
bool is_number(const CleanCell& cell) {
    constexpr std::ptrdiff_t kMostLetters = 3;
    constexpr std::size_t kLongest = 8;
    const std::u32string key = key_of_cell(cell);
    const auto digits =
        std::count_if(key.begin(), key.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
    return digits > 0 && key.size() <= kLongest && std::ssize(key) - digits <= kMostLetters &&
           cell.column_span <= 1;
}

bool is_numbered(const RowWords& words) { return words.number != nullptr && is_number(*words.number); }

/// "รวม"; "รวมทั้งสิ้น ๖ โครงการ" only before amounts alone, since activities may begin with these letters.
bool is_total(const RowWords& words, const Profile& profile) {
    if (is_numbered(words)) return false;
    const std::u32string key = key_of_cell(*words.cells.front());
    const auto length = prefix_of(key, profile.total);
    if (!length) return false;
    return *length == key.size() || (words.cells.size() > 1 && words.only_first_has_letters());
}

bool begins_with(const CleanCell& cell, const std::vector<Phrase>& phrases) {
    return prefix_of(key_of_cell(cell), phrases).has_value();
}

bool is_signature(const RowWords& words, const Profile& profile) {
    return !is_numbered(words) &&
           std::any_of(words.cells.begin(), words.cells.end(), [&](const CleanCell* cell) {
               return (cell->column_span > 1 || words.cells.size() <= 2) &&
                      begins_with(*cell, profile.signature);
           });
}

bool is_wide(const TableView& view, const CleanCell& cell) {
    return cell.column_span * 2 >= view.columns() && view.columns() > 2;
}

/// A heading across the table: words over most columns with nothing but a number and amounts beside them, or
/// a heading's words alone in their row.
bool is_section(const TableView& view, const RowWords& words, const Profile& profile) {
    RowWords rest = words;
    if (is_numbered(words)) std::erase(rest.cells, words.number);
    if (rest.cells.empty() || !rest.only_first_has_letters()) return false;
    const CleanCell& first = *rest.cells.front();
    if (is_wide(view, first))
        return rest.cells.size() == 1 || heading_level(first.value.text, profile).has_value();
    if (is_numbered(words)) return false;
    return (first.column_span > 1 || rest.cells.size() == 1) &&
           heading_level(first.value.text, profile).has_value();
}

}  // namespace

std::optional<std::int32_t> key_column(const ColumnMap& map) {
    if (const auto activity = map.column_of(ColumnKey::kActivity)) return activity;
    for (std::size_t column = 0; column < map.keys.size(); ++column) {
        const auto& key = map.keys[column];
        if (key && field_of(*key) && *key != ColumnKey::kNumber) return static_cast<std::int32_t>(column);
    }
    return std::nullopt;
}

std::vector<RowGroup> row_groups(const TableView& view, const ColumnMap& map) {
    std::vector<RowGroup> groups;
    const auto key = key_column(map);
    const auto number = map.column_of(ColumnKey::kNumber);
    for (std::int32_t row = map.header_rows; row < view.rows(); ++row) {
        const CleanCell* cell = key ? view.at(row, *key) : nullptr;
        const CleanCell* own_number = number ? view.at(row, *number) : nullptr;
        if (map.lines && !groups.empty() && goes_on(*map.lines, view, row)) {
            groups.back().last = row;
            continue;
        }
        const bool merged =
            !groups.empty() && cell != nullptr && cell->row < row && cell->row >= map.header_rows;
        const bool numbered = own_number != nullptr && own_number->row == row && has_words(*own_number);
        if (merged && !numbered) {
            groups.back().last = row;
        } else {
            groups.push_back({row, row});
        }
    }
    std::vector<RowGroup> records;
    for (const RowGroup& group : groups) {
        if (map.lines || !are_records(view, map, group)) {
            records.push_back(group);
            continue;
        }
        for (std::int32_t row = group.first; row <= group.last; ++row) records.push_back({row, row});
    }
    return with_line_rows(view, map, std::move(records));
}

RowGroup planned_rows(const ColumnMap& map, const RowGroup& group) {
    if (!map.lines || group.last - group.first + 1 != map.lines->count) return group;
    const std::int32_t row = group.first + map.lines->planned;
    return {row, row};
}

RowKind kind_of_row(const TableView& view, const ColumnMap& map, const RowGroup& group,
                    const Profile& profile) {
    const RowWords words = words_of(view, map, group);
    if (words.cells.empty()) {
        const auto own = cells_beginning_in(view, group);
        const auto printed = [](const CleanCell* cell) { return !trimmed(cell->value.text).empty(); };
        return std::any_of(own.begin(), own.end(), printed) ? RowKind::kRemark : RowKind::kBlank;
    }
    if (are_column_numbers(words) || is_repeated_header(map, words)) return RowKind::kRemark;
    if (is_signature(words, profile)) return RowKind::kSignature;
    if (is_total(words, profile)) return RowKind::kTotal;
    if (begins_with(*words.cells.front(), profile.note) && words.cells.size() == 1) return RowKind::kRemark;
    if (is_section(view, words, profile)) return RowKind::kSection;
    // An activity's name is words, never a code or a number.
    if (words.activity != nullptr)
        return has_letters(*words.activity) ? RowKind::kActivity : RowKind::kUnknown;
    if (!is_numbered(words)) return RowKind::kUnknown;
    return words.cells.size() == 1 ? RowKind::kRemark : RowKind::kActivity;
}

std::vector<const CleanCell*> cells_beginning_in(const TableView& view, const RowGroup& group) {
    std::vector<const CleanCell*> cells = view.cells_of(group.first, group.last);
    std::erase_if(cells, [&group](const CleanCell* cell) { return cell->row < group.first; });
    return cells;
}

}  // namespace tarang::interpret
