// Lattices -> grids of cells with spans in both directions.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// All ruled tables of a page, top to bottom, cells without text. `text_size` is the page's usual font
/// size in points; every tolerance follows from it. A frame of a single cell is no table, and a grid
/// drawn inside one cell of another belongs to that cell.
std::vector<Grid> ruled_grids(std::span<const Rule> rules, Points text_size);

}  // namespace tarang::layout
