// Headers printed light on dark.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

/// Turns dark boxes that hold light print over, in place, so that the print is dark on light as elsewhere; a
/// box's edge becomes a rule, and so do lines in it, lighter or darker than the box. Boxes without print,
/// such as bars over months, and what is dark up to the image's edge stay as they are. `gray`: 8 bit, dark on
/// light.
void turn_dark_boxes_over(Pix* gray, double pixels_per_point);

}  // namespace tarang::straighten
