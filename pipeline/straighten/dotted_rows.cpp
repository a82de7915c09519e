#include "pipeline/straighten/dotted_rows.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace tarang::straighten {

using image::own;
using image::PixPtr;

PixPtr dotted_rows_in(Pix* ink, double pixels_per_point) {
    constexpr double kDotGap = 2;   // points, between dots of a dotted rule
    constexpr double kDotRow = 36;  // points
    const int gap = std::max(3, static_cast<int>(std::lround(kDotGap * pixels_per_point)));
    const int row = std::max(3 * gap, static_cast<int>(std::lround(kDotRow * pixels_per_point)));
    const PixPtr lying = own(pixCloseSafeCompBrick(nullptr, ink, gap, 1));
    const PixPtr standing = own(pixCloseSafeCompBrick(nullptr, ink, 1, gap));
    return own(pixOr(nullptr, own(pixOpenCompBrick(nullptr, lying.get(), row, 1)).get(),
                     own(pixOpenCompBrick(nullptr, standing.get(), 1, row)).get()));
}

}  // namespace tarang::straighten
