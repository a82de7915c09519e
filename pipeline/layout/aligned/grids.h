// Tables without full rules: from what stands in line with what.
//
//   clusters -> words -> lines of segments (lines.h) -> zones (zones.h) -> regions
//   (regions.h) -> columns (columns.h) -> rows (rows.h), header levels
//   (header.h) -> is it a table? (evidence.h) -> grids of cells with spans.
//
// After T. Kieninger, "Table structure recognition based on robust block segmentation" (1998), for building
// columns from segments line by line, and M. Göbel and others, "ICDAR 2013 table competition" (2013), for
// what counts as a cell. Thresholds are in multiples of the font size, with the reason beside each.
#pragma once

#include <span>
#include <vector>

#include "models/page.h"
#include "pipeline/layout/judged_region.h"

namespace tarang::layout {

/// The tables that alignment shows among `clusters` (content order), top to bottom, cells without text.
/// `rules` are those of the page, `ruled` the tables that they gave already: their words are left out. Pages
/// with more words than print can hold yield none.
/// `judged`, where given, takes every region that was asked about with its verdict.
std::vector<Grid> aligned_grids(std::span<const Cluster> clusters, std::span<const Rule> rules,
                                std::span<const Grid> ruled, std::vector<JudgedRegion>* judged = nullptr);

}  // namespace tarang::layout
