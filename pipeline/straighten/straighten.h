// straighten: a page image becomes upright, level, flat and clean, with the exact way back to the page.
#pragma once

#include <cstdint>
#include <optional>

#include "lib/image/pix.h"
#include "models/transform.h"

namespace tarang::straighten {

/// Quarter turns clockwise that make a page stand upright. Which one is right only words can tell, so the
/// caller decides.
enum class Turn : std::int16_t { kNone = 0, kQuarter = 90, kHalf = 180, kThreeQuarters = 270 };

/// A page image ready for layout and recognition.
struct StraightPage {
    image::PixPtr gray;           ///< 8 bit; paper near 255, uneven light and copier borders removed
    image::PixPtr ink;            ///< bilevel, 1 = ink, speckle removed; same size as `gray`
    image::PixPtr stamps;         ///< bilevel: coloured stamps that were taken out of `gray`; mostly nothing
    Projection to_page;           ///< pixels of `gray`, once bent, -> points of the page as displayed
    std::optional<Bend> bend;     ///< of the sheet, that was taken out of `gray`; points
    double pixels_per_point = 1;  ///< of `gray`
    bool worn =
        false;  ///< strokes lie in crumbs (see worn.h), or crumbs of the other side among them (ragged.h)
    double skew_degrees = 0;  ///< that was taken out; clockwise skew of the print is positive
};

/// `page_width` and `page_height`: the page that the image fills, in points.
/// Skew up to 8 degrees is found; inverted bilevel pages are turned back to dark on light.
StraightPage straighten(const image::Image& image, Points page_width, Points page_height,
                        Turn turn = Turn::kNone);

}  // namespace tarang::straighten
