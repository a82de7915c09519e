// The ink over a line's letters, mark by mark: what stands there is a vowel, a tone, or both on one another.
#pragma once

#include <vector>

#include "pipeline/layout/pixels/lines.h"

namespace tarang::layout {

/// What stands over one letter, in pixels of the page.
struct OverMark {
    InkPiece box;
    int ink = 0;          ///< pixels that are dark
    bool joined = false;  ///< it hangs together with what is below: a mark on its letter, or an ascender
};

/// What stands over the letters of a line, left to right; ascenders are among it.
std::vector<OverMark> marks_over(const PixelLine& line, const Ink& ink);

}  // namespace tarang::layout
