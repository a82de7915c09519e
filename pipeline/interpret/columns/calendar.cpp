#include "pipeline/interpret/columns/calendar.h"

#include <algorithm>

#include "lib/values/number.h"
#include "pipeline/interpret/columns/calendar_marks.h"
#include "pipeline/interpret/columns/doubtful_headers.h"
#include "pipeline/interpret/columns/printed_marks.h"
#include "pipeline/interpret/head/plain_text.h"

namespace tarang::interpret {
namespace {

using Unit = values::CalendarHeader::Unit;

constexpr std::size_t kLeastMonths = 3;
constexpr std::size_t kLeastQuarters = 2;

/// The levels over a column, numbers included. The innermost must be the column's own.
std::vector<std::string> levels_over(const TableView& view, std::int32_t column, std::int32_t header_rows) {
    std::vector<std::string> levels;
    const CleanCell* last = nullptr;
    for (std::int32_t row = 0; row < header_rows; ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || cell == last || spans_all(view, *cell)) continue;
        if (trimmed(cell->value.text).empty()) continue;
        last = cell;
        levels.push_back(cell->value.text);
    }
    if (last == nullptr || last->column_span > 1) return {};
    return levels;
}

/// The end of the run of columns that begins at `first`.
std::size_t run_end(const Calendar& headers, std::size_t first) {
    std::size_t end = first + 1;
    while (end < headers.size() && headers[end] && values::follows(*headers[end - 1], *headers[end])) ++end;
    return end;
}

constexpr std::size_t kMonths = 12;

int month_after(int month, std::size_t columns) {
    return static_cast<int>((static_cast<std::size_t>(month - 1) + columns) % kMonths) + 1;
}

bool is_month(const std::optional<values::CalendarHeader>& header) {
    return header && header->unit == Unit::kMonth;
}

/// The columns that count on from the month at `first`, each at its place: how many they are, and the last.
struct Stretch {
    std::size_t read = 1;
    std::size_t last = 0;
};

Stretch stretch_from(const Calendar& headers, std::size_t first) {
    Stretch stretch{1, first};
    for (std::size_t column = first + 1; column < std::min(headers.size(), first + kMonths); ++column) {
        if (!is_month(headers[column])) continue;
        if (headers[column]->value != month_after(headers[first]->value, column - first)) continue;
        ++stretch.read;
        stretch.last = column;
    }
    return stretch;
}

values::CalendarHeader next_month(const values::CalendarHeader& month) {
    values::CalendarHeader next = month;
    next.value = month_after(month.value, 1);
    if (next.value == 1 && !next.year.empty()) next.year = std::to_string(std::stoi(next.year) + 1);
    return next;
}

values::CalendarHeader month_before(const values::CalendarHeader& month) {
    values::CalendarHeader before = month;
    before.value = month_after(month.value, kMonths - 1);
    if (month.value == 1 && !before.year.empty()) before.year = std::to_string(std::stoi(month.year) - 1);
    return before;
}

/// A month whose header was misread between months that were not is told by its place. Most of a stretch must
/// be read: what stands between "ธ.ค." and "เม.ย." may be three months or three sums.
void tell_months_by_place(Calendar& headers) {
    constexpr std::size_t kReadOfFive = 3;
    for (std::size_t first = 0; first < headers.size(); ++first) {
        if (!is_month(headers[first])) continue;
        const Stretch stretch = stretch_from(headers, first);
        const std::size_t length = stretch.last - first + 1;
        const bool whole = stretch.read == length;
        if (whole || stretch.read < kLeastMonths || stretch.read * 5 < length * kReadOfFive) continue;
        for (std::size_t column = first + 1; column < stretch.last; ++column) {
            const int month = month_after(headers[first]->value, column - first);
            if (is_month(headers[column]) && headers[column]->value == month) continue;
            headers[column] = next_month(*headers[column - 1]);
        }
        first = stretch.last;
    }
}

/// The first of twelve columns under one header, of which the column is one.
std::optional<std::size_t> first_of_year(const TableView& view, std::size_t column,
                                         std::int32_t header_rows) {
    for (std::int32_t row = 0; row < header_rows; ++row) {
        const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column));
        if (cell != nullptr && cell->column_span == static_cast<std::int32_t>(kMonths))
            return static_cast<std::size_t>(cell->column);
    }
    return std::nullopt;
}

/// Twelve columns under one header of which most are months: the others, misread at either end, are, too.
void tell_months_of_a_year(const TableView& view, std::int32_t header_rows, Calendar& headers) {
    constexpr std::ptrdiff_t kMost = 8;
    for (std::size_t column = 0; column < headers.size(); ++column) {
        const auto first = first_of_year(view, column, header_rows);
        if (first != column || column + kMonths > headers.size()) continue;
        const auto begin = headers.begin() + static_cast<std::ptrdiff_t>(column);
        const auto end = begin + static_cast<std::ptrdiff_t>(kMonths);
        if (std::count_if(begin, end, is_month) < kMost) continue;
        for (auto month = begin + 1; month != end; ++month)
            if (!*month && is_month(*(month - 1))) *month = next_month(**(month - 1));
        for (auto month = end - 1; month != begin; --month)
            if (!*(month - 1) && is_month(*month)) *(month - 1) = month_before(**month);
    }
}

/// Whether a scan has nothing below the group's header that could be one.
bool is_lost_below(const TableView& view, const CleanCell& group, std::int32_t column,
                   std::int32_t header_rows) {
    for (std::int32_t row = group.row + group.row_span; row < header_rows; ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || trimmed(cell->value.text).empty()) continue;
        if (cell->value.source != Source::kOcr || !is_unreadable(cell->value.text)) return false;
    }
    return true;
}

constexpr std::int32_t kMonthsOfQuarter = 3;

/// The quarter that a scan's header over three columns names, with nothing below it that was read.
std::optional<values::CalendarHeader> quarter_over(const TableView& view, const CleanCell& group,
                                                   std::int32_t header_rows) {
    if (group.column_span != kMonthsOfQuarter || group.value.source != Source::kOcr) return std::nullopt;
    const auto quarter = values::calendar_header(std::vector{group.value.text});
    if (!quarter || quarter->unit != Unit::kQuarter) return std::nullopt;
    for (std::int32_t i = 0; i < kMonthsOfQuarter; ++i) {
        if (!is_lost_below(view, group, group.column + i, header_rows)) return std::nullopt;
    }
    return quarter;
}

/// Three columns under "ไตรมาส 2" whose own headers a scan lost are the months of that quarter.
void tell_months_of_quarters(const TableView& view, std::int32_t header_rows, Calendar& headers) {
    constexpr int kOctober = 10;
    for (std::int32_t row = 0; row < header_rows; ++row) {
        for (std::int32_t column = 0; column + kMonthsOfQuarter <= view.columns(); ++column) {
            const CleanCell* group = view.at(row, column);
            if (group == nullptr || group->row != row || group->column != column) continue;
            const auto quarter = quarter_over(view, *group, header_rows);
            if (!quarter) continue;
            for (std::int32_t i = 0; i < kMonthsOfQuarter; ++i) {
                const auto months = static_cast<std::size_t>((quarter->value - 1) * kMonthsOfQuarter + i);
                values::CalendarHeader month;
                month.value = month_after(kOctober, months);
                month.fiscal_year = quarter->fiscal_year;
                headers[static_cast<std::size_t>(column + i)] = month;
            }
        }
    }
}

Calendar calendar_headers(const TableView& view, std::int32_t header_rows) {
    Calendar headers;
    for (std::int32_t column = 0; column < view.columns(); ++column)
        headers.push_back(values::calendar_header(levels_over(view, column, header_rows)));
    tell_months_of_quarters(view, header_rows, headers);
    tell_months_by_place(headers);
    tell_months_of_a_year(view, header_rows, headers);
    return headers;
}

/// Whether a number is read so surely that no drawing was taken for it.
bool is_sure_number(const Field& value) {
    constexpr float kSure = 0.5F;  // a guess; numbers of clean scans have 0.9 and more
    return value.confidence >= kSure && values::parse_number(value.text).has_value();
}

/// Whether the cells of columns first..end-1 hold no more words than marks and blanks allow.
bool hold_marks(const TableView& view, std::int32_t header_rows, std::size_t first, std::size_t end) {
    int cells = 0;
    int words = 0;
    for (std::int32_t row = header_rows; row < view.rows(); ++row) {
        for (std::size_t column = first; column < end; ++column) {
            const CleanCell* cell = view.at(row, static_cast<std::int32_t>(column));
            if (cell == nullptr || cell->row != row || cell->column != static_cast<std::int32_t>(column))
                continue;
            if (cell->column < static_cast<std::int32_t>(first)) continue;
            // What a scan's engine makes of hatching and arrows is no word, and no mark that could be
            // trusted.
            const bool word = mark_in(cell->value.text) == Mark::kWords &&
                              (is_sure_number(cell->value) || !is_noise(cell->value));
            ++cells;
            words += word ? 1 : 0;
        }
    }
    constexpr int kFewWords = 5;  // one cell in so many
    return words * kFewWords <= cells;
}

ColumnList columns_of(const Calendar& calendar) {
    ColumnList columns;
    for (std::size_t column = 0; column < calendar.size(); ++column) {
        if (calendar[column]) columns.push_back(column);
    }
    return columns;
}

/// What the marked columns are, or nothing where only words stand.
const ColumnList& chosen(const CalendarMarks& marks) {
    if (!marks.printed.empty()) return marks.printed;
    return !marks.drawn.empty() ? marks.drawn : marks.shaded;
}

/// Several kinds of marks that do not say the same.
bool differ(const CalendarMarks& marks) {
    const ColumnList& said = chosen(marks);
    const auto other = [&said](const ColumnList& list) { return !list.empty() && list != said; };
    return other(marks.printed) || other(marks.drawn) || other(marks.shaded);
}

Field field_of(const TableView& view, const ColumnMap& map, const RowGroup& group, const CalendarMarks& marks,
               const ColumnList& marked) {
    Field field;
    for (const std::size_t column : marked) {
        const auto levels = levels_over(view, static_cast<std::int32_t>(column), map.header_rows);
        if (!levels.empty()) field.text += (field.text.empty() ? "" : " ") + trimmed(levels.back());
        const CleanCell* cell = view.at(group.first, static_cast<std::int32_t>(column));
        if (cell != nullptr) field.confidence = std::min(field.confidence, cell->value.confidence);
    }
    for (const std::size_t column : marks.words) {
        const CleanCell* cell = view.at(group.first, static_cast<std::int32_t>(column));
        if (cell != nullptr && mark_in(cell->value.text) == Mark::kWords &&
            cell->column == static_cast<std::int32_t>(column))
            field.text += (field.text.empty() ? "" : " ") + trimmed(cell->value.text);
    }
    field.fragments =
        marks.printed.empty() && marks.drawn.empty() && marks.words.empty() ? marks.shades : marks.places;
    std::stable_sort(field.fragments.begin(), field.fragments.end(),
                     [](const Fragment& a, const Fragment& b) { return a.region.page < b.region.page; });
    return field;
}

/// Whether the row was read from an image.
bool on_scan(const TableView& view, const RowGroup& group, std::size_t first_month) {
    for (std::size_t column = 0; column < first_month; ++column) {
        const CleanCell* cell = view.at(group.first, static_cast<std::int32_t>(column));
        if (cell != nullptr && cell->value.source == Source::kOcr && !is_blank(cell->value.text)) return true;
    }
    return false;
}

/// The calendar's first cell, where nothing is marked.
Field blank_field(const TableView& view, const RowGroup& group, std::size_t column) {
    const CleanCell* cell = view.at(group.first, static_cast<std::int32_t>(column));
    Field field;
    if (cell != nullptr && !cell->value.fragments.empty()) {
        field.fragments.push_back(cell->value.fragments.front());
        field.fragments.front().raw.clear();
    }
    return field;
}

}  // namespace

TimeColumns time_columns(const TableView& view, std::int32_t header_rows) {
    const Calendar headers = calendar_headers(view, header_rows);
    TimeColumns time{headers, Calendar(headers.size()), std::vector<bool>(headers.size())};
    bool marked = false;
    for (std::size_t first = 0, end = 0; first < headers.size(); first = end) {
        end = headers[first] ? run_end(headers, first) : first + 1;
        const bool months = headers[first] && headers[first]->unit == Unit::kMonth;
        if (!headers[first] || end - first < (months ? kLeastMonths : kLeastQuarters)) continue;
        const bool marks = hold_marks(view, header_rows, first, end);
        for (std::size_t column = first; column < end; ++column) {
            if (marks && !marked) time.calendar[column] = headers[column];
            time.spread[column] = !marks;
        }
        marked = marked || marks;
    }
    return time;
}

bool shaded_alike(const TableView& view, const ColumnMap& map) {
    const ColumnList columns = columns_of(map.calendar);
    std::optional<ColumnList> first;
    int rows = 0;
    for (const RowGroup& group : row_groups(view, map)) {
        CalendarMarks marks = marks_in(view, group, columns);
        ++rows;
        if (first && *first != marks.shaded) return false;
        if (!first) first = std::move(marks.shaded);
    }
    return rows > 1;
}

Planned planned_in(const TableView& view, const ColumnMap& map, const RowGroup& group, bool ornament,
                   std::optional<BuddhistYear> fiscal_year) {
    const ColumnList columns = columns_of(map.calendar);
    CalendarMarks marks = marks_in(view, group, columns);
    bool doubtful = marks.doubtful;
    if (!marks.shaded.empty() && ornament) {
        const bool alone = marks.printed.empty() && marks.drawn.empty();
        if (alone) doubtful = true;
        if (!alone) marks.shaded.clear();
    }
    doubtful = doubtful || differ(marks);
    const ColumnList marked = chosen(marks);
    Planned planned;
    const bool scanned = on_scan(view, group, columns.front());
    if (marked.empty() && marks.words.empty()) {
        planned.field = blank_field(view, group, columns.front());
        // A faint mark may not have been seen.
        if (scanned || doubtful)
            planned.period.problems.push_back({FindingCode::kPeriodMarksDoubtful, {"-"}});
        return planned;
    }
    planned.field = field_of(view, map, group, marks, marked);
    if (scanned) planned.field.source = Source::kOcr;
    if (marked.empty()) {
        planned.period = values::parse_period(planned.field.text, fiscal_year);
        if (scanned && planned.period.problems.empty())
            planned.period.problems.push_back({FindingCode::kPeriodMarksDoubtful, {planned.field.text}});
        return planned;
    }
    std::vector<values::CalendarHeader> headers;
    for (const std::size_t column : marked) headers.push_back(*map.calendar[column]);
    planned.period = values::period_of(headers, fiscal_year);
    if (doubtful || !marks.words.empty())
        planned.period.problems.push_back({FindingCode::kPeriodMarksDoubtful, {planned.field.text}});
    return planned;
}

}  // namespace tarang::interpret
