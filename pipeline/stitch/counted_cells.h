// Numbers of several rows that stand in one cell because the rules between them are gone from a worn copy.
#pragma once

#include <vector>

#include "models/page.h"

namespace tarang::stitch {

/// On scanned pages: parts a cell over several rows where each of its rows has a number that counts on from
/// the row above, or begins to under the numbers' header in the table's first row. Cells merged on purpose
/// hold one number, or words. Every line stays, with the row in which its middle stands.
void part_counted_cells(std::vector<PageLayout>& pages);

}  // namespace tarang::stitch
