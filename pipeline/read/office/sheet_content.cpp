#include "pipeline/read/office/sheet_content.h"

#include <algorithm>
#include <set>
#include <utility>

#include "pipeline/read/office/clean_cells.h"

namespace tarang::read::office {
namespace {

// A sheet with more cells in frames is data, where each row is a record.
constexpr std::size_t kMostLines = 500'000;
constexpr std::int64_t kMostSteps = 50'000'000;  // cells below merges, each as often as merges overlap
constexpr std::int32_t kMostHidden = 1'000;      // columns of one run: more are the rest of the sheet

/// Merges by place: the cell at the beginning covers all others. False where they overlap so much that no
/// person can have made them.
bool apply_merges(std::vector<Merge> merges, std::vector<SheetCell>& cells) {
    std::sort(merges.begin(), merges.end(), [](const Merge& a, const Merge& b) { return a.first < b.first; });
    const auto at = [&cells](const CellPlace& place) {
        return std::lower_bound(
            cells.begin(), cells.end(), place,
            [](const SheetCell& cell, const CellPlace& wanted) { return cell.place < wanted; });
    };
    std::vector<bool> covered(cells.size());
    std::int64_t steps = 0;
    for (const Merge& merge : merges) {
        for (auto cell = at(merge.first); cell != cells.end() && cell->place.row <= merge.last.row; ++cell) {
            if (++steps > kMostSteps) return false;
            const CellPlace& place = cell->place;
            if (place.column < merge.first.column || place.column > merge.last.column) continue;
            if (place == merge.first) {
                cell->row_span = merge.last.row - merge.first.row + 1;
                cell->column_span = merge.last.column - merge.first.column + 1;
            } else {
                covered[static_cast<std::size_t>(cell - cells.begin())] = true;
            }
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (covered[i]) continue;
        if (kept != i) cells[kept] = std::move(cells[i]);
        ++kept;
    }
    cells.resize(kept);
    return true;
}

}  // namespace

void ContentMaker::take(const RawCell& raw) {
    SheetCell cell;
    cell.value = value_of(raw, *book_);
    cell.style = raw.style;
    const CellStyle& style = book_->styles.style(raw.style);
    cell.fill = style.fill;
    cell.blank = tidy(cell.value.text).empty();
    if ((style.top_border || style.bottom_border) && content_.lines.size() < kMostLines)
        content_.lines.push_back({raw.place, style.top_border, style.bottom_border});
    if (cell.blank && !cell.fill && !cell.value.doubt) return;
    cell.place = raw.place;
    if (raw.row_hidden) hidden_rows_.insert(raw.place.row);
    cells_.push_back(std::move(cell));
}

std::variant<SheetContent, EventCode> ContentMaker::finish(const SheetFrame& frame) {
    std::stable_sort(cells_.begin(), cells_.end(),
                     [](const SheetCell& a, const SheetCell& b) { return a.place < b.place; });
    if (!apply_merges(frame.merges, cells_)) return EventCode::kTooComplex;
    std::set<std::int32_t> hidden_columns;
    for (SheetCell& cell : cells_) {
        // A merged cell is seen as long as a column of it is.
        std::int32_t column = cell.place.column;
        const std::int32_t end = column + cell.column_span;
        while (column < end && frame.column_hidden(column)) ++column;
        const bool row_hidden = cell.row_span == 1 && hidden_rows_.contains(cell.place.row);
        if (column < end && !row_hidden) {
            content_.cells.push_back(std::move(cell));
        } else if (!cell.blank) {
            content_.hidden.push_back(std::move(cell));
        }
    }
    for (const auto& [first, last] : frame.hidden_columns) {
        for (std::int32_t column = first; column <= std::min(last, first + kMostHidden); ++column)
            hidden_columns.insert(column);
    }
    std::stable_sort(content_.lines.begin(), content_.lines.end(),
                     [](const CellLines& a, const CellLines& b) { return a.place < b.place; });
    content_.widths = frame.widths;
    content_.hidden_columns.assign(hidden_columns.begin(), hidden_columns.end());
    return std::move(content_);
}

std::variant<SheetContent, EventCode> read_content(Container& container, const SheetEntry& entry,
                                                   const Workbook& book, const Limits& limits) {
    ContentMaker maker(entry.name, book);
    const auto read =
        read_sheet(container, entry.part, book, limits, [&maker](const RawCell& raw) { maker.take(raw); });
    if (const auto* code = std::get_if<EventCode>(&read)) return *code;
    const auto& frame = std::get<SheetFrame>(read);
    auto drawings = read_drawings(container, entry.part, frame, limits);
    if (const auto* code = std::get_if<EventCode>(&drawings)) return *code;
    auto content = maker.finish(frame);
    if (auto* whole = std::get_if<SheetContent>(&content)) {
        auto& found = std::get<SheetDrawings>(drawings);
        whole->drawings = std::move(found.drawings);
        whole->pictures = std::move(found.pictures);
    }
    return content;
}

}  // namespace tarang::read::office
