// Print of a sheet's other side on pages of black and white: ragged rules, letters in crumbs.
#include "pipeline/straighten/ragged.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cmath>
#include <cstdint>
#include <functional>

#include "lib/image/pix.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr int kWidth = 1000;
constexpr int kHeight = 1400;
constexpr double kScale = 200 / 72.0;

using Ink = std::function<bool(int x, int y)>;

PixPtr page_of(const Ink& ink) {
    PixPtr page = own(pixCreate(kWidth, kHeight, 1));
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            if (ink(x, y)) pixSetPixel(page.get(), x, y, 1);
    return page;
}

/// By a pixel's place, evenly spread over 0..99 and the same in each run.
std::uint32_t lot(int x, int y) {
    auto mixed = static_cast<std::uint32_t>(x) * 0x9E3779B1U ^ static_cast<std::uint32_t>(y) * 0x85EBCA77U;
    mixed = (mixed ^ mixed >> 15) * 0x2C1B3C6DU;
    return (mixed ^ mixed >> 12) % 100;
}

bool within(int x, int y) { return x >= 100 && x < 900 && y >= 100 && y < 1300; }

/// A table's rules, and rows of letters of strokes between them, some with a mark above and a stop behind.
bool front(int x, int y) {
    if (!within(x, y)) return false;
    if ((y - 100) % 100 < 3 || (x - 100) % 200 < 3 || x >= 897 || y >= 1297) return true;
    const int row = (y - 100) % 100;
    const int column = (x - 100) % 200;
    if (column < 20 || column >= 180) return false;
    if (row >= 40 && row < 60) return column % 16 < 4;
    if (row >= 28 && row < 34) return column % 32 < 3;
    return row >= 57 && row < 60 && column >= 170 && column < 173;
}

/// Rules between those of the front, each pixel of their sides by chance.
bool rules_behind(int x, int y) {
    if (!within(x, y)) return false;
    const int side = std::abs((y - 100) % 100 - 75);
    return side == 0 || (side == 1 && lot(x, y) < 50);
}

bool crumbs_behind(int x, int y) {
    if (!within(x, y)) return false;
    const int row = (y - 100) % 100;
    return row >= 80 && row < 94 && (x - 100) % 200 > 20 && x % 16 < 4 && lot(x, y) < 35;
}

/// Share of the ink of `of` that is in `taken`.
double share(const PixPtr& of, const PixPtr& taken) {
    const PixPtr both = own(pixAnd(nullptr, of.get(), taken.get()));
    return static_cast<double>(image::ink_in(both.get())) / image::ink_in(of.get());
}

TEST(Ragged, RulesOfTheOtherSideAreFoundAndPrintStays) {
    const PixPtr clean = page_of(front);
    const PixPtr behind = page_of([](int x, int y) { return rules_behind(x, y) && !front(x, y); });
    const PixPtr page = own(pixOr(nullptr, clean.get(), behind.get()));
    pixOr(page.get(), page.get(), page_of(crumbs_behind).get());
    const PixPtr other = other_side_in(page.get(), kScale);
    ASSERT_TRUE(other);
    EXPECT_GT(share(behind, other), 0.95);
    EXPECT_LT(share(clean, other), 0.01);
}

TEST(Ragged, LettersInCrumbsAreFoundAndMarksAndStopsStay) {
    const PixPtr clean = page_of(front);
    const PixPtr behind = page_of([](int x, int y) { return crumbs_behind(x, y) && !front(x, y); });
    const PixPtr page = own(pixOr(nullptr, clean.get(), behind.get()));
    const PixPtr other = other_side_in(page.get(), kScale);
    ASSERT_TRUE(other);
    EXPECT_GT(share(behind, other), 0.7);
    EXPECT_EQ(share(clean, other), 0);
}

// Where a copier lost toner all print is in crumbs, and taking them out would lose it.
TEST(Ragged, WornCopiesStay) {
    const PixPtr worn = page_of([](int x, int y) { return front(x, y) && lot(x, y) >= 15; });
    EXPECT_FALSE(other_side_in(worn.get(), kScale));
}

TEST(Ragged, PagesWithoutAnotherBehindStay) {
    EXPECT_FALSE(other_side_in(page_of(front).get(), kScale));
    EXPECT_FALSE(other_side_in(page_of([](int, int) { return false; }).get(), kScale));
}

// On worn copies, a rule of this side fades along parts of its length.
TEST(Ragged, RulesThatGoOnAsStraightOnesStay) {
    const PixPtr faded = page_of([](int x, int y) {
        const bool straight = within(x, y) && std::abs((y - 100) % 100 - 75) <= 1;
        return front(x, y) || (x < 600 && rules_behind(x, y)) || (x >= 610 && straight) ||
               crumbs_behind(x, y);
    });
    EXPECT_FALSE(other_side_in(faded.get(), kScale));
}

// As where letters of the other side end along a rule of this one.
TEST(Ragged, OneRaggedRuleAloneStays) {
    const auto first_rule = [](int x, int y) { return within(x, y) && y < 103; };
    const PixPtr page = page_of([](int x, int y) {
        const bool beside = x >= 100 && x < 900 && (y == 99 || y == 103) && lot(x, y) < 50;
        return front(x, y) || beside || crumbs_behind(x, y);
    });
    const PixPtr other = other_side_in(page.get(), kScale);
    ASSERT_TRUE(other);
    EXPECT_EQ(share(page_of(first_rule), other), 0);
}

// Dots and dashes at equal distances are a rule of this side.
TEST(Ragged, DottedAndDashedRulesStay) {
    for (const int dash : {2, 9}) {
        const PixPtr dotted = page_of([dash](int x, int y) {
            return front(x, y) ||
                   (within(x, y) && (y - 100) % 100 >= 75 && (y - 100) % 100 < 77 && x % (2 * dash) < dash);
        });
        const PixPtr other = other_side_in(dotted.get(), kScale);
        EXPECT_TRUE(!other || share(dotted, other) == 0) << dash;
    }
}

}  // namespace
}  // namespace tarang::straighten
