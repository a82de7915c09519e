// How tight the letters of a scanned line are set.
#pragma once

#include "pipeline/layout/pixels/lines.h"

namespace tarang::layout {

/// How far apart the strokes of a line's letters stand, in pixels: the mean over rows through the middle of
/// its letters, from each stroke's left side to the next one's; spaces do not count. 0 where there are too
/// few strokes to tell. Letters that touch have as many strokes as ever, so it tells how tight print is set
/// where pieces of ink do not.
double stroke_distance(const PixelLine& line, const Ink& ink);

}  // namespace tarang::layout
