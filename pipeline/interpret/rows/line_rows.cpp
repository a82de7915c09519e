#include "pipeline/interpret/rows/line_rows.h"

#include <algorithm>
#include <optional>
#include <string>

#include "lib/thai/utf8.h"
#include "pipeline/interpret/rows/row_kinds.h"

namespace tarang::interpret {
namespace {

constexpr std::size_t kFewestRecords = 2;
constexpr std::size_t kFewestKeyColumns = 2;

bool is_figure(const std::string& text) {
    const std::u32string key = keyed(text).key;
    return !key.empty() &&
           std::all_of(key.begin(), key.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

/// "- อบรม", "๑) อบรม": an item of a list.
bool is_item(const std::string& text) {
    const std::u32string letters = thai::decode(trimmed(text));
    if (letters.empty()) return false;
    constexpr std::u32string_view kBullets = U"-–—•●▪*";
    const std::u32string key = keyed(text).key;
    return kBullets.find(letters.front()) != kBullets.npos ||
           (!key.empty() && key.front() >= U'0' && key.front() <= U'9');
}

/// A row of cells that each stand in one place.
struct Line {
    std::vector<std::string> texts;  ///< by column
    bool numbered = false;
    bool plain = true;  ///< no merged cells

    bool filled(std::size_t column) const { return !is_blank(texts[column]); }
};

class LineRows {
public:
    LineRows(const TableView& view, const ColumnMap& map, const std::vector<RowGroup>& groups)
        : number_(map.column_of(ColumnKey::kNumber)), name_(map.column_of(ColumnKey::kActivity)) {
        if (!number_ || !name_ || !is_office(view)) return;
        for (const RowGroup& group : groups) lines_.push_back(line_of(view, group));
        count(static_cast<std::size_t>(view.columns()));
    }

    /// Whether the table's numbered rows have lines under them.
    bool is_habit() const {
        return records_ >= kFewestRecords && with_lines_ * 3 >= records_ && items_ * 2 <= names_ &&
               key_columns_ >= kFewestKeyColumns && others_ * 3 <= rows_;
    }

    /// Whether group `at` is a further line of the record above it.
    bool goes_on(std::size_t at) const { return at > 0 && further_line(at); }

private:
    static bool is_office(const TableView& view) {
        const auto& cells = view.table().cells;
        const auto found = std::find_if(cells.begin(), cells.end(),
                                        [](const CleanCell& cell) { return !cell.value.fragments.empty(); });
        return found != cells.end() && !found->value.fragments.front().on_page();
    }

    Line line_of(const TableView& view, const RowGroup& group) const {
        Line line;
        line.texts.resize(static_cast<std::size_t>(view.columns()));
        line.plain = group.first == group.last;
        for (std::int32_t column = 0; column < view.columns(); ++column) {
            const CleanCell* cell = view.at(group.first, column);
            if (cell == nullptr) continue;
            line.plain = line.plain && cell->column_span == 1 && cell->row_span == 1;
            line.texts[static_cast<std::size_t>(column)] = cell->value.text;
        }
        line.numbered = !levels_of_number(line.texts[static_cast<std::size_t>(*number_)]).empty();
        return line;
    }

    void count(std::size_t columns) {
        in_records_.assign(columns, 0);
        std::vector<std::size_t> in_lines(columns, 0);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i].numbered) continue;
            ++records_;
            for (std::size_t c = 0; c < columns; ++c) in_records_[c] += lines_[i].filled(c) ? 1 : 0;
        }
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (!may_be_line(i)) {
                others_ += !lines_[i].numbered && lines_[i].filled(static_cast<std::size_t>(*name_)) ? 1 : 0;
                continue;
            }
            ++rows_;
            with_lines_ += lines_[i - 1].numbered ? 1 : 0;
            for (std::size_t c = 0; c < columns; ++c) in_lines[c] += lines_[i].filled(c) ? 1 : 0;
            const std::string& name = lines_[i].texts[static_cast<std::size_t>(*name_)];
            names_ += is_blank(name) ? 0 : 1;
            items_ += is_item(name) ? 1 : 0;
        }
        for (std::size_t c = 0; c < columns; ++c) {
            const bool key = static_cast<std::int32_t>(c) != *number_ && is_usual(c) && in_lines[c] == 0;
            key_columns_ += key ? 1 : 0;
        }
    }

    bool is_usual(std::size_t column) const { return in_records_[column] * 2 > records_; }

    /// No number and no figures, and words under words.
    bool may_be_line(std::size_t at) const {
        const Line& line = lines_[at];
        const Line& above = lines_[at - 1];
        if (line.numbered || !line.plain || !above.plain) return false;
        if (line.filled(static_cast<std::size_t>(*number_))) return false;
        bool any = false;
        for (std::size_t c = 0; c < line.texts.size(); ++c) {
            if (!line.filled(c)) continue;
            if (is_figure(line.texts[c]) || !above.filled(c)) return false;
            any = true;
        }
        return any;
    }

    /// A line right under a record, with nothing but lines between.
    bool further_line(std::size_t at) const {
        while (at > 0 && may_be_line(at)) {
            if (lines_[--at].numbered) return true;
        }
        return false;
    }

    std::optional<std::int32_t> number_;
    std::optional<std::int32_t> name_;
    std::vector<Line> lines_;              ///< by group
    std::vector<std::size_t> in_records_;  ///< [column]: numbered rows that fill it
    std::size_t records_ = 0;
    std::size_t with_lines_ = 0;  ///< of these
    std::size_t rows_ = 0;        ///< that may be lines
    std::size_t others_ = 0;      ///< named rows that are neither
    std::size_t names_ = 0;       ///< lines with words in the column of names
    std::size_t items_ = 0;       ///< of these, items of a list
    std::size_t key_columns_ = 0;
};

}  // namespace

std::vector<RowGroup> with_line_rows(const TableView& view, const ColumnMap& map,
                                     std::vector<RowGroup> groups) {
    const LineRows lines(view, map, groups);
    if (!lines.is_habit()) return groups;
    std::vector<RowGroup> joined;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (lines.goes_on(i))
            joined.back().last = groups[i].last;
        else
            joined.push_back(groups[i]);
    }
    return joined;
}

}  // namespace tarang::interpret
