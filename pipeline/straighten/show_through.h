// What is printed on a sheet's other side and shows through.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

/// Paints print of the other side white, in place, where the page surely has such: many strokes that are
/// clearly paler than all others, or as clearly less steep, with hardly any between, and softer than thin
/// print of this side, since paper scatters light. What is close to dark ink stays, so letters keep their own
/// soft edges. `gray`: 8 bit, its paper evened to white. Nothing happens on bilevel pages, or where pale
/// print is as sharp as the dark: that is gray print of this side.
void take_out_show_through(Pix* gray, double pixels_per_point);

}  // namespace tarang::straighten
