// The two pages of a spread, each as a picture of its own.
#pragma once

#include <array>

#include "lib/image/image.h"
#include "models/page.h"
#include "pipeline/layout/pixels/spread.h"

namespace tarang::worker {

/// A part of a page's pixels: a rectangle, white beyond the gutter.
struct Half {
    image::Image pixels;
    Points left = 0;  ///< of its corner, on the page as displayed
    Points top = 0;
    Points width = 0;
    Points height = 0;

    /// Its points -> the page's.
    Projection to_page() const { return {1, 0, left, 0, 1, top}; }
};

/// The left page and the right one. `info`: of the page that `pixels` fill. `seen`: the upright page whose
/// points `gutter` is in, which leads to the pixels of `pixels`.
std::array<Half, 2> halves_of(const image::Image& pixels, const PageInfo& info, const layout::Gutter& gutter,
                              const UprightPage& seen);

/// Both pictures in one, their heads on one line; the channels of both are the same.
image::Image side_by_side(const image::Image& left, const image::Image& right);

}  // namespace tarang::worker
