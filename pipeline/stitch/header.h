// Header rows: how many a table has, and whether a page repeats them.
#pragma once

#include <cstdint>

#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

/// Number of header rows at the top of a table's first grid: the first row with all that its merged cells
/// reach down to, a second level under a merged header cell, and a row of column numbers below them.
/// 0 where the first row is already numbered as a body row.
std::int32_t header_rows_of(const GridView& grid);

/// Whether the grid's first `header_rows` rows repeat the header of `first`, in whatever spelling and
/// with whatever line breaks. Needs the same columns.
bool repeats_header(const GridView& grid, const GridView& first, std::int32_t header_rows);

}  // namespace tarang::stitch
