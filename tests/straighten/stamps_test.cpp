// A coloured seal over print is taken out and the print stays; coloured rules, words and shading stay too.
#include "pipeline/straighten/stamps.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tarang::straighten {
namespace {

using image::Image;

constexpr int kSide = 400;
constexpr double kPixelsPerPoint = 2;
constexpr std::array<std::uint8_t, 3> kRed = {200, 40, 60};
constexpr std::array<std::uint8_t, 3> kBlack = {20, 20, 20};

void paint(Image& page, int x, int y, const std::array<std::uint8_t, 3>& colour) {
    std::uint8_t* at =
        page.bytes.data() + static_cast<std::size_t>(y) * page.row_bytes() + 3 * static_cast<std::size_t>(x);
    for (std::size_t i = 0; i < 3; ++i) at[i] = std::min(at[i], colour[i]);
}

void fill(Image& page, int left, int top, int right, int bottom, const std::array<std::uint8_t, 3>& colour) {
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) paint(page, x, y, colour);
    }
}

Image blank_page() { return image::blank({kSide}, {kSide}, image::Channels::kRgb); }

void seal(Image& page, double thick = 8) {
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double r = std::hypot(x - 200, y - 200);
            if (r > 100 - thick && r < 100) paint(page, x, y, kRed);
        }
    }
}

int gray_at(const Unstamped& page, int x, int y) {
    l_uint32 value = 0;
    pixGetPixel(page.gray.get(), x, y, &value);
    return static_cast<int>(value);
}

TEST(Stamps, PrintUnderASealStays) {
    Image page = blank_page();
    fill(page, 50, 195, 350, 205, kBlack);
    seal(page);
    const Unstamped result = without_stamps(page, kPixelsPerPoint);
    ASSERT_TRUE(result.stamps);
    EXPECT_EQ(gray_at(result, 200, 104), 255) << "the seal";
    EXPECT_LT(gray_at(result, 104, 200), 60) << "print under it";
    EXPECT_LT(gray_at(result, 300, 200), 60);
    l_uint32 stamped = 0;
    pixGetPixel(result.stamps.get(), 200, 104, &stamped);
    EXPECT_EQ(stamped, 1U);
}

TEST(Stamps, ARingThatPrintPartsGoesWithWhatIsWithin) {
    Image page = blank_page();
    for (const int y : {150, 240}) fill(page, 50, y, 350, y + 8, kBlack);
    seal(page, 3);
    fill(page, 196, 160, 210, 174, kRed);
    const Unstamped result = without_stamps(page, kPixelsPerPoint);
    EXPECT_EQ(gray_at(result, 102, 200), 255) << "a side";
    EXPECT_EQ(gray_at(result, 203, 168), 255) << "a letter within";
    EXPECT_LT(gray_at(result, 200, 154), 60) << "print within";
}

TEST(Stamps, ThinStrokesOfAPenAre) {
    Image page = blank_page();
    for (int x = 0; x < 240; ++x) {
        const int y = 200 + static_cast<int>(std::lround(14 * std::sin(x / 9.0)));
        fill(page, 80 + x, y, 83 + x, y + 4, kRed);
    }
    const Unstamped result = without_stamps(page, kPixelsPerPoint);
    ASSERT_TRUE(result.stamps);
    EXPECT_EQ(gray_at(result, 81, 201), 255);
}

TEST(Stamps, PaleTintsAreNone) {
    Image page = blank_page();
    for (int x = 0; x < 240; ++x) {
        const int y = 200 + static_cast<int>(std::lround(14 * std::sin(x / 9.0)));
        fill(page, 80 + x, y, 83 + x, y + 4, {225, 215, 180});
    }
    EXPECT_FALSE(without_stamps(page, kPixelsPerPoint).stamps);
}

TEST(Stamps, ColouredRulesWordsAndShadingStay) {
    Image page = blank_page();
    fill(page, 50, 50, 350, 53, kRed);
    fill(page, 50, 50, 53, 350, kRed);
    fill(page, 50, 347, 350, 350, kRed);
    fill(page, 200, 200, 300, 300, kRed);
    for (int i = 0; i < 8; ++i) fill(page, 80 + 14 * i, 80, 90 + 14 * i, 100, kRed);
    fill(page, 80, 130, 180, 134, kRed);  // letters that have run together
    for (int i = 0; i < 12; ++i) fill(page, 80 + 8 * i, 130, 84 + 8 * i, 150, kRed);
    const Unstamped result = without_stamps(page, kPixelsPerPoint);
    EXPECT_FALSE(result.stamps);
    for (const auto& [x, y] : {std::pair(100, 51), {51, 200}, {250, 250}, {85, 90}})
        EXPECT_LT(gray_at(result, x, y), 120) << x << " " << y;
}

TEST(Stamps, WithoutColourThereAreNone) {
    Image page = blank_page();
    fill(page, 50, 195, 350, 205, kBlack);
    EXPECT_FALSE(without_stamps(page, kPixelsPerPoint).stamps);
}

}  // namespace
}  // namespace tarang::straighten
