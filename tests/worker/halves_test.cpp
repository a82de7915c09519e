#include "host/worker/halves.h"

#include <gtest/gtest.h>

namespace tarang::worker {
namespace {

/// 200 by 100 pixels on a page of 400 by 200 points, dark on the left of a line that leans.
struct Spread {
    image::Image pixels = image::blank({200}, {100}, image::Channels::kGray);
    PageInfo info;

    Spread() {
        info.width = 400;
        info.height = 200;
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 200; ++x) {
                if (x + 0.5 < 105 - (y + 0.5) / 10)
                    pixels.bytes[static_cast<std::size_t>(y) * 200 + static_cast<std::size_t>(x)] = 10;
            }
        }
    }
};

TEST(Halves, EachHasItsSideOfTheGutterAndWhiteBeyond) {
    const Spread spread;
    const auto halves = halves_of(spread.pixels, spread.info, {210, 190}, {400, 200, {0.5, 0, 0, 0, 0.5, 0}});
    EXPECT_EQ(halves[0].pixels.width.value, 105);
    EXPECT_EQ(halves[0].left, 0);
    EXPECT_EQ(halves[0].width, 210);
    EXPECT_EQ(halves[1].pixels.width.value, 105);
    EXPECT_EQ(halves[1].left, 190);
    EXPECT_EQ(halves[1].height, 200);
    for (const Half& half : halves) {
        ASSERT_TRUE(half.pixels.consistent());
        for (std::size_t y = 0; y < 100; ++y) {
            for (std::size_t x = 0; x < 105; ++x) {
                const std::size_t there = x + static_cast<std::size_t>(half.left / 2);
                const bool left =
                    static_cast<double>(there) + 0.5 < 105 - (static_cast<double>(y) + 0.5) / 10;
                const int wanted = &half == &halves[0] && left ? 10 : 255;
                ASSERT_EQ(half.pixels.bytes[y * 105 + x], wanted) << x << ' ' << y;
            }
        }
    }
}

TEST(Halves, OfAPictureThatLiesOnItsSideTheLeftPageIsTheUprightOnes) {
    const Spread spread;
    // Upright points -> pixels of a picture that has to be turned clockwise: the page's left is its foot.
    const auto halves = halves_of(spread.pixels, spread.info, {50, 50}, {100, 200, {0, 1, 0, -1, 0, 100}});
    EXPECT_EQ(halves[0].top, 100);
    EXPECT_EQ(halves[0].pixels.height.value, 50);
    EXPECT_EQ(halves[0].pixels.width.value, 200);
    EXPECT_EQ(halves[1].top, 0);
    EXPECT_EQ(halves[1].height, 100);
}

TEST(Halves, SideBySide) {
    const image::Image left = image::blank({2}, {1}, image::Channels::kGray, 10);
    const image::Image right = image::blank({1}, {2}, image::Channels::kGray, 20);
    const image::Image both = side_by_side(left, right);
    EXPECT_EQ(both.width.value, 3);
    EXPECT_EQ(both.bytes, (std::vector<std::uint8_t>{10, 10, 20, 255, 255, 20}));
}

}  // namespace
}  // namespace tarang::worker
