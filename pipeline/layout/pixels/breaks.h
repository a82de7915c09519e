// Breaks in the rules of a scanned page: what a worn copier, a coarse scan or a threshold took out of them.
#pragma once

#include <vector>

#include "pipeline/layout/pixels/ink.h"
#include "pipeline/layout/pixels/rules.h"

namespace tarang::layout {

/// A stretch of a rule that was seen.
struct RulePiece {
    Rule rule;
    bool sure = true;  ///< long enough to be a rule by itself; false: only as a part of one that is
};

/// Pieces on one line become rules without breaks. A gap is closed where it is short, and where the rules
/// that cross show it to be a break: of what lies between two crossings, a third or more was seen. What is
/// less is a joined cell, or the end of one table and the beginning of the next. Pieces that are not sure and
/// become part of no rule are left out.
std::vector<Rule> without_breaks(const std::vector<RulePiece>& pieces, const PrintMeasure& measure);

}  // namespace tarang::layout
