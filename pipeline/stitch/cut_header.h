// A header that a page break cuts: its first lines end a page, the rest of it begins the next.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

/// Two grids as one, with the columns of the lower.
struct WholeHeader {
    Grid grid;                     ///< the upper's rows over the lower's; its cells keep their boxes
    std::int32_t rows_before = 0;  ///< that the upper has
    std::int32_t header_rows = 0;  ///< in all
};

/// Empty unless the upper grid is nothing but a header, numbers' column and all, the lower begins with no
/// header of its own, and each edge of the upper is one of the lower's columns' edges. Rows of the lower
/// belong to the header up to the first with a number, if they are few, stand under its words and are merged
/// over nothing; where one word alone goes on the upper must be open below.
std::optional<WholeHeader> whole_header(const GridView& upper, const GridView& lower);

}  // namespace tarang::stitch
