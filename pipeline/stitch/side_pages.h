// Sheets wider than the paper: a spreadsheet prints the columns that have no room on pages of their own.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "models/page.h"

namespace tarang::stitch {

/// Columns of a joined grid that another page prints.
struct SideColumns {
    PageNumber page;
    Points left = 0;   ///< where they begin in the joined grid
    Points shift = 0;  ///< how far right of their own page's place they stand there
    bool operator==(const SideColumns&) const = default;
};

/// By the number of the joined grid's page; left to right.
using SidePages = std::map<std::int32_t, std::vector<SideColumns>>;

/// Sets grids side by side where a later page goes on to the right: both are the only grids of digital pages
/// of one size, the horizontal rules of the one with fewer are the other's to 1.5 points, four rows at least,
/// the columns differ, and the first has a column of row numbers where the second has none. The later page
/// keeps its lines and loses its grid.
SidePages join_side_pages(std::vector<PageLayout>& pages);

/// The columns that a cell of a joined grid belongs to; null where its own page prints it.
const SideColumns* side_of(const SidePages& sides, PageNumber page, const Rect& box);

/// The cell where its page prints it: box, lines and marks.
GridCell as_printed(const SideColumns& side, GridCell cell);

}  // namespace tarang::stitch
