#include "pipeline/stitch/numbered_rows.h"

#include <algorithm>
#include <string>

#include "lib/thai/digits.h"

namespace tarang::stitch {
namespace {

bool beside(const TextLine& a, const TextLine& b) {
    return 2 * overlap(a.box.top, a.box.bottom, b.box.top, b.box.bottom) >
           std::min(a.box.height(), b.box.height());
}

/// Whether the lines are numbers that count on: "๑", "๒"; "1.1", "1.2".
bool count_on(const std::vector<TextLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_key(lines[i].text)) return false;
        if (i > 0 && !is_next_key(lines[i - 1].text, lines[i].text)) return false;
    }
    return true;
}

/// The key cell of a row that is several records' row.
const GridCell* numbers_of(const GridView& grid, std::int32_t row, std::int32_t key_column) {
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const GridCell& cell = grid.at(row, c);
        if (cell.row_span != 1 || cell.column_span != 1) return nullptr;
    }
    const GridCell& keys = grid.at(row, key_column);
    if (keys.lines.size() < 2 || !count_on(keys.lines)) return nullptr;
    bool begins_beside_each = false;
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const std::vector<TextLine>& lines = grid.at(row, c).lines;
        if (c == key_column || lines.empty()) continue;
        const bool above = lines.front().box.bottom < keys.lines.front().box.center_y();
        if (above) return nullptr;
        begins_beside_each =
            begins_beside_each || std::all_of(keys.lines.begin(), keys.lines.end(), [&](const TextLine& key) {
                return std::any_of(lines.begin(), lines.end(),
                                   [&](const TextLine& line) { return beside(key, line); });
            });
    }
    return begins_beside_each ? &keys : nullptr;
}

/// Where the record of each number begins, with the row's own edges at both ends.
std::vector<Points> edges_between(const GridCell& keys) {
    std::vector<Points> edges{keys.box.top};
    for (std::size_t i = 1; i < keys.lines.size(); ++i) edges.push_back(keys.lines[i].box.top);
    edges.push_back(keys.box.bottom);
    return edges;
}

/// How a row is divided: its edges, and which columns are, by column.
struct Division {
    std::vector<Points> edges;
    std::vector<bool> divided;
};

/// Cells that are not divided reach over all parts of the row.
void add_divided_row(const GridView& grid, std::int32_t row, const Division& division, Grid& result) {
    const std::vector<Points>& edges = division.edges;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const auto new_row = static_cast<std::int32_t>(result.row_edges.size()) - 1;
        for (std::int32_t c = 0; c < grid.columns(); ++c) {
            GridCell part = grid.at(row, c);
            part.row = new_row;
            if (!division.divided[static_cast<std::size_t>(c)]) {
                part.row_span = static_cast<std::int32_t>(edges.size()) - 1;
                if (i == 0) result.cells.push_back(std::move(part));
                continue;
            }
            part.box.top = edges[i];
            part.box.bottom = edges[i + 1];
            const auto elsewhere = [&](const Rect& box) {
                return (i > 0 && box.center_y() < edges[i]) ||
                       (i + 2 < edges.size() && box.center_y() >= edges[i + 1]);
            };
            std::erase_if(part.lines, [&](const TextLine& line) { return elsewhere(line.box); });
            std::erase_if(part.marks, [&](const CellMark& mark) { return elsewhere(mark.box); });
            result.cells.push_back(std::move(part));
        }
        result.row_edges.push_back(edges[i + 1]);
    }
}

/// The grid with the rows divided that have a division; empty where none has.
std::optional<Grid> divided(const GridView& grid, const std::vector<std::optional<Division>>& rows) {
    const auto is_whole = [](const std::optional<Division>& division) { return !division.has_value(); };
    if (std::all_of(rows.begin(), rows.end(), is_whole)) return std::nullopt;
    Grid result;
    result.outline = grid.grid().outline;
    result.column_edges = grid.grid().column_edges;
    result.open_bottom = grid.grid().open_bottom;
    result.row_edges.push_back(grid.grid().row_edges.front());
    for (std::int32_t r = 0; r < grid.rows(); ++r) {
        if (const auto& division = rows[static_cast<std::size_t>(r)]) {
            add_divided_row(grid, r, *division, result);
            continue;
        }
        const std::int32_t moved = static_cast<std::int32_t>(result.row_edges.size()) - 1 - r;
        for (const GridCell& cell : grid.grid().cells) {
            if (cell.row != r) continue;
            result.cells.push_back(cell);
            result.cells.back().row += moved;
        }
        result.row_edges.push_back(grid.grid().row_edges[static_cast<std::size_t>(r) + 1]);
    }
    return result;
}

/// The number that begins a line of words as a list's does: "1) ...", "๒. ...". 0 where none does.
int item_number(const TextLine& line) {
    constexpr std::size_t kMostDigits = 2;
    const std::string text = thai::fold_digits(line.text);
    const std::size_t end = text.find_first_not_of("0123456789", text.find_first_not_of(" ("));
    const std::size_t begin = text.find_first_of("0123456789");
    if (end == std::string::npos || begin >= end || end - begin > kMostDigits) return 0;
    const bool marked = text[end] == ')' || (text[end] == '.' && end + 1 < text.size() &&
                                             (text[end + 1] < '0' || text[end + 1] > '9'));
    return marked && end + 1 < text.size() ? std::stoi(text.substr(begin, end - begin)) : 0;
}

/// The lines at which the items of a cell's list begin, where it is nothing but a list that counts from 1.
std::vector<const TextLine*> items_of(const GridCell& cell) {
    std::vector<const TextLine*> items;
    for (const TextLine& line : cell.lines) {
        const int number = item_number(line);
        if (number == static_cast<int>(items.size()) + 1)
            items.push_back(&line);
        else if (items.empty())
            return {};
    }
    return items;
}

/// An amount: nothing but a figure with its commas.
bool is_amount(const TextLine& line) {
    const std::string text = thai::fold_digits(line.text);
    return text.find_first_of("0123456789") != std::string::npos &&
           text.find_first_not_of("0123456789,.- ") == std::string::npos;
}

/// Whether a cell has one line of amounts for each item, in its height.
bool counts_out(const GridCell& cell, const std::vector<Points>& edges) {
    if (cell.lines.size() + 1 != edges.size()) return false;
    for (std::size_t i = 0; i < cell.lines.size(); ++i) {
        const Points y = cell.lines[i].box.center_y();
        const bool inside = (i == 0 || y >= edges[i]) && (i + 2 == edges.size() || y < edges[i + 1]);
        if (!inside || !is_amount(cell.lines[i])) return false;
    }
    return true;
}

/// How a row is divided that lists several records: a list of names and as many amounts beside it.
std::optional<Division> division_of_list(const GridView& grid, std::int32_t row) {
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const GridCell& cell = grid.at(row, c);
        if (cell.row_span != 1 || cell.column_span != 1) return std::nullopt;
    }
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        const GridCell& list = grid.at(row, c);
        const auto items = items_of(list);
        if (items.size() < 2) continue;
        Division division{{list.box.top}, std::vector<bool>(static_cast<std::size_t>(grid.columns()))};
        for (std::size_t i = 1; i < items.size(); ++i) division.edges.push_back(items[i]->box.top);
        division.edges.push_back(list.box.bottom);
        bool amounts = false;
        for (std::int32_t other = 0; other < grid.columns(); ++other) {
            const bool counted = other != c && counts_out(grid.at(row, other), division.edges);
            amounts = amounts || counted;
            division.divided[static_cast<std::size_t>(other)] = counted || other == c;
        }
        if (amounts) return division;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Grid> with_numbered_rows_apart(const TablePart& part, std::int32_t key_column) {
    const GridView& grid = part.view;
    const std::vector<bool> all(static_cast<std::size_t>(grid.columns()), true);
    std::vector<std::optional<Division>> rows;
    for (std::int32_t r = 0; r < grid.rows(); ++r) {
        const GridCell* keys = r < part.header_rows ? nullptr : numbers_of(grid, r, key_column);
        rows.push_back(keys == nullptr ? std::nullopt : std::optional(Division{edges_between(*keys), all}));
    }
    return divided(grid, rows);
}

std::optional<Grid> with_listed_rows_apart(const TablePart& part) {
    std::vector<std::optional<Division>> rows;
    for (std::int32_t r = 0; r < part.view.rows(); ++r)
        rows.push_back(r < part.header_rows ? std::nullopt : division_of_list(part.view, r));
    return divided(part.view, rows);
}

}  // namespace tarang::stitch
