#include "lib/image/reduce.h"

#include <algorithm>

namespace tarang::image {
namespace {

Image halved(const Image& image) {
    const auto channels = static_cast<std::size_t>(image.channels);
    Image half = blank({image.width.value / 2}, {image.height.value / 2}, image.channels);
    const std::size_t row = image.row_bytes();
    std::size_t to = 0;
    for (std::size_t y = 0; y < static_cast<std::size_t>(half.height.value); ++y) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(half.width.value); ++x) {
            for (std::size_t c = 0; c < channels; ++c) {
                const std::size_t from = 2 * y * row + 2 * x * channels + c;
                const int sum = image.bytes[from] + image.bytes[from + channels] + image.bytes[from + row] +
                                image.bytes[from + row + channels];
                half.bytes[to++] = static_cast<std::uint8_t>(sum / 4);
            }
        }
    }
    return half;
}

}  // namespace

Image reduced(Image image, std::int64_t most) {
    while (std::int64_t{image.width.value} * image.height.value > most) image = halved(image);
    return image;
}

Image without_idle_colour(Image image) {
    if (image.channels == Channels::kGray) return image;
    for (std::size_t i = 0; i + 2 < image.bytes.size(); i += 3) {
        if (image.bytes[i] != image.bytes[i + 1] || image.bytes[i] != image.bytes[i + 2]) return image;
    }
    Image gray = blank(image.width, image.height, Channels::kGray);
    for (std::size_t i = 0; i < gray.bytes.size(); ++i) gray.bytes[i] = image.bytes[3 * i];
    return gray;
}

Image cut(const Image& image, Pixels left, Pixels top, Pixels width, Pixels height) {
    Image part = blank(width, height, image.channels);
    const std::size_t pixel = static_cast<std::size_t>(image.channels);
    for (std::int32_t y = 0; y < height.value; ++y) {
        const std::size_t from = static_cast<std::size_t>(top.value + y) * image.row_bytes() +
                                 static_cast<std::size_t>(left.value) * pixel;
        std::copy_n(
            image.bytes.begin() + static_cast<std::ptrdiff_t>(from), part.row_bytes(),
            part.bytes.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * part.row_bytes()));
    }
    return part;
}

}  // namespace tarang::image
