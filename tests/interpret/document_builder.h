// Documents as `normalize` hands them over, written as rows of texts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/table.h"

namespace tarang::test {

/// A cell as a test writes it: its text, and how far it reaches.
struct Cell {
    std::string text;
    std::int32_t columns = 1;
    std::int32_t rows = 1;
    Cell(const char* t) : text(t) {}             // NOLINT(google-explicit-constructor): rows read as texts
    Cell(std::string t) : text(std::move(t)) {}  // NOLINT(google-explicit-constructor): the same
    Cell(std::string t, std::int32_t over_columns, std::int32_t over_rows = 1)
        : text(std::move(t)), columns(over_columns), rows(over_rows) {}
};
using Row = std::vector<Cell>;

/// A landscape page of the size that reports have.
inline PageInfo page_info(std::int32_t number) {
    PageInfo info;
    info.number = {number};
    info.width = 842;
    info.height = 595;
    return info;
}

/// A field that is printed once, in the given row and column of a page's grid.
inline Field field_at(const std::string& text, std::int32_t page, std::int32_t row, std::int32_t column) {
    Field field;
    field.text = text;
    const auto x = static_cast<Points>(50 * column);
    const auto y = static_cast<Points>(20 * row);
    field.fragments.push_back({{{page}, {x, y, x + 49, y + 19}, std::nullopt}, text, row, column});
    return field;
}

inline Field line_of(const std::string& text, std::int32_t page = 1) { return field_at(text, page, -1, 0); }

/// The table's cells from its rows; positions that a cell from above or from the left covers are left out, as
/// in the row lists of HTML. `first_row` is the row of the page's grid.
inline CleanTable table_of(std::int32_t header_rows, const std::vector<Row>& rows, std::int32_t page = 1,
                           std::int32_t first_row = 0) {
    CleanTable table;
    table.pages = {{page}};
    table.header_rows = header_rows;
    table.rows = static_cast<std::int32_t>(rows.size());
    std::vector<std::vector<bool>> taken(rows.size());
    for (const Cell& cell : rows.front()) table.columns += cell.columns;
    for (auto& row : taken) row.resize(static_cast<std::size_t>(table.columns));
    for (std::int32_t r = 0; r < table.rows; ++r) {
        std::int32_t column = 0;
        for (const Cell& cell : rows[static_cast<std::size_t>(r)]) {
            while (column < table.columns &&
                   taken[static_cast<std::size_t>(r)][static_cast<std::size_t>(column)]) {
                ++column;
            }
            CleanCell clean{r,
                            column,
                            cell.rows,
                            cell.columns,
                            r < header_rows,
                            field_at(cell.text, page, first_row + r, column)};
            for (std::int32_t y = r; y < std::min(r + cell.rows, table.rows); ++y) {
                for (std::int32_t x = column; x < std::min(column + cell.columns, table.columns); ++x) {
                    taken[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = true;
                }
            }
            table.cells.push_back(std::move(clean));
        }
    }
    return table;
}

inline CleanDocument document_of(std::vector<CleanTable> tables, const std::vector<std::string>& head = {}) {
    CleanDocument document;
    document.pages.push_back(page_info(1));
    document.tables = std::move(tables);
    std::vector<Field> lines;
    for (const std::string& text : head) lines.push_back(line_of(text));
    auto& headings = document.tables.front().headings;
    headings.insert(headings.begin(), lines.begin(), lines.end());
    return document;
}

/// The text of a cell as it is printed, or the field's value; "<none>" where there is no such field.
inline std::string text_of(const Maybe<Field>& field) { return field ? field->text : "<none>"; }

}  // namespace tarang::test
