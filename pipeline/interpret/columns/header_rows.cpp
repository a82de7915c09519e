#include "pipeline/interpret/columns/header_rows.h"

#include <algorithm>
#include <string_view>

#include "lib/values/period.h"
#include "pipeline/interpret/columns/calendar.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

/// A headless table may have its header in its first rows.
constexpr std::int32_t kMostHeaderRows = 4;
/// Letters and marks of the longest name of a column; what is longer is said of an activity. The longest seen
/// in headers of real forms, with what stands in brackets, have some seventy.
constexpr std::size_t kLongestName = 90;

/// The cells that stand in one row alone.
std::vector<const CleanCell*> own_cells(const TableView& view, std::int32_t row) {
    std::vector<const CleanCell*> cells;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || cell->row != row || cell->column != column) continue;
        if (!is_blank(cell->value.text)) cells.push_back(cell);
    }
    return cells;
}

/// "1", "๑.", "(1)", "1.1": begins a list, as the number of its first row does.
bool begins_count(const CleanCell& cell) {
    std::u32string key = keyed(cell.value.text).key;
    return cell.column_span == 1 && !key.empty() && key.size() <= 3 &&
           std::all_of(key.begin(), key.end(), [](char32_t c) { return c == U'1'; });
}

/// "15 ม.ค. 2567 - 20 ก.พ. 2567": days are told of what is done; months, quarters and years head columns.
bool tells_days(const std::string& text) {
    const values::PeriodResult read = values::parse_period(text, std::nullopt);
    return read.period && read.period->start && read.period->end && read.period->quarters.empty() &&
           *read.period->start == *read.period->end;
}

/// A row under a header that counts first and then has words: the first of the data. Column numbers have no
/// words, and headers stand under no number.
bool begins_list(const std::vector<const CleanCell*>& cells, const Profile& profile) {
    constexpr std::size_t kFewest = 3;
    if (cells.size() < kFewest || cells.front()->column > 1 || !begins_count(*cells.front())) return false;
    return std::any_of(cells.begin() + 1, cells.end(), [&profile](const CleanCell* cell) {
        return held_in(cell->value.text, profile) == Held::kWords;
    });
}

/// A header's last row that counts and tells amounts is the first of the data.
bool holds_data(const TableView& view, std::int32_t row, const Profile& profile) {
    std::int32_t numbers = 0;
    std::int32_t amounts = 0;
    std::int32_t words = 0;
    std::int32_t filled = 0;
    const auto cells = own_cells(view, row);
    for (const CleanCell* cell : cells) {
        if (cell->row_span > 1 || cell->column_span > 1) continue;
        const Held held = held_in(cell->value.text, profile);
        ++filled;
        numbers += held == Held::kNumber && !year_in_header(cell->value.text, profile) ? 1 : 0;
        amounts += held == Held::kAmount && cell->value.text.find("(") == std::string::npos ? 1 : 0;
        words += held == Held::kWords ? 1 : 0;
    }
    // A row of column numbers has nothing else; a row of units and years has no amounts.
    return (words > 0 && amounts > 0 && (amounts + numbers) * 3 >= filled) || begins_list(cells, profile);
}

/// Whether the row after so many header rows names columns of a group whose header stands over the first of
/// them alone, as on sheets: it says nothing in the first column and only words elsewhere, some of them under
/// an empty cell of the header.
bool names_columns_of_a_group(const TableView& view, std::int32_t rows, const Profile& profile) {
    if (rows < 1 || rows >= view.rows()) return false;
    const auto cells = own_cells(view, rows);
    if (cells.size() < 2 || cells.front()->column == 0) return false;
    bool under_nothing = false;
    for (const CleanCell* cell : cells) {
        if (cell->value.fragments.empty() || !cell->value.fragments.front().place ||
            held_in(cell->value.text, profile) != Held::kWords)
            return false;
        const CleanCell* above = view.at(rows - 1, cell->column);
        under_nothing = under_nothing || above == nullptr || trimmed(above->value.text).empty();
    }
    return under_nothing;
}

/// Whether a header ending after so many rows would part a group's header from the headers under it.
bool parts_a_group(const TableView& view, std::int32_t rows, const Profile& profile) {
    if (names_columns_of_a_group(view, rows, profile)) return true;
    if (rows > view.table().header_rows) return false;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const CleanCell* cell = view.at(rows - 1, column);
        if (cell != nullptr && cell->column_span > 1 && !spans_all(view, *cell)) return true;
    }
    return false;
}

/// Whether a row that did not come as one of the header's would be none: a header's row says something of
/// many columns, a line of data or a section's name of few; and it names columns, it does not tell amounts,
/// days or stories.
bool is_data(const TableView& view, std::int32_t row, const Profile& profile) {
    const auto cells = own_cells(view, row);
    if (static_cast<std::int32_t>(cells.size()) * 3 < view.columns()) return true;
    if (begins_list(cells, profile)) return true;
    return std::any_of(cells.begin(), cells.end(), [&](const CleanCell* cell) {
        const std::string& text = cell->value.text;
        if (spans_all(view, *cell)) return false;
        const bool amount = held_in(text, profile) == Held::kAmount && text.find('(') == std::string::npos;
        return amount || tells_days(text) || keyed(text).key.size() > kLongestName;
    });
}

}  // namespace

std::int32_t header_rows_of(const TableView& view, const Profile& profile) {
    std::int32_t rows = std::min(view.table().header_rows, view.rows());
    while (rows > 1 && holds_data(view, rows - 1, profile)) --rows;
    return names_columns_of_a_group(view, rows, profile) ? rows + 1 : rows;
}

std::vector<std::int32_t> other_header_rows(const TableView& view, std::int32_t own, const Profile& profile) {
    std::vector<std::int32_t> tried;
    for (std::int32_t rows = 1; rows <= std::min(kMostHeaderRows, view.rows()); ++rows) {
        const bool data =
            own > 0 ? rows > own && is_data(view, rows - 1, profile) : holds_data(view, rows - 1, profile);
        if (data) break;
        if (rows != own && !parts_a_group(view, rows, profile)) tried.push_back(rows);
    }
    return tried;
}

}  // namespace tarang::interpret
