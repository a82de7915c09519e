// A coarser picture tells as much of long rules, and takes a quarter of the time.
#pragma once

#include "lib/image/pix.h"

namespace tarang::straighten {

struct Coarse {
    image::PixPtr ink;
    double times = 1;  ///< smaller than the page
};

/// Halved while two pixels and a half and more are a point; enough is half of it. Lines that are thin stay.
Coarse coarse_of(Pix* ink, double pixels_per_point);

}  // namespace tarang::straighten
