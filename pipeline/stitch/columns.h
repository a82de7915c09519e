// Columns of one page's grid that are those of a table begun before, although they are drawn otherwise:
// moved, left out where they are empty, run together where a rule was lost, cut by a line that is none.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

/// Columns [first, last) of the table that are columns [own_first, own_last) of the page's grid. One side has
/// one column at most; `own_first == own_last` where the page does not draw the table's column.
struct ColumnGroup {
    std::int32_t first = 0;
    std::int32_t last = 0;
    std::int32_t own_first = 0;
    std::int32_t own_last = 0;
    bool operator==(const ColumnGroup&) const = default;
};

using ColumnGroups = std::vector<ColumnGroup>;

/// Same number of columns on the same places, but for a shift of the whole table.
bool same_columns(const Grid& a, const Grid& b);

/// By the words of the headers: `rows` of the page's grid against `header_rows` of the table's first. Empty
/// where a fourth of the page's header finds no column, or more than a third of the table's columns are not
/// drawn.
std::optional<ColumnGroups> columns_by_header(const GridView& grid, std::int32_t rows, const GridView& first,
                                              std::int32_t header_rows);

/// By place alone, for pages without a header: each of the page's edges is one of the table's.
std::optional<ColumnGroups> columns_by_place(const Grid& grid, const Grid& first);

/// By what stands in them, for tables whose columns no rules show: the words of each of the page's columns
/// lie within one of the table's. Empty where the table's sides are elsewhere.
std::optional<ColumnGroups> columns_by_words(const GridView& grid, const Grid& first);

/// The grid with the table's columns. What stands in columns that are run together goes to the column over
/// which it stands, what a false line cuts becomes one again; a column that is not drawn is empty, with the
/// whole row as its cells' box. Empty where cells of other heights lie beside each other in a cut column.
std::optional<Grid> with_columns(const GridView& grid, const ColumnGroups& groups, const Grid& first);

/// The same for groups of the grid's own columns, whose inner lines are none: what one cuts is one cell,
/// however many columns it reaches over.
std::optional<Grid> without_lines(const GridView& grid, const ColumnGroups& groups);

/// The same grid without lines that cut words of the header and divide nothing below it (a crease, a streak)
/// or words of two rows of a scan, and on scans without those that divide no header and a fifth of the rows
/// at most, or half of them where words run across one (strokes of a pen or a stamp). Empty where it has
/// none.
std::optional<Grid> without_false_columns(const Grid& grid);

}  // namespace tarang::stitch
