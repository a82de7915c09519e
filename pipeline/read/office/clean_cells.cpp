#include "pipeline/read/office/clean_cells.h"

#include <algorithm>
#include <map>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/text_repair.h"
#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

CleanCell cell_of(GridPart part) {
    CleanCell cell;
    cell.row = part.row;
    cell.column = part.column;
    cell.row_span = part.row_span;
    cell.column_span = part.column_span;
    cell.value = field_of(part.text, std::move(part.raw), std::move(part.place), part.row, part.column);
    cell.marks = std::move(part.marks);
    return cell;
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string result;
    std::string line;
    bool space = false;
    const auto end_line = [&] {
        if (!line.empty()) result += (result.empty() ? "" : "\n") + line;
        line.clear();
        space = false;
    };
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = thai::next_code_point(text, position);
        if (c == U'\n') {
            end_line();
        } else if (thai::is_space(c)) {
            space = true;
        } else {
            if (space && !line.empty()) line += ' ';
            space = false;
            thai::append_utf8(line, c);
        }
    }
    end_line();
    return result;
}

Field field_of(std::string_view text, std::string raw, Place place, std::int32_t row, std::int32_t column) {
    Field field;
    field.text = thai::repair_text(tidy(text));
    Fragment fragment;
    fragment.raw = thai::sanitize(raw);
    fragment.row = row;
    fragment.column = column;
    fragment.place = std::move(place);
    field.fragments.push_back(std::move(fragment));
    return field;
}

CleanTable table_of(
    std::int32_t rows, std::int32_t columns, std::vector<GridPart> parts, const Place& first,
    const std::function<Place(Place first, std::int32_t row, std::int32_t column)>& place_of) {
    CleanTable table;
    table.rows = rows;
    table.columns = columns;
    std::vector<bool> taken(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    const auto at = [&](std::int32_t row, std::int32_t column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(column);
    };
    const auto is_free = [&](const GridPart& part) {
        for (std::int32_t row = part.row; row < part.row + part.row_span; ++row) {
            for (std::int32_t column = part.column; column < part.column + part.column_span; ++column) {
                if (taken[at(row, column)]) return false;
            }
        }
        return true;
    };
    for (GridPart& part : parts) {
        if (part.row < 0 || part.column < 0 || part.row >= rows || part.column >= columns) continue;
        part.row_span = std::clamp(part.row_span, 1, rows - part.row);
        part.column_span = std::clamp(part.column_span, 1, columns - part.column);
        if (!is_free(part)) {
            part.row_span = part.column_span = 1;
            if (!is_free(part)) continue;
        }
        for (std::int32_t row = part.row; row < part.row + part.row_span; ++row) {
            for (std::int32_t column = part.column; column < part.column + part.column_span; ++column)
                taken[at(row, column)] = true;
        }
        table.cells.push_back(cell_of(std::move(part)));
    }
    for (std::int32_t row = 0; row < rows; ++row) {
        for (std::int32_t column = 0; column < columns; ++column) {
            if (taken[at(row, column)]) continue;
            GridPart empty;
            empty.row = row;
            empty.column = column;
            empty.place = place_of(first, row, column);
            table.cells.push_back(cell_of(std::move(empty)));
        }
    }
    std::sort(table.cells.begin(), table.cells.end(), [](const CleanCell& a, const CleanCell& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    return table;
}

void merge_rows(CleanTable& table, const std::vector<std::int32_t>& groups) {
    std::vector<CleanCell> merged;
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> places;  // by group and column
    for (CleanCell& cell : table.cells) {
        const std::int32_t last = groups[static_cast<std::size_t>(cell.row + cell.row_span - 1)];
        cell.row = groups[static_cast<std::size_t>(cell.row)];
        cell.row_span = last - cell.row + 1;
        const auto [place, added] = places.try_emplace({cell.row, cell.column}, merged.size());
        if (added) {
            merged.push_back(std::move(cell));
            continue;
        }
        CleanCell& whole = merged[place->second];
        if (cell.value.text.empty()) continue;
        if (whole.value.text.empty()) {
            whole.value = std::move(cell.value);
        } else {
            whole.value.text += "\n" + cell.value.text;
            std::move(cell.value.fragments.begin(), cell.value.fragments.end(),
                      std::back_inserter(whole.value.fragments));
        }
        std::move(cell.marks.begin(), cell.marks.end(), std::back_inserter(whole.marks));
        whole.column_span = std::max(whole.column_span, cell.column_span);
        whole.row_span = std::max(whole.row_span, cell.row_span);
    }
    table.cells = std::move(merged);
    table.rows = groups.empty() ? 0 : groups.back() + 1;
}

}  // namespace tarang::read::office
