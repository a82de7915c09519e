#include "pipeline/stitch/row_evidence.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lib/thai/compare.h"
#include "pipeline/stitch/continuation.h"

namespace tarang::stitch {

RowView::RowView(const GridView& grid, std::int32_t row)
    : cells(static_cast<std::size_t>(grid.columns()), nullptr) {
    for (std::int32_t column = 0; column < grid.columns();) {
        const GridCell& cell = grid.at(row, column);
        cells[static_cast<std::size_t>(column)] = &cell;
        column = cell.column + cell.column_span;
    }
    height = usual_height(grid, row);
}

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

bool same_shape(const RowView& upper, const RowView& lower) {
    for (std::size_t c = 0; c < upper.cells.size(); ++c) {
        const std::int32_t a = upper.cells[c] == nullptr ? 0 : upper.cells[c]->column_span;
        const std::int32_t b = lower.cells[c] == nullptr ? 0 : lower.cells[c]->column_span;
        if (a != b) return false;
    }
    return true;
}

bool merged_over_rows(const RowView& upper, const RowView& lower, std::size_t column) {
    const auto merged = [column](const RowView& row) {
        return row.cells[column] != nullptr && row.cells[column]->row_span > row.height;
    };
    return merged(upper) || merged(lower);
}

UpperRow::UpperRow(const std::vector<TablePart>& parts, std::size_t begins, std::size_t last)
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

}  // namespace tarang::stitch
