// Gray PNG files that say which gray is transparent, as tools write that make a scan's paper see-through.
#pragma once

#include <string>

namespace tarang::read {

/// `png` without the chunk that names a transparent gray (tRNS of colour type 0): Leptonica takes such an
/// image for one that is transparent all over, and gives no pixels. Paper that is see-through shows white, as
/// it is stored. All other files as they are, damaged ones too.
std::string without_transparent_gray(std::string png);

}  // namespace tarang::read
