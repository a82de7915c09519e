#include "pipeline/read/office/sheet_records.h"

#include <algorithm>
#include <numeric>

namespace tarang::read::office {
namespace {

// Shares of a table's columns. Measured on nothing yet: a guess with a wide gap between.
constexpr double kLined = 0.6;
constexpr double kOpen = 0.2;
constexpr std::size_t kFewest = 2;  // boundaries of each kind, or they say nothing

class Lines {
public:
    explicit Lines(const std::vector<CellLines>& lines) : lines_(lines) {}

    bool between(std::int32_t upper, std::int32_t lower, std::int32_t column) const {
        const CellLines* above = at({upper, column});
        const CellLines* below = at({lower, column});
        return (above != nullptr && above->bottom) || (below != nullptr && below->top);
    }

private:
    const CellLines* at(const CellPlace& place) const {
        const auto found = std::lower_bound(
            lines_.begin(), lines_.end(), place,
            [](const CellLines& line, const CellPlace& wanted) { return line.place < wanted; });
        return found != lines_.end() && found->place == place ? &*found : nullptr;
    }

    const std::vector<CellLines>& lines_;
};

/// Rows with words in the table's first column, as indices into `rows`.
std::vector<bool> begins_with_words(const SheetContent& sheet, const std::vector<std::int32_t>& rows,
                                    std::int32_t column) {
    std::vector<bool> has(rows.size());
    for (const SheetCell& cell : sheet.cells) {
        if (cell.blank || cell.place.column != column) continue;
        const auto found = std::lower_bound(rows.begin(), rows.end(), cell.place.row);
        if (found != rows.end() && *found == cell.place.row)
            has[static_cast<std::size_t>(found - rows.begin())] = true;
    }
    return has;
}

/// Whether cells of a run of rows are divided into columns differently: a header over others is none of their
/// lines.
bool differ_in_columns(const SheetContent& sheet, std::int32_t top, std::int32_t bottom) {
    std::vector<const SheetCell*> cells;
    for (const SheetCell& cell : sheet.cells) {
        if (!cell.blank && cell.place.row >= top && cell.place.row <= bottom) cells.push_back(&cell);
    }
    for (const SheetCell* wide : cells) {
        if (wide->column_span == 1) continue;
        for (const SheetCell* other : cells) {
            const bool apart = other->place.column + other->column_span <= wide->place.column ||
                               wide->place.column + wide->column_span <= other->place.column;
            const bool same =
                other->place.column == wide->place.column && other->column_span == wide->column_span;
            if (!apart && !same) return true;
        }
    }
    return false;
}

}  // namespace

std::vector<std::int32_t> records_of(const SheetContent& sheet, const std::vector<std::int32_t>& rows,
                                     const std::vector<std::int32_t>& columns) {
    std::vector<std::int32_t> records(rows.size());
    std::iota(records.begin(), records.end(), 0);
    if (sheet.lines.empty() || rows.size() < 2 * kFewest || columns.size() < 2) return records;
    const Lines lines(sheet.lines);
    std::vector<bool> open(rows.size());  // whether nothing parts a row from the one above
    std::size_t lined = 0;
    std::size_t unlined = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto count = std::count_if(columns.begin(), columns.end(), [&](std::int32_t column) {
            return lines.between(rows[i - 1], rows[i], column);
        });
        const double share = static_cast<double>(count) / static_cast<double>(columns.size());
        lined += share >= kLined ? 1 : 0;
        open[i] = share <= kOpen && rows[i] == rows[i - 1] + 1;
        unlined += open[i] ? 1 : 0;
    }
    if (lined < kFewest || unlined < kFewest) return records;
    const std::vector<bool> keyed = begins_with_words(sheet, rows, columns.front());
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first + 1;
        while (end < rows.size() && open[end]) ++end;
        const auto at = [](auto& list, std::size_t i) {
            return list.begin() + static_cast<std::ptrdiff_t>(i);
        };
        const bool several = std::count(at(keyed, first), at(keyed, end), true) > 1;
        if (end - first > 1 && (several || differ_in_columns(sheet, rows[first], rows[end - 1])))
            std::fill(at(open, first), at(open, end), false);
        first = end;
    }
    std::int32_t record = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) records[i] = open[i] ? record : ++record;
    return records;
}

}  // namespace tarang::read::office
