// Grids that hold more than one table: the header comes again within the page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

/// Rows of a grid from one header to the next.
struct GridSection {
    std::optional<Grid> grid;    ///< a grid of its own; empty: the whole grid
    std::vector<TextLine> over;  ///< lines of the rows over all columns right above the header that begins it
};

/// The grid cut before each row that repeats the header: its own, or that of the table which it may go on
/// with
/// (`header_rows` of `table`; not asked where the columns are others). One section where none does.
std::vector<GridSection> sections_of(const Grid& grid, const GridView& table, std::int32_t header_rows);

}  // namespace tarang::stitch
