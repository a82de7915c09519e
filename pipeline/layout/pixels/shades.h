// Shaded cells of a scanned table.
#pragma once

#include <span>
#include <vector>

#include "lib/image/image.h"
#include "models/page.h"
#include "models/transform.h"

namespace tarang::layout {

/// The gray that a shaded cell's area is given: how dark it is printed and in which colour, a scan hardly
/// tells.
inline constexpr Colour kShade = 0xC0C0C0;

/// The areas of cells whose paper is clearly darker than that of cells near them, so that uneven light shades
/// none. `scan`: as it came, before its paper was evened to white; `to_scan` maps points of the upright page
/// to its pixels. Nothing on bilevel scans, where shading is lost.
std::vector<Shape> shades_of(const image::Image& scan, const Projection& to_scan,
                             std::span<const Grid> grids);

}  // namespace tarang::layout
