// What a camera does to a page: rules that are parallel on paper run together.
#pragma once

#include <cstdint>
#include <optional>

#include "lib/image/pix.h"
#include "models/transform.h"

namespace tarang::straighten {

/// The picture of a page that a camera straight above it would have made, level.
struct Perspective {
    Projection to_page;  ///< its pixels -> pixels of the page as it was seen
    std::int32_t width = 0;
    std::int32_t height = 0;
};

/// Known from where the long rules lead to: those that lie on paper to one place, those that stand to
/// another. Nothing where too few rules say so, where they are bent, and where the page was not seen from
/// aside, which a scanner never does. `ink`: bilevel, askew by a few degrees at most.
std::optional<Perspective> perspective_of(Pix* ink, double pixels_per_point);

/// `page`, 8 bit or bilevel, as it was seen; white around it.
image::PixPtr from_above(Pix* page, const Perspective& perspective);

}  // namespace tarang::straighten
