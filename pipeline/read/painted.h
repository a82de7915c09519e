// What a page paints, in displayed points: the words between the Poppler device and the recorders.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "models/geometry.h"

namespace tarang::read {

/// Device colour, each channel 0..1.
struct Rgb {
    float red = 0;
    float green = 0;
    float blue = 0;
    bool operator==(const Rgb&) const = default;
};
inline constexpr Rgb kPaper{1, 1, 1};

/// Whether nobody could tell them apart in print.
inline bool alike(Rgb a, Rgb b) {
    constexpr float kVisible = 0.02F;
    return std::abs(a.red - b.red) < kVisible && std::abs(a.green - b.green) < kVisible &&
           std::abs(a.blue - b.blue) < kVisible;
}

/// How something is painted and what part of it can be seen.
struct Paint {
    Rgb color;
    float opacity = 1;
    bool covers = true;  ///< hides what lies below: normal blend mode, no soft mask, a rectangular clip
    Rect clip;           ///< the box of the clip path
    bool operator==(const Paint&) const = default;
};

struct Subpath {
    std::vector<Point> points;  ///< end points only
    bool curved = false;
    bool closed = false;
    bool operator==(const Subpath&) const = default;
};

using Path = std::vector<Subpath>;

}  // namespace tarang::read
