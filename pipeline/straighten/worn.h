// Worn copies: bilevel pages that no scanner has smoothed and whose toner is lost in specks.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

/// How many pieces of `dark` (bilevel, 1 = ink) are too small for any print and stand so close to others that
/// a closing by one pixel joins them, to pieces of print; 0 where they are few. Dirt stands alone, and dotted
/// rules and shading have no more crumbs than a page has letters.
double crumbs_of_strokes(Pix* dark, double pixels_per_point);

/// Whether strokes lie in crumbs.
bool is_worn(Pix* dark, double pixels_per_point);

/// The page with each pixel as dark as its surroundings within a stroke's width: crumbs of a stroke become
/// the stroke, holes in it close, single specks pale. `gray`: 8 bit, of a worn page.
image::PixPtr smoothed(Pix* gray, double pixels_per_point);

}  // namespace tarang::straighten
