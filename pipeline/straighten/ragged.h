// What shows through on pages of black and white alone.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

/// What of `dark` (bilevel, 1 = ink) is printed on the sheet's other side, of the same size. Paper scatters
/// its light, so that its edges are a slope of gray, and where a scanner made black and white of that, each
/// pixel fell by chance: its rules are ragged or in pieces and its letters lie in crumbs, on a page whose own
/// rules are straight and whole and whose strokes have no holes. Nothing where there are too few rules to say
/// so, and on worn copies, where all rules are ragged and all strokes have holes.
image::PixPtr other_side_in(Pix* dark, double pixels_per_point);

}  // namespace tarang::straighten
