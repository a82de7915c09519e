// Smaller images for looking at.
#pragma once

#include <cstdint>

#include "lib/image/image.h"

namespace tarang::image {

/// Halved (each pixel the mean of four) as often as it takes to have at most `most` pixels.
Image reduced(Image image, std::int64_t most);

/// A copy of what lies within; the box must.
Image cut(const Image& image, Pixels left, Pixels top, Pixels width, Pixels height);

/// In gray where no pixel has a colour: a third of the bytes.
Image without_idle_colour(Image image);

}  // namespace tarang::image
