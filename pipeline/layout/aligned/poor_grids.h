// Ruled tables whose rules tell only a part: a frame or a ruled header around an unruled body, columns with
// rules but rows without. What stands in line inside them tells the rest.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// Grids that alignment may replace: a single column, or rows that hold many lines.
bool is_poor(const Grid& grid, std::span<const Cluster> clusters);

/// Splits rows without rules between them where the print is beyond doubt: several columns with a number a
/// line on the same baselines, all other columns filled in step with them. Cells of wrapped text never split.
/// `clusters` are in content order.
void split_tall_rows(Grid& grid, std::span<const Cluster> clusters);

}  // namespace tarang::layout
