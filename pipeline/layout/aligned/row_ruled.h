// Tables with rules between their rows and none between their columns: the rules bound the rows, however many
// lines these have, and the white corridors that run down through all of them part the columns.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// The tables whose rows horizontal rules of the same width bound, top to bottom, cells without text. `taken`
/// are tables that are known already: their words and rules are left out. A table is given only where the
/// lines between each two rules are one row's, and where one has several lines at all; what stands closely
/// set below the last rule is a row that the page's end cuts.
std::vector<Grid> row_ruled_grids(std::span<const Cluster> clusters, std::span<const Rule> rules,
                                  std::span<const Grid> taken);

}  // namespace tarang::layout
