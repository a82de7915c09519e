#include "pipeline/read/office/word_items.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

/// Lines [first, last) of a cell.
struct Lines {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// "๑. ..." or "1) ..." with the number.
std::optional<int> number_before(std::string_view line) {
    int number = 0;
    bool digits = false;
    for (std::size_t position = 0; position < line.size();) {
        const char32_t c = thai::next_code_point(line, position);
        const int value = thai::digit_value(c);
        if (value >= 0 && number < 1000) {
            number = number * 10 + value;
            digits = true;
        } else if (digits) {
            return c == U'.' || c == U')' ? std::optional(number) : std::nullopt;
        } else if (c != U' ') {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::vector<Lines> groups_of(const std::vector<std::string>& lines) {
    std::vector<Lines> groups;
    bool open = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool blank = tidy(lines[i]).empty();
        if (!blank && !open) groups.push_back({i, i});
        if (!blank) groups.back().last = i + 1;
        open = !blank;
    }
    return groups;
}

/// The items that the groups of a row's first cell count; none where they do not.
std::vector<Lines> items_in(const std::vector<std::string>& lines) {
    std::vector<Lines> items;
    std::optional<int> last;
    for (const Lines& group : groups_of(lines)) {
        const auto number = number_before(lines[group.first]);
        if (number && (!last || *number == *last + 1)) {
            items.push_back(group);
            last = number;
        } else if (items.empty()) {
            return {};
        } else {
            items.back().last = group.last;
        }
    }
    return items;
}

std::string joined(const std::vector<std::string>& lines, const Lines& range) {
    std::string text;
    for (std::size_t i = range.first; i < range.last; ++i) text += (i > range.first ? "\n" : "") + lines[i];
    return text;
}

/// One cell of a row, its lines and groups.
struct Column {
    GridPart* part = nullptr;
    std::vector<std::string> lines;
    std::vector<std::string> raw;
    std::vector<Lines> groups;
};

class ItemParter {
public:
    ItemParter(std::int32_t columns, std::vector<GridPart>& parts) : columns_(columns), parts_(parts) {}

    std::int32_t part_all(std::int32_t rows) {
        std::int32_t added = 0;
        for (std::int32_t row = 0; row < rows; ++row) added += part(row, added);
        std::move(extra_.begin(), extra_.end(), std::back_inserter(parts_));
        return rows + added;
    }

private:
    /// Rows that were added for the items of this one; it stands `shift` rows lower already.
    std::int32_t part(std::int32_t row, std::int32_t shift) {
        std::vector<Column> columns;
        bool plain = true;
        for (GridPart& part : parts_) {
            if (part.row > row + shift || part.row + part.row_span <= row + shift) continue;
            plain = plain && part.row_span == 1 && part.column_span == 1;
            columns.push_back({&part, lines_of(part.text), lines_of(part.raw), {}});
        }
        if (!plain || static_cast<std::int32_t>(columns.size()) != columns_ || columns_ < 2) return 0;
        std::sort(columns.begin(), columns.end(),
                  [](const Column& a, const Column& b) { return a.part->column < b.part->column; });
        const std::size_t count = line_up(columns);
        if (count < 2) return 0;
        const auto added = static_cast<std::int32_t>(count) - 1;
        for (GridPart& part : parts_) {
            if (part.row > row + shift) part.row += added;
        }
        for (Column& column : columns) divide(column, count);
        return added;
    }

    /// The number of items that all cells of the row have; 0 where they do not agree.
    static std::size_t line_up(std::vector<Column>& columns) {
        columns.front().groups = items_in(columns.front().lines);
        const std::size_t count = columns.front().groups.size();
        bool any = false;
        for (std::size_t i = 1; i < columns.size(); ++i) {
            columns[i].groups = groups_of(columns[i].lines);
            if (columns[i].groups.empty()) continue;
            if (columns[i].groups.size() != count) return 0;
            any = true;
        }
        return any ? count : 0;
    }

    void divide(Column& column, std::size_t count) {
        const GridPart whole = *column.part;
        const bool same_lines = column.raw.size() == column.lines.size();
        for (std::size_t i = 0; i < count; ++i) {
            GridPart item = whole;
            item.row = whole.row + static_cast<std::int32_t>(i);
            if (i > 0) item.marks.clear();
            item.text.clear();
            item.raw.clear();
            if (i < column.groups.size()) {
                item.text = joined(column.lines, column.groups[i]);
                item.raw = same_lines ? joined(column.raw, column.groups[i]) : item.text;
                item.place.paragraph = static_cast<std::int32_t>(column.groups[i].first) + 1;
            }
            if (i == 0) {
                *column.part = std::move(item);
            } else {
                extra_.push_back(std::move(item));
            }
        }
    }

    std::int32_t columns_;
    std::vector<GridPart>& parts_;
    std::vector<GridPart> extra_;
};

}  // namespace

std::int32_t part_items(std::int32_t rows, std::int32_t columns, std::vector<GridPart>& parts) {
    return ItemParter(columns, parts).part_all(rows);
}

}  // namespace tarang::read::office
