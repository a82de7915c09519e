// Several items in one row of a Word table, lined up across its cells by blank paragraphs.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/read/office/clean_cells.h"

namespace tarang::read::office {

/// A row whose first cell counts items (๑. ๒. ๓.), each after a blank line, and whose other cells have either
/// nothing or as many groups of lines parted by blank ones, becomes a row for each item. Any other row stays
/// as it is, since lists inside one item look alike. `parts` have all their lines, blank ones included;
/// returns the number of rows.
std::int32_t part_items(std::int32_t rows, std::int32_t columns, std::vector<GridPart>& parts);

}  // namespace tarang::read::office
