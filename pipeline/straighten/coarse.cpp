#include "pipeline/straighten/coarse.h"

#include <leptonica/allheaders.h>

namespace tarang::straighten {

Coarse coarse_of(Pix* ink, double pixels_per_point) {
    constexpr double kFine = 2.5;  // pixels a point
    Coarse coarse{image::own(pixClone(ink))};
    for (; pixels_per_point / coarse.times >= kFine; coarse.times *= 2)
        coarse.ink = image::own(pixReduceRankBinary2(coarse.ink.get(), 1, nullptr));
    return coarse;
}

}  // namespace tarang::straighten
