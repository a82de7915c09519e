// Tables of which a worn copier left so little that whole sides of cells are gone.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/pixels/breaks.h"

namespace tarang::layout {

/// Adds to `rules` (points; those that were found, mended) the sides of cells that are missing in worn
/// tables, and returns these. `pieces`: what was seen of the rules; `print`: the page's ink without them. A
/// table is worn where many of its cells' sides are there in part only. There, what its lines lead to expect
/// is presumed, but not where print runs over it, nor where the row of a heading or a sub-header shows that
/// cells are joined; there, what only mending closed is opened. Tables that are not worn stay: an open side
/// is a joined cell in them.
std::vector<Rule> complete_worn_tables(std::vector<Rule>& rules, const std::vector<RulePiece>& pieces,
                                       std::span<const InkPiece> print, const PrintMeasure& measure);

/// Whether there is a worn table: no print is needed to tell.
bool any_worn_table(const std::vector<Rule>& rules, const std::vector<RulePiece>& pieces,
                    const PrintMeasure& measure);

}  // namespace tarang::layout
