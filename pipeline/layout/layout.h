// layout: from glyph clusters and drawn rules to geometry: grids of cells with spans, and text blocks.
//
// A chain of pure functions whose names state the types:
//   rules -> cells with spans (ruled/grids.h) -> lines of text in them (ruled/lines.h);
//   what stands in line outside them -> tables without rules (aligned/grids.h).
// Nothing here knows what a table means; stitch does. No cluster is lost: one that lies inside a grid's
// outline ends in a cell of it or in a finding, all others end in blocks.
#pragma once

#include <vector>

#include "models/page.h"
#include "pipeline/layout/judged_region.h"

namespace tarang::layout {

/// Lays out one page. The page's info and findings are carried over.
PageLayout lay_out(const PageReading& page);

/// The regions outside ruled tables that stand in columns, and why each is a table or is none: what lay_out
/// went by.
std::vector<JudgedRegion> judge_regions(const PageReading& page);

}  // namespace tarang::layout
