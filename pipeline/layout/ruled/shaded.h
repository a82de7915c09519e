// Cells that are shaded instead of ruled. Report generators fill the header's cells and leave them without
// rules, or shade every second row of a table that has no rules at all.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// The rules that shading stands for, beside those that are drawn; empty on most pages. `grids` are what the
/// drawn rules make. Shaded cells that stand side by side, three at least, are
/// - the header of a grid that begins where they end and is as wide, with shaded cells above them;
/// - or every second row of a table, where three such rows, the header counted, divide their width alike. The
/// row under
///   the last shaded one ends where its words do.
std::vector<Rule> rules_of_shades(const PageReading& page, std::span<const Grid> grids, Points text_size);

}  // namespace tarang::layout
