#include "lib/image/draw.h"

#include <gtest/gtest.h>

#include <string>

namespace tarang::image {
namespace {

/// One character a pixel: '.' for white, '#' for black, '+' for anything between.
std::string picture(const Image& image) {
    std::string rows;
    for (std::size_t i = 0; i < image.bytes.size(); i += 3) {
        rows += image.bytes[i] == 255 ? '.' : image.bytes[i] == 0 ? '#' : '+';
        if ((i / 3 + 1) % static_cast<std::size_t>(image.width.value) == 0) rows += '\n';
    }
    return rows;
}

TEST(Draw, FrameIsDrawnInward) {
    Image image = blank({6}, {5}, Channels::kRgb);
    frame(image, {{1}, {1}, {5}, {5}}, {0, 0, 0}, {1});
    EXPECT_EQ(picture(image),
              "......\n"
              ".####.\n"
              ".#..#.\n"
              ".#..#.\n"
              ".####.\n");
}

TEST(Draw, WashMixesAndStaysInsideTheImage) {
    Image image = blank({4}, {3}, Channels::kRgb);
    wash(image, {{-5}, {1}, {2}, {9}}, {0, 0, 0}, 0.5F);
    EXPECT_EQ(picture(image),
              "....\n"
              "++..\n"
              "++..\n");
    EXPECT_EQ(image.bytes[static_cast<std::size_t>(1) * 12], 128);
}

TEST(Draw, GrayBecomesRgb) {
    const Image gray{{2}, {1}, Channels::kGray, {7, 250}};
    EXPECT_EQ(to_rgb(gray), (Image{{2}, {1}, Channels::kRgb, {7, 7, 7, 250, 250, 250}}));
}

}  // namespace
}  // namespace tarang::image
