// Shaded cells of a scanned table.
#pragma once

#include <span>
#include <vector>

#include "lib/image/image.h"
#include "models/page.h"
#include "models/transform.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// The gray that a shaded cell's area is given: how dark it is printed and in which colour, a scan hardly
/// tells.
inline constexpr Colour kShade = 0xC0C0C0;

/// A shaded cell.
struct Shade {
    Rect cell;        ///< points of the upright page
    float light = 0;  ///< of the cell's paper on the scan, 0..255
    bool operator==(const Shade&) const = default;
};

/// The cells whose paper is clearly darker than that of cells near them, so that uneven light shades none.
/// `scan`: as it came, before its paper was evened to white; `to_scan` is the upright page, which leads
/// to its pixels. Nothing on bilevel scans, where shading is lost.
std::vector<Shade> shades_of(const image::Image& scan, const UprightPage& to_scan,
                             std::span<const Grid> grids);

/// The mark that it is.
Shape shape_of(const Shade& shade);

/// By piece, whether it is what evening the paper leaves along the sides of dark shades: on the scan it is as
/// light as its cell, where print is darker, or lighter.
std::vector<bool> remains_of(std::span<const Shade> shades, const Ink& ink, const image::Image& scan,
                             const UprightPage& to_scan, double pixels_per_point);

}  // namespace tarang::layout
