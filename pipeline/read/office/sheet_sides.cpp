#include "pipeline/read/office/sheet_sides.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lib/thai/compare.h"
#include "pipeline/read/office/sheet.h"

namespace tarang::read::office {
namespace {

constexpr std::int32_t kElsewhere = 2;  // rows; frames of one table may miss one, as in a row of sums
constexpr std::size_t kLeastRows = 2;   // of several cells, that a table has: a header and a row

/// Columns from `first` to before `end` that something stands in without a free one between.
using Stretch = SheetSide;

std::vector<Stretch> stretches_of(const SheetContent& sheet, std::int32_t top, std::int32_t bottom) {
    std::vector<std::int32_t> changes(kSheetColumns + 1);  // of how many things stand in a column
    const auto fill = [&changes](std::int32_t column, std::int32_t span) {
        const std::int32_t first = std::clamp(column, 0, kSheetColumns);
        ++changes[static_cast<std::size_t>(first)];
        --changes[static_cast<std::size_t>(std::clamp(column + span, first, kSheetColumns))];
    };
    for (const SheetCell& cell : sheet.cells) {
        if (cell.place.row >= top && cell.place.row <= bottom) fill(cell.place.column, cell.column_span);
    }
    for (const CellLines& line : sheet.lines) {
        if (line.place.row >= top && line.place.row <= bottom && (line.top || line.bottom))
            fill(line.place.column, 1);
    }
    for (const std::int32_t column : sheet.hidden_columns) fill(column, 1);
    std::vector<Stretch> stretches;
    std::int32_t things = 0;
    for (std::int32_t column = 0; column < kSheetColumns; ++column) {
        things += changes[static_cast<std::size_t>(column)];
        if (things == 0) continue;
        if (stretches.empty() || stretches.back().end < column) stretches.push_back({column, column});
        stretches.back().end = column + 1;
    }
    return stretches;
}

/// What may be a table by itself.
struct Block {
    std::map<std::int32_t, std::vector<const SheetCell*>> rows;  ///< cells with words
    std::optional<std::pair<std::int32_t, std::int32_t>> frame;  ///< rows of its first and last line

    /// The first row of several cells.
    std::optional<std::int32_t> head() const {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row.second.size() > 1; });
        return found == rows.end() ? std::nullopt : std::optional(found->first);
    }
    bool is_table() const {
        const auto several =
            std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.second.size() > 1; });
        return static_cast<std::size_t>(several) >= kLeastRows;
    }
};

Block block_of(const SheetContent& sheet, const SheetSide& side, std::int32_t top, std::int32_t bottom) {
    Block block;
    const auto inside = [&](const CellPlace& place) {
        return place.row >= top && place.row <= bottom && place.column >= side.first &&
               place.column < side.end;
    };
    for (const SheetCell& cell : sheet.cells) {
        if (!cell.blank && inside(cell.place)) block.rows[cell.place.row].push_back(&cell);
    }
    for (const CellLines& line : sheet.lines) {
        if (!inside(line.place) || (!line.top && !line.bottom)) continue;
        if (!block.frame) block.frame = {line.place.row, line.place.row};
        block.frame->second = line.place.row;
    }
    return block;
}

/// Whether the column below the head begins with 1 and 2.
bool counts(const Block& block) {
    const std::int32_t head = *block.head();
    const std::int32_t column = block.rows.at(head).front()->place.column;
    std::u32string_view expected = U"12";
    for (auto row = block.rows.upper_bound(head); row != block.rows.end() && !expected.empty(); ++row) {
        const SheetCell& cell = *row->second.front();
        if (cell.place.column != column) continue;
        const std::u32string key = thai::key_of(cell.value.text);
        if (key != expected.substr(0, 1)) {
            if (cell.value.number) return false;
            continue;  // a header of several rows
        }
        expected.remove_prefix(1);
    }
    return expected.empty();
}

bool same_key(const Block& left, const Block& right) {
    const std::string& first = left.rows.at(*left.head()).front()->value.text;
    const std::string& second = right.rows.at(*right.head()).front()->value.text;
    return !thai::comparable(first).empty() && thai::same(first, second);
}

/// A line over each of them, in one row: over the columns of one table a header would stand beside others.
bool titled_apart(const Block& left, const Block& right) {
    const std::int32_t heads = std::min(*left.head(), *right.head());
    return std::any_of(left.rows.begin(), left.rows.lower_bound(heads), [&](const auto& row) {
        const auto beside = right.rows.find(row.first);
        return row.second.size() == 1 && beside != right.rows.end() && beside->second.size() == 1;
    });
}

bool framed_apart(const Block& left, const Block& right) {
    if (!left.frame || !right.frame) return false;
    return std::abs(left.frame->first - right.frame->first) >= kElsewhere ||
           std::abs(left.frame->second - right.frame->second) >= kElsewhere;
}

bool parted(const Block& left, const Block& right) {
    if (!left.is_table() || !right.is_table()) return false;
    return framed_apart(left, right) || same_key(left, right) || titled_apart(left, right) ||
           (counts(left) && counts(right));
}

}  // namespace

std::vector<SheetSide> sides_of(const SheetContent& sheet, std::int32_t top, std::int32_t bottom) {
    const std::vector<Stretch> stretches = stretches_of(sheet, top, bottom);
    if (stretches.size() < 2) return {};
    std::vector<SheetSide> sides{stretches.front()};
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        const SheetSide rest{stretches[i].first, stretches.back().end};
        if (parted(block_of(sheet, sides.back(), top, bottom), block_of(sheet, rest, top, bottom)))
            sides.push_back(stretches[i]);
        else
            sides.back().end = stretches[i].end;
    }
    return sides.size() < 2 ? std::vector<SheetSide>() : sides;
}

SheetContent part_of(const SheetContent& sheet, const SheetSide& side, std::int32_t top,
                     std::int32_t bottom) {
    const auto inside = [&](const CellPlace& place) {
        return place.row >= top && place.row <= bottom && place.column >= side.first &&
               place.column < side.end;
    };
    SheetContent part;
    part.name = sheet.name;
    part.hidden_columns = sheet.hidden_columns;
    part.widths = sheet.widths;
    std::copy_if(sheet.cells.begin(), sheet.cells.end(), std::back_inserter(part.cells),
                 [&](const SheetCell& cell) { return inside(cell.place); });
    std::copy_if(sheet.lines.begin(), sheet.lines.end(), std::back_inserter(part.lines),
                 [&](const CellLines& line) { return inside(line.place); });
    std::copy_if(sheet.drawings.begin(), sheet.drawings.end(), std::back_inserter(part.drawings),
                 [&](const SheetDrawing& drawing) {
                     return inside({static_cast<std::int32_t>((drawing.top + drawing.bottom) / 2),
                                    static_cast<std::int32_t>((drawing.left + drawing.right) / 2)});
                 });
    return part;
}

}  // namespace tarang::read::office
