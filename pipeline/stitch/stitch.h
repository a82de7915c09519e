// stitch: all pages' grids and blocks become logical tables. A row that page breaks cut is one row
// again, repeated headers and page furniture are taken out, and no join loses a region.
#pragma once

#include <vector>

#include "models/table.h"

namespace tarang::stitch {

/// Tables over the whole document. `pages` are in page order; pages may be missing. Where one is a spread,
/// the document's pages are more than the file's: see PageInfo::in_file.
StitchedDocument stitch(std::vector<PageLayout> pages);

/// Each page's grids as printed, one table each, repeated headers included. No joins.
StitchedDocument by_page(std::vector<PageLayout> pages);

}  // namespace tarang::stitch
