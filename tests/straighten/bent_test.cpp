// A sheet that was bent in the machine comes out flat, and its places lead back.
#include "pipeline/straighten/bent.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "lib/image/image.h"

namespace tarang::straighten {
namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 1100;
constexpr double kDotsPerPoint = 2;

using Down = std::function<double(double x, double y)>;

/// Pixels, where the sheet rises towards its left side.
double towards_spine(double x) { return x < 400 ? 20 * (1 - x / 400) * (1 - x / 400) : 0; }

/// A table of rules every 80 pixels with letters between them; each row lies `down` of its place on paper.
image::PixPtr table(const Down& down, int first = 200) {
    image::Image page = image::blank({kWidth}, {kHeight}, image::Channels::kGray);
    const auto dot = [&page](int x, double y) {
        for (int thick = 0; thick < 2; ++thick) {
            const auto row = static_cast<std::size_t>(std::lround(y) + thick);
            if (row < kHeight) page.bytes[row * kWidth + static_cast<std::size_t>(x)] = 0;
        }
    };
    for (int x = 60; x < kWidth - 60; ++x) {
        for (int y = first; y <= 1000; y += 80) dot(x, y + down(x, y));
        if (x % 18 > 11) continue;
        for (int y = first; y < 1000; y += 80) {
            for (int row = 30; row < 46; row += 2) dot(x, y + row + down(x, y + row));
        }
    }
    return image::to_bilevel_pix(page, 128);
}

TEST(Bent, AFlatSheetIsLeftAlone) {
    EXPECT_FALSE(bend_of(table([](double, double) { return 0.0; }).get(), kDotsPerPoint));
    const Down wavy = [](double x, double) { return 0.8 * std::sin(x / 60); };
    EXPECT_FALSE(bend_of(table(wavy).get(), kDotsPerPoint)) << "by less than a stroke";
}

TEST(Bent, WhatRisesTowardsTheSpineIsBroughtDown) {
    for (const double way : {1.0, -1.0}) {
        const Down down = [way](double x, double) { return way * towards_spine(x); };
        const auto bend = bend_of(table(down).get(), kDotsPerPoint);
        ASSERT_TRUE(bend);
        for (const int x : {100, 200, 300, 800, 1500})
            EXPECT_NEAR(bend->at(x / double{kWidth}, 0.5) * kDotsPerPoint, down(x, 0), 1.2) << x;
    }
}

TEST(Bent, HeadAndFootMayBendApart) {
    const Down down = [](double x, double y) { return (y / kHeight - 0.5) * 2 * towards_spine(x); };
    const auto bend = bend_of(table(down).get(), kDotsPerPoint);
    ASSERT_TRUE(bend);
    for (const double y : {200.0, 600.0, 1000.0})
        EXPECT_NEAR(bend->at(100.0 / kWidth, y / kHeight) * kDotsPerPoint, down(100, y), 1.5) << y;
}

TEST(Bent, RulesThatDoNotBendTogetherSayNothing) {
    const Down down = [](double x, double y) {
        return (static_cast<int>(y / 80) % 2 == 0 ? 1 : -1) * towards_spine(x);
    };
    EXPECT_FALSE(bend_of(table(down).get(), kDotsPerPoint));
}

TEST(Bent, TwoRulesAreEnoughWhereTheyBendAlike) {
    const Down alike = [](double x, double) { return towards_spine(x); };
    EXPECT_TRUE(bend_of(table(alike, 900).get(), kDotsPerPoint));
    const Down apart = [](double x, double y) { return (y > 940 ? 1 : -1) * towards_spine(x); };
    EXPECT_FALSE(bend_of(table(apart, 900).get(), kDotsPerPoint));
    EXPECT_FALSE(bend_of(table(alike, 980).get(), kDotsPerPoint)) << "one rule may be anything";
}

TEST(Bent, FlatRulesAreStraight) {
    const Down down = [](double x, double) { return towards_spine(x); };
    const image::PixPtr page = table(down);
    const auto bend = bend_of(page.get(), kDotsPerPoint);
    ASSERT_TRUE(bend);
    const image::PixPtr flat = flattened(page.get(), *bend, kDotsPerPoint);
    EXPECT_FALSE(bend_of(flat.get(), kDotsPerPoint));
    const image::Image pixels = image::to_image(flat.get());
    for (int x = 70; x < kWidth - 70; x += 30) {
        bool seen = false;
        for (std::size_t y = 198; y < 205; ++y)
            seen = seen || pixels.bytes[y * kWidth + static_cast<std::size_t>(x)] < 128;
        EXPECT_TRUE(seen) << x;
    }
}

}  // namespace
}  // namespace tarang::straighten
