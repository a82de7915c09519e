// How tight the letters of a scanned line are set, and how thick their strokes are.
#pragma once

#include "pipeline/layout/pixels/lines.h"

namespace tarang::layout {

/// How far apart the strokes of a line's letters stand, in pixels: the mean over rows through the middle of
/// its letters, from each stroke's left side to the next one's; spaces do not count. 0 where there are too
/// few strokes to tell. Letters that touch have as many strokes as ever, so it tells how tight print is set
/// where pieces of ink do not.
double stroke_distance(const PixelLine& line, const Ink& ink);

/// How thick the strokes of a line's letters are, in pixels: the mean over what is dark in rows through the
/// middle of its letters, without what is half again as long as usual or half as long. 0 where there is none.
double stroke_width(const PixelLine& line, const Ink& ink);

}  // namespace tarang::layout
