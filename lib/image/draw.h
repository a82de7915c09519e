// The little drawing that looking at a page's geometry needs: frames and washes of colour.
#pragma once

#include <cstdint>

#include "lib/image/image.h"

namespace tarang::image {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Color&) const = default;
};

/// Half-open: right and bottom are the first pixels outside.
struct PixelBox {
    Pixels left;
    Pixels top;
    Pixels right;
    Pixels bottom;
    bool operator==(const PixelBox&) const = default;
};

/// A copy in RGB; an RGB image comes back as it is.
Image to_rgb(Image image);

/// Mixes `color` into every pixel of the box; opacity 0..1. Parts outside the image are left out. RGB only.
void wash(Image& image, PixelBox box, Color color, float opacity);

/// The box's outline, drawn inward. Parts outside the image are left out. RGB only.
void frame(Image& image, PixelBox box, Color color, Pixels thickness);

}  // namespace tarang::image
