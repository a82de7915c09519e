// Runs of ink that are parts of a curve: the side of a seal's ring is as straight and as long as a short
// rule, and would part a column in two.
#pragma once

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Whether the stroke of `page` that the run is in bends to one side beyond both of its ends, or beyond one
/// where something crosses it at the other. Rules go on straight, end, or meet others; a sheet that is bent
/// curves them by much less.
bool is_part_of_arc(const InkPiece& run, bool horizontal, Pix* page, const PrintMeasure& measure);

}  // namespace tarang::layout
