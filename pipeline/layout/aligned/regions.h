// Zones -> regions: runs of lines that may be a table.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/aligned/zones.h"

namespace tarang::layout {

/// Lines that may be one table, and the horizontal rules among and around them.
struct Region {
    std::vector<PrintLine> lines;
    std::vector<Rule> rules;       ///< horizontal ones among and beside the lines, top to bottom
    std::vector<PrintLine> above;  ///< the next lines above that may belong to the header, nearest first
    std::vector<PrintLine> below;  ///< the next lines below that may end the last row, nearest first
};

/// Runs of lines with gaps wide enough for columns, with the lines of one segment that stand among them.
/// `barriers` are boxes that no region reaches over (ruled tables).
std::vector<Region> regions_of(const Zone& zone, std::span<const Rule> rules, std::span<const Rect> barriers);

}  // namespace tarang::layout
