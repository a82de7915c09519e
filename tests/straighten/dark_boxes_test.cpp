// A header printed light on dark must come out as the same header printed dark on light.
#include "pipeline/straighten/dark_boxes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "lib/image/pix.h"

namespace tarang::straighten {
namespace {

constexpr int kWidth = 600;
constexpr int kHeight = 400;
constexpr double kDotsPerPoint = 2;

struct Box {
    int left, top, right, bottom;
    bool has(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
};
constexpr Box kHeader{50, 60, 550, 110};

/// Letters in three cells; the lines between the cells.
bool printed(int x, int y) {
    return kHeader.has(x, y) && y >= 78 && y < 92 && (x - 50) % 160 > 30 && (x - 50) % 160 < 130 &&
           (x % 12 < 3 || (y >= 89 && x % 12 < 9));
}
bool parted(int x, int y) { return kHeader.has(x, y) && (x == 210 || x == 370); }

image::Image page_of(const auto& gray_at) {
    image::Image image = image::blank({kWidth}, {kHeight}, image::Channels::kGray);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x)
            image.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] =
                static_cast<std::uint8_t>(gray_at(x, y));
    }
    return image;
}

image::Image turned_over(const image::Image& page) {
    const image::PixPtr gray = image::to_gray_pix(page);
    turn_dark_boxes_over(gray.get(), kDotsPerPoint);
    return image::to_image(gray.get());
}

TEST(DarkBoxes, LightPrintBecomesDarkAndTheEdgeARule) {
    const image::Image result = turned_over(page_of([](int x, int y) {
        if (!kHeader.has(x, y)) return 250;
        return printed(x, y) ? 245 : parted(x, y) ? 0 : 60;
    }));
    const Box whole{kHeader.left - 2, kHeader.top - 2, kHeader.right + 2, kHeader.bottom + 2};
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const bool rim = whole.has(x, y) && !kHeader.has(x, y);
            const int light =
                result.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
            ASSERT_EQ(light < 200, rim || printed(x, y) || parted(x, y)) << x << " " << y;
        }
    }
}

/// On a page that leans, print of the first row stands close under the header.
TEST(DarkBoxes, PrintCloseUnderOneStays) {
    const auto under = [](int x, int y) { return y >= 113 && y < 127 && x >= 400 && x < 500 && x % 12 < 4; };
    const image::Image result = turned_over(page_of([&](int x, int y) {
        if (under(x, y)) return 30;
        if (!kHeader.has(x, y)) return 250;
        return printed(x, y) ? 245 : 60;
    }));
    for (int y = kHeader.bottom + 3; y < 140; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const int gray = result.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
            ASSERT_EQ(gray < 200, under(x, y)) << x << " " << y;
        }
    }
}

/// Bars over months, a headline of heavy letters, the shadow of a lid.
TEST(DarkBoxes, WhatHoldsNoPrintStays) {
    const image::Image page = page_of([](int x, int y) {
        const bool bar = Box{100, 200, 300, 230}.has(x, y);
        const bool headline =
            y >= 260 && y < 320 && x >= 60 && x < 500 && (x % 40 < 12 || (y >= 306 && x % 40 < 32));
        const bool shadow = x < 30 && y % 24 > 2;
        return bar || headline || shadow ? 30 : 250;
    });
    EXPECT_EQ(turned_over(page), page);
}

TEST(DarkBoxes, APageWithoutAnyIsLeft) {
    const image::Image page = page_of([](int x, int y) { return printed(x, y) ? 30 : 250; });
    EXPECT_EQ(turned_over(page), page);
}

}  // namespace
}  // namespace tarang::straighten
