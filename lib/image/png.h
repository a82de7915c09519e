// PNG out of memory and into memory.
//
// libpng, not Leptonica: writing one format needs no image library, and a program that never touches a scan
// does not load one (Leptonica brings JPEG, TIFF, WebP and GIF along).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/image/image.h"

namespace tarang::image {

/// The image as a PNG file. Empty where the image is not consistent or has no pixels.
std::string to_png(const Image& image);

/// The image of a PNG file, turned to gray or RGB. Nothing where it is broken or has more than `max_pixels`.
std::optional<Image> from_png(std::string_view file, std::int64_t max_pixels = 40'000'000);

}  // namespace tarang::image
