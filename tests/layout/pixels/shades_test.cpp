// Shaded cells of a scanned table.
#include "pipeline/layout/pixels/shades.h"

#include <gtest/gtest.h>

namespace tarang::layout {
namespace {

using image::Channels;
using image::Image;

constexpr int kCell = 40;  // points, and pixels
constexpr int kColumns = 12;

Grid grid() {
    Grid grid;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const auto x = static_cast<Points>(column * kCell);
            const auto y = static_cast<Points>(row * kCell);
            GridCell cell{row, column, 1, 1, {x, y, x + kCell, y + kCell}, {}};
            grid.cells.push_back(cell);
        }
    }
    return grid;
}

/// A page on which `light` says how light each pixel is.
template <typename Light>
std::vector<Shade> shades(Channels channels, const Light& light) {
    Image scan = image::blank({kColumns * kCell}, {3 * kCell}, channels);
    const auto each = static_cast<std::size_t>(channels);
    for (std::size_t i = 0; i < scan.bytes.size(); ++i) {
        const auto pixel = static_cast<int>(i / each);
        scan.bytes[i] =
            static_cast<std::uint8_t>(light(pixel % (kColumns * kCell), pixel / (kColumns * kCell)));
    }
    return shades_of(scan, {}, std::vector<Grid>{grid()});
}

bool in_middle(int x, int y) { return x / kCell >= 4 && x / kCell < 9 && y / kCell == 1; }

TEST(PixelShades, CellsDarkerThanTheirNeighbours) {
    for (const Channels channels : {Channels::kGray, Channels::kRgb}) {
        const auto found = shades(channels, [](int x, int y) { return in_middle(x, y) ? 200 : 250; });
        ASSERT_EQ(found.size(), 5U);
        EXPECT_EQ(found[0], (Shade{{160, 40, 200, 80}, 200}));
        EXPECT_EQ(shape_of(found[0]), (Shape{Shape::Kind::kArea, {160, 40, 200, 80}, kShade}));
    }
}

TEST(PixelShades, UnevenLightShadesNone) {
    EXPECT_TRUE(shades(Channels::kGray, [](int x, int) { return 250 - x / 8; }).empty());
}

TEST(PixelShades, WordsShadeNone) {
    EXPECT_TRUE(shades(Channels::kGray, [](int x, int y) {
                    return in_middle(x, y) && x % 8 < 2 ? 20 : 250;
                }).empty());
}

/// What is found as ink in a shaded cell, as light as it is printed.
bool remains(std::uint8_t shade, std::uint8_t light) {
    Image scan = image::blank({80}, {80}, Channels::kGray, shade);
    Image found = image::blank({80}, {80}, Channels::kGray);
    for (std::size_t y = 30; y < 50; ++y) {
        for (std::size_t x = 36; x < 40; ++x) {
            scan.bytes[y * 80 + x] = light;
            found.bytes[y * 80 + x] = 0;
        }
    }
    const Ink ink = ink_of(image::to_bilevel_pix(found, 128).get());
    const std::vector<Shade> shades{{{10, 10, 35, 35}, static_cast<float>(shade)}};
    const UprightPage two_pixels_a_point{40, 40, {2, 0, 0, 0, 2, 0}};
    return remains_of(shades, ink, scan, two_pixels_a_point, 2) == std::vector<bool>{true};
}

TEST(PixelShades, WhatIsAsLightAsTheShadeIsNoPrint) {
    EXPECT_TRUE(remains(130, 135));
    EXPECT_TRUE(remains(215, 200));
    EXPECT_FALSE(remains(130, 60));
    EXPECT_FALSE(remains(215, 110));
    EXPECT_FALSE(remains(60, 230));
}

}  // namespace
}  // namespace tarang::layout
