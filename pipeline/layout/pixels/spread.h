// Spreads: two pages side by side in one picture, as of a book that was laid open on the glass.
#pragma once

#include <optional>
#include <span>

#include "lib/image/image.h"
#include "models/page.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// The line between the two pages, in points of the upright page: where it is at the page's top and bottom.
struct Gutter {
    Points top = 0;
    Points bottom = 0;
};

/// Nothing where the page is one. A gutter is a band in the page's middle, as high as the page, into which
/// neither print nor a rule reaches, so that nothing stands over both sides. That it parts two pages,
/// something must say: the shadow or the gap of a spine along all of it; a picture wider than any page; or
/// tables on both sides whose rows are not the same, with more room between them than the page's margins
/// leave. `print`: the page's ink without rules, in pixels. `seen`: the page as it was read, which leads to
/// the pixels of `pixels`.
std::optional<Gutter> gutter_of(std::span<const InkPiece> print, std::span<const Rule> rules,
                                const PrintMeasure& measure, const UprightPage& seen,
                                const image::Image& pixels);

}  // namespace tarang::layout
