// Where print of two tight lines has run into one piece of ink: a vowel under a letter, and the mark or the
// tall letter that stands below it.
#pragma once

#include <array>
#include <vector>

#include "pipeline/layout/pixels/lines.h"

namespace tarang::layout {

/// A piece of ink that may be of two lines. Whether it is, its shape does not tell: a tone that has run into
/// its vowel looks the same. So the caller reads both and keeps what is read more surely.
struct Joint {
    std::size_t upper = 0;  ///< index of a line
    std::size_t lower = 0;
    std::size_t piece = 0;
    std::int32_t cut = 0;  ///< first row of the lower part, in pixels of the page
    bool operator==(const Joint&) const = default;
};

/// Pieces of the lines that reach from just under the letters of one line to those of the next.
std::vector<Joint> joints_between(const std::vector<PixelLine>& lines, const Ink& ink);

/// Both lines as they are when the piece is cut. Its two parts are added to `ink`; nothing else changes.
std::array<PixelLine, 2> parted(const std::vector<PixelLine>& lines, const Joint& joint, Ink& ink);

}  // namespace tarang::layout
