// Strokes of a gray page: how dark they are, and how steep their sides.
#pragma once

#include <vector>

#include "lib/image/pix.h"

namespace tarang::straighten {

// Grays of evened paper, which is near 250.
inline constexpr int kPaper = 250;
inline constexpr int kFaintest = 225;  // of a stroke: what is paler is paper's own grain

/// A place, in pixels, where a stroke is darkest across.
struct Stroke {
    int x = 0;
    int y = 0;
    int gray = 0;  ///< the mean of the pixel and its neighbours, 0 black to kFaintest
};

/// The darkest places of what is drawn, in some of the page's rows. `gray`: 8 bit, its paper evened.
std::vector<Stroke> strokes_of(Pix* gray, double pixels_per_point);

/// The steepest change of gray near a stroke's middle, in grays a point.
double steepness_of(Pix* gray, const Stroke& stroke, double pixels_per_point);

/// How steep strokes are for their contrast, a point of length: the median of some.
double median_sharpness(Pix* gray, const std::vector<Stroke>& strokes, double pixels_per_point);

/// Bilevel, of the same size: 1 = not paper, and where gray changes by so many grays a point and more.
image::PixPtr steep_in(Pix* gray, double steepness, double pixels_per_point);

}  // namespace tarang::straighten
