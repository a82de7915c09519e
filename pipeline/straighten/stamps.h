// Stamps in colour: printed pages are black, so what is coloured, large and no rule was put on them later,
// and the print below can be had without it.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

/// A page in gray, and the stamps that were taken out of it.
struct Unstamped {
    image::PixPtr gray;    ///< 8 bit; luminance, but for stamps: there, the channel in which they show least
    image::PixPtr stamps;  ///< bilevel, 1 = ink of a stamp, of the same size; nothing where there are none
};

/// `page` in colour. Long pieces of saturated ink whose strokes are not straight are stamps, seals or strokes
/// of a pen, with what of their colour stands close to them or within a seal's ring; coloured print is too
/// small or too dense, coloured rules and shading too straight for that, and they stay.
Unstamped without_stamps(const image::Image& page, double pixels_per_point);

}  // namespace tarang::straighten
