#include "host/worker/halves.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarang::worker {
namespace {

/// The gutter on the pixels, from the pages' heads to their feet.
struct Line {
    Point head;
    Point foot;

    /// Of a reader who looks at the upright page.
    bool left_of(double x, double y) const {
        return (foot.x - head.x) * (y - head.y) - (foot.y - head.y) * (x - head.x) > 0;
    }
};

struct Box {
    std::int32_t left = 0;
    std::int32_t top = 0;
    std::int32_t right = 0;  ///< first pixel outside
    std::int32_t bottom = 0;
};

Box box_of(const image::Image& pixels, const Line& line, bool left) {
    const auto width = static_cast<Points>(pixels.width.value);
    const auto height = static_cast<Points>(pixels.height.value);
    std::vector<Point> corners;
    for (const Point end : {line.head, line.foot})
        corners.push_back({std::clamp<Points>(end.x, 0, width), std::clamp<Points>(end.y, 0, height)});
    for (const Point corner : {Point{0, 0}, Point{width, 0}, Point{width, height}, Point{0, height}}) {
        if (line.left_of(corner.x, corner.y) == left) corners.push_back(corner);
    }
    const auto [first, last] =
        std::minmax_element(corners.begin(), corners.end(), [](Point a, Point b) { return a.x < b.x; });
    const auto [upper, lower] =
        std::minmax_element(corners.begin(), corners.end(), [](Point a, Point b) { return a.y < b.y; });
    return {static_cast<std::int32_t>(std::floor(first->x)), static_cast<std::int32_t>(std::floor(upper->y)),
            static_cast<std::int32_t>(std::ceil(last->x)), static_cast<std::int32_t>(std::ceil(lower->y))};
}

image::Image part_of(const image::Image& pixels, const Box& box, const Line& line, bool left) {
    constexpr std::uint8_t kPaper = 255;
    image::Image part = image::blank({box.right - box.left}, {box.bottom - box.top}, pixels.channels, kPaper);
    const auto channels = static_cast<std::size_t>(pixels.channels);
    for (std::int32_t y = box.top; y < box.bottom; ++y) {
        const auto* from = pixels.bytes.data() + static_cast<std::size_t>(y) * pixels.row_bytes();
        auto* to = part.bytes.data() + static_cast<std::size_t>(y - box.top) * part.row_bytes();
        for (std::int32_t x = box.left; x < box.right; ++x, to += channels) {
            if (line.left_of(x + 0.5, y + 0.5) == left)
                std::copy_n(from + static_cast<std::size_t>(x) * channels, channels, to);
        }
    }
    return part;
}

}  // namespace

std::array<Half, 2> halves_of(const image::Image& pixels, const PageInfo& info, const layout::Gutter& gutter,
                              const UprightPage& seen) {
    const Line line{seen.on_page(Point{gutter.top, 0}), seen.on_page(Point{gutter.bottom, seen.height})};
    const Points across = info.width / static_cast<Points>(pixels.width.value);
    const Points down = info.height / static_cast<Points>(pixels.height.value);
    std::array<Half, 2> halves;
    for (const bool left : {true, false}) {
        const Box box = box_of(pixels, line, left);
        halves[left ? 0 : 1] = {part_of(pixels, box, line, left), static_cast<Points>(box.left) * across,
                                static_cast<Points>(box.top) * down,
                                static_cast<Points>(box.right - box.left) * across,
                                static_cast<Points>(box.bottom - box.top) * down};
    }
    return halves;
}

image::Image side_by_side(const image::Image& left, const image::Image& right) {
    image::Image both = image::blank({left.width.value + right.width.value},
                                     std::max(left.height, right.height), left.channels);
    for (const image::Image* part : {&left, &right}) {
        const std::size_t first = part == &left ? 0 : left.row_bytes();
        for (std::size_t y = 0; y < static_cast<std::size_t>(part->height.value); ++y) {
            std::copy_n(part->bytes.begin() + static_cast<std::ptrdiff_t>(y * part->row_bytes()),
                        part->row_bytes(),
                        both.bytes.begin() + static_cast<std::ptrdiff_t>(y * both.row_bytes() + first));
        }
    }
    return both;
}

}  // namespace tarang::worker
