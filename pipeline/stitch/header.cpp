#include "pipeline/stitch/header.h"

#include <algorithm>

#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {
namespace {

// Headers are retyped on every page by hand: words broken elsewhere, a slip here and there.
constexpr float kSameHeader = 0.75F;
constexpr std::int32_t kMostHeaderRows = 6;
constexpr int kMostLevels = 3;

bool spans_all(const GridCell& cell, const GridView& grid) { return cell.column_span == grid.columns(); }

/// Rows that the cells beginning in rows 0..rows-1 reach down to.
std::int32_t reach_of(const GridView& grid, std::int32_t rows) {
    std::int32_t reach = rows;
    for (std::int32_t r = 0; r < reach && r < grid.rows(); ++r) {
        for (const GridCell* cell : grid.starting_in(r)) reach = std::max(reach, cell->row + cell->row_span);
    }
    return reach;
}

/// A merged header cell that does not span the whole table has its own headers beneath.
bool has_second_level(const GridView& grid, std::int32_t row) {
    const std::vector<const GridCell*> cells = grid.starting_in(row);
    return std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
        return cell->column_span > 1 && !spans_all(*cell, grid) && !cell->lines.empty() &&
               cell->row + cell->row_span == row + 1;
    });
}

/// A row that a page break cut goes on with few of its cells filled, the first ones rarely among them.
bool is_rest_of_row(const GridView& grid) {
    const std::vector<const GridCell*> cells = grid.starting_in(0);
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const GridCell* cell) { return !cell->lines.empty(); });
    return grid.at(0, 0).lines.empty() && filled * 2 <= std::ssize(cells);
}

/// "(๑) (๒) (๓) ..." or "1 2 3 ..." under the headers.
bool numbers_columns(const GridView& grid, std::int32_t row) {
    if (row >= grid.rows()) return false;
    int expected = 0;
    for (const GridCell* cell : grid.starting_in(row)) {
        std::string digits;
        for (const char c : thai::fold_digits(joined_text(cell->lines))) {
            if (c >= '0' && c <= '9')
                digits += c;
            else if (c != ' ' && c != '(' && c != ')' && c != '.')
                return false;
        }
        ++expected;
        if (digits != std::to_string(expected)) return false;
    }
    return expected >= 3;
}

}  // namespace

std::int32_t header_rows_of(const GridView& grid) {
    if (grid.rows() < 2 || is_key(grid.text(0, 0)) || is_rest_of_row(grid)) return 0;
    std::int32_t rows = reach_of(grid, 1);
    // A title inside the table, over all columns: the header proper comes below it.
    const bool titled = spans_all(grid.at(0, 0), grid) && grid.columns() > 1;
    if (titled && rows < grid.rows() && is_key(grid.text(rows, 0))) return 0;  // a section over its first row
    if (titled) rows = reach_of(grid, rows + 1);
    for (int level = 1; level < kMostLevels; ++level) {
        if (rows <= grid.rows() && has_second_level(grid, rows - 1)) rows = reach_of(grid, rows + 1);
    }
    if (numbers_columns(grid, rows)) ++rows;
    return std::min({rows, grid.rows(), kMostHeaderRows});
}

bool repeats_header(const GridView& grid, const GridView& first, std::int32_t header_rows) {
    if (header_rows == 0 || grid.rows() < header_rows || grid.columns() != first.columns()) return false;
    float alike = 0;
    float weight = 0;
    for (std::int32_t r = 0; r < header_rows; ++r) {
        for (const GridCell* cell : first.starting_in(r)) {
            const std::u32string wanted = thai::key_of(joined_text(cell->lines));
            const std::u32string found = thai::key_of(grid.text(r, cell->column));
            const auto longer = static_cast<float>(std::max(wanted.size(), found.size()));
            alike += longer * thai::similarity_of_keys(wanted, found);
            weight += longer;
        }
    }
    return weight > 0 && alike >= kSameHeader * weight;
}

}  // namespace tarang::stitch
