// Dotted rules, whose dots are as small as dirt.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

/// Where ink, close together, stands in long straight rows, lying or standing; bilevel. No row of specks is
/// so long by chance, but a rule that is worn is one, too.
image::PixPtr dotted_rows_in(Pix* ink, double pixels_per_point);

}  // namespace tarang::straighten
