// What is drawn over a Word table, given to the cells that it lies on.
#pragma once

#include <vector>

#include "pipeline/read/office/clean_cells.h"
#include "pipeline/read/office/word_grid.h"

namespace tarang::read::office {

/// A cell's own ground becomes a mark of it. Lines and arrows become marks of all cells that they run over: their offsets and widths over the grid say
/// which, since the cell that they hang on is often another. A small figure before a line that begins with an
/// empty box or circle ticks it. `parts` are those of `grid.cells`, in their order.
///
/// `indent`: of the table from the margin; `margin`: of the page.
void place_shapes(const WordGrid& grid, Points indent, Points margin, std::vector<GridPart>& parts);

}  // namespace tarang::read::office
