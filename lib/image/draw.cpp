#include "lib/image/draw.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarang::image {
namespace {

PixelBox clipped(const Image& image, PixelBox box) {
    const auto inside = [](Pixels value, Pixels end) {
        return Pixels{std::clamp(value.value, 0, end.value)};
    };
    return {inside(box.left, image.width), inside(box.top, image.height), inside(box.right, image.width),
            inside(box.bottom, image.height)};
}

std::uint8_t mixed(std::uint8_t below, std::uint8_t above, float opacity) {
    const float value = static_cast<float>(below) * (1 - opacity) + static_cast<float>(above) * opacity;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

}  // namespace

Image to_rgb(Image image) {
    if (image.channels == Channels::kRgb) return image;
    Image rgb{image.width, image.height, Channels::kRgb, {}};
    rgb.bytes.reserve(image.bytes.size() * 3);
    for (const std::uint8_t gray : image.bytes) rgb.bytes.insert(rgb.bytes.end(), 3, gray);
    return rgb;
}

void wash(Image& image, PixelBox box, Color color, float opacity) {
    assert(image.channels == Channels::kRgb && image.consistent());
    box = clipped(image, box);
    for (std::int32_t y = box.top.value; y < box.bottom.value; ++y) {
        std::uint8_t* pixel = image.bytes.data() + static_cast<std::size_t>(y) * image.row_bytes() +
                              static_cast<std::size_t>(box.left.value) * 3;
        for (std::int32_t x = box.left.value; x < box.right.value; ++x, pixel += 3) {
            pixel[0] = mixed(pixel[0], color.red, opacity);
            pixel[1] = mixed(pixel[1], color.green, opacity);
            pixel[2] = mixed(pixel[2], color.blue, opacity);
        }
    }
}

void frame(Image& image, PixelBox box, Color color, Pixels thickness) {
    const std::int32_t t = thickness.value;
    const PixelBox inner{
        {box.left.value + t}, {box.top.value + t}, {box.right.value - t}, {box.bottom.value - t}};
    wash(image, {box.left, box.top, box.right, inner.top}, color, 1);
    wash(image, {box.left, inner.bottom, box.right, box.bottom}, color, 1);
    wash(image, {box.left, box.top, inner.left, box.bottom}, color, 1);
    wash(image, {inner.right, box.top, box.right, box.bottom}, color, 1);
}

}  // namespace tarang::image
