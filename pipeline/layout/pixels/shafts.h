// Arrows among the rules of a scanned page.
#pragma once

#include <vector>

#include "models/page.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

struct RulePiece;

/// The line of an arrow, and at which of its ends heads stand.
struct Shaft {
    Rule rule;
    bool head_at_start = false;
    bool head_at_end = false;
};

/// Takes the shafts of arrows out of `pieces`: those at whose end a head stands, which is ink above and below
/// the line and none farther off or beyond. A border ends without one, or at a rule that crosses.
std::vector<Shaft> take_shafts(std::vector<RulePiece>& pieces, Pix* page, const PrintMeasure& measure);

/// Whether a piece of ink is where a head of the shaft stands.
bool heads(const InkPiece& piece, const Shaft& shaft, const PrintMeasure& measure);

}  // namespace tarang::layout
