// Pixels: what a page looks like. A unit of its own, so that pixels and points are never mixed up.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarang::image {

/// A length or coordinate in pixels, origin top left, y down.
struct Pixels {
    std::int32_t value = 0;
    auto operator<=>(const Pixels&) const = default;
};

enum class Channels : std::uint8_t { kGray = 1, kRgb = 3 };

/// Eight bits a channel, rows from top to bottom, no padding between rows.
/// Invariant: bytes.size() == width * height * channels.
struct Image {
    Pixels width;
    Pixels height;
    Channels channels = Channels::kRgb;
    std::vector<std::uint8_t> bytes;
    bool operator==(const Image&) const = default;

    std::size_t row_bytes() const {
        return static_cast<std::size_t>(width.value) * static_cast<std::size_t>(channels);
    }
    bool consistent() const {
        return width.value >= 0 && height.value >= 0 &&
               bytes.size() == row_bytes() * static_cast<std::size_t>(height.value);
    }
};

/// An image of one colour.
inline Image blank(Pixels width, Pixels height, Channels channels, std::uint8_t value = 255) {
    Image image{width, height, channels, {}};
    image.bytes.assign(image.row_bytes() * static_cast<std::size_t>(height.value), value);
    return image;
}

}  // namespace tarang::image
