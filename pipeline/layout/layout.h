// layout: from glyph clusters and drawn rules to geometry: grids of cells with spans, and text blocks.
//
// A chain of pure functions whose names state the types:
//   rules -> lattices (grid_from_rules.h) -> cells with spans -> lines of text in them (lines.h).
// Nothing here knows what a table means; stitch does. No cluster is lost: one that lies inside a grid's
// outline ends in a cell of it or in a finding, all others end in blocks.
#pragma once

#include "models/page.h"

namespace tarang::layout {

/// Lays out one page. The page's info and findings are carried over.
PageLayout lay_out(const PageReading& page);

}  // namespace tarang::layout
