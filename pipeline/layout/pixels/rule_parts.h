// Rules of which a worn copier left short parts only: none is long enough to be a rule by itself.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// A thin run that may be a part of a rule, and how much of the bands on both its sides is inked (0..1).
struct RulePart {
    InkPiece box = {};
    double before = 0;
    double after = 0;
    double letters = 0;  ///< share of it that lies in letters
    bool known = false;  ///< a rule by itself
    bool sure = false;   ///< no letter: too long for one, or it meets a rule of the other direction
};

/// The parts that stand in one line, near each other, and cover most of it, where what is beside them is
/// mostly empty: parts of rules. Digits under digits are farther apart than they are high.
std::vector<InkPiece> parts_in_lines(std::span<const RulePart> parts, bool horizontal,
                                     const PrintMeasure& measure);

}  // namespace tarang::layout
