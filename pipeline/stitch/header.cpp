#include "pipeline/stitch/header.h"

#include <algorithm>

#include "lib/thai/chars.h"
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

/// A merged header cell that does not span the whole table has its own headers beneath: more than one.
bool has_second_level(const GridView& grid, std::int32_t row) {
    const std::vector<const GridCell*> cells = grid.starting_in(row);
    return std::any_of(cells.begin(), cells.end(), [&](const GridCell* cell) {
        const bool ends_here = cell->row + cell->row_span == row + 1;
        if (cell->column_span == 1 || spans_all(*cell, grid) || cell->lines.empty() || !ends_here)
            return false;
        if (row + 1 >= grid.rows()) return true;
        const GridCell& below = grid.at(row + 1, cell->column);
        return below.column != cell->column || below.column_span < cell->column_span;
    });
}

/// A row that a page break cut goes on with few of its cells filled, the first ones rarely among them.
bool is_rest_of_row(const GridView& grid) {
    const std::vector<const GridCell*> cells = grid.starting_in(0);
    const auto filled =
        std::count_if(cells.begin(), cells.end(), [](const GridCell* cell) { return !cell->lines.empty(); });
    return grid.at(0, 0).lines.empty() && filled * 2 <= std::ssize(cells);
}

/// Whether numbers of records count on down a column within the first `rows`, or right under them: what is
/// merged over them is merged over records.
bool counts_records(const GridView& grid, std::int32_t rows) {
    constexpr std::int32_t kFarthest = 3;  // columns; what is merged over several stands before the numbers
    for (std::int32_t c = 0; c < std::min(grid.columns(), kFarthest); ++c) {
        for (std::int32_t r = 0; r < rows && r + 1 < grid.rows(); ++r) {
            if (is_next_key(grid.text(r, c), grid.text(r + 1, c))) return true;
        }
    }
    return false;
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

/// How alike two headers are, column by column, each weighing as much as it has letters: 0..1.
float likeness(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    float alike = 0;
    float weight = 0;
    for (std::size_t c = 0; c < a.size(); ++c) {
        const auto longer = static_cast<float>(std::max(a[c].size(), b[c].size()));
        if (longer > 0) alike += longer * thai::similarity_of_keys(a[c], b[c]);
        weight += longer;
    }
    return weight > 0 ? alike / weight : 0;
}

/// Letters count one, marks a third, as where keys are compared.
float weight_of(std::u32string_view key) {
    const auto marks = static_cast<float>(std::count_if(key.begin(), key.end(), thai::is_mark));
    return static_cast<float>(key.size()) - marks * 2 / 3;
}

/// Whether `likeness` may reach kSameHeader, by the columns' lengths alone. Rows of the body, which are tried
/// as headers too, are mostly too long, and comparing letters costs as much as both lengths multiplied.
bool may_be_same(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    constexpr std::size_t kLongestCompared = 500;  // of longer ones only as much is compared
    float alike = 0.01F;
    float weight = 0;
    for (std::size_t c = 0; c < a.size(); ++c) {
        const auto longer = static_cast<float>(std::max(a[c].size(), b[c].size()));
        const auto [less, more] = std::minmax({weight_of(a[c]), weight_of(b[c])});
        const bool whole = a[c].size() <= kLongestCompared && b[c].size() <= kLongestCompared;
        alike += whole && more > 0 ? longer * less / more : longer;
        weight += longer;
    }
    return alike >= kSameHeader * weight;
}

bool is_same(const std::vector<std::u32string>& a, const std::vector<std::u32string>& b) {
    return may_be_same(a, b) && likeness(a, b) >= kSameHeader;
}

}  // namespace

std::int32_t header_rows_of(const GridView& grid) {
    if (grid.rows() < 2 || is_key(grid.text(0, 0)) || is_rest_of_row(grid)) return 0;
    std::int32_t rows = reach_of(grid, 1);
    if (rows > 1 && counts_records(grid, rows)) return 0;
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

std::vector<std::u32string> header_of(const GridView& grid, std::int32_t from, std::int32_t to) {
    std::vector<std::u32string> texts(static_cast<std::size_t>(grid.columns()));
    for (std::int32_t c = 0; c < grid.columns(); ++c) {
        for (std::int32_t r = from; r < std::min(to, grid.rows());) {
            const GridCell& cell = grid.at(r, c);
            const bool title = spans_all(cell, grid) && grid.columns() > 1;
            if (!title) texts[static_cast<std::size_t>(c)] += thai::key_of(joined_text(cell.lines));
            r = cell.row + cell.row_span;
        }
    }
    return texts;
}

std::vector<std::int32_t> possible_header_rows(const GridView& grid, std::int32_t likely) {
    std::vector<std::int32_t> counts;
    for (std::int32_t rows = 1; rows <= std::min(grid.rows(), kMostHeaderRows); ++rows) {
        if (reach_of(grid, rows) == rows) counts.push_back(rows);
    }
    std::stable_partition(counts.begin(), counts.end(), [&](std::int32_t rows) { return rows == likely; });
    return counts;
}

bool same_header(const GridView& grid, std::int32_t from, const GridView& first, std::int32_t header_rows) {
    const std::vector<std::u32string> wanted = header_of(first, 0, header_rows);
    return is_same(wanted, header_of(grid, from, from + header_rows));
}

std::optional<std::int32_t> repeated_header_rows(const GridView& grid, const GridView& first,
                                                 std::int32_t header_rows) {
    if (header_rows == 0 || grid.columns() != first.columns()) return std::nullopt;
    const std::vector<std::u32string> wanted = header_of(first, 0, header_rows);
    std::optional<std::int32_t> best;
    float most = 0;
    for (const std::int32_t rows : possible_header_rows(grid, header_rows)) {
        const std::vector<std::u32string> found = header_of(grid, 0, rows);
        const float alike = may_be_same(wanted, found) ? likeness(wanted, found) : 0;
        if (alike < kSameHeader || (best && alike <= most)) continue;
        most = alike;
        best = rows;
        if (alike >= 1) break;
    }
    return best;
}

}  // namespace tarang::stitch
