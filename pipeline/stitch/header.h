// Header rows: how many a table has, and whether a page repeats them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

/// Number of header rows at the top of a table's first grid: the first row with all that its merged cells
/// reach down to, a second level under a merged header cell, and a row of column numbers below them.
/// 0 where the first row is already numbered as a body row.
std::int32_t header_rows_of(const GridView& grid);

/// The words of rows [from, to) in each column, outermost level first, run together as keys. Titles over all
/// columns are left out: not every page repeats them.
std::vector<std::u32string> header_of(const GridView& grid, std::int32_t from, std::int32_t to);

/// Whether `header_rows` rows of the grid from `from` on say what the header of `first` says, in whatever
/// spelling. Needs the same number of columns.
bool same_header(const GridView& grid, std::int32_t from, const GridView& first, std::int32_t header_rows);

/// How many of the grid's first rows repeat the header of `first`, in whatever spelling, with whatever line
/// breaks and cut into however many rows; empty where none do. Needs the same number of columns.
std::optional<std::int32_t> repeated_header_rows(const GridView& grid, const GridView& first,
                                                 std::int32_t header_rows);

/// Row counts that a header of the grid may have: those that cut no cell. `likely` comes first.
std::vector<std::int32_t> possible_header_rows(const GridView& grid, std::int32_t likely);

}  // namespace tarang::stitch
