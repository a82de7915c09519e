// Print of a sheet's other side: pale, mirrored, soft.
#include "pipeline/straighten/show_through.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "lib/image/pix.h"

namespace tarang::straighten {
namespace {

using image::own;
using image::PixPtr;

constexpr int kWidth = 1000;
constexpr int kHeight = 1400;
constexpr double kScale = 200 / 72.0;

struct Pen {
    double width = 0;  ///< of a stroke, in pixels
    double blur = 0;   ///< standard deviation
    double ink = 0;    ///< 0..250, under the paper's 250
};

constexpr Pen kDark = {5, 0.9, 230};
constexpr Pen kOtherSide = {3, 1.5, 110};
constexpr Pen kGray = {2, 0.6, 70};

/// A stroke's ink so far from its middle.
double ink_at(const Pen& pen, double away) {
    const double blur = pen.blur * std::numbers::sqrt2;
    return pen.ink / 2 * (std::erf((pen.width / 2 - away) / blur) + std::erf((pen.width / 2 + away) / blur));
}

/// Rows of upright strokes, as of letters, from `from` down.
double letters(const Pen& pen, int x, int y, int from) {
    constexpr int kApart = 16;
    if (y < from || y >= 1300 || x < 100 || x >= 900 || y % 60 >= 20) return 0;
    return ink_at(pen, x % kApart - kApart / 2.0);
}
double rules(const Pen& pen, int x, int y) {
    constexpr int kApart = 97;
    return x > 80 && x < 920 && y > 100 && y < 1300 ? ink_at(pen, y % kApart - kApart / 2.0) : 0;
}

using Ink = std::function<double(int x, int y)>;

PixPtr page_of(const Ink& ink) {
    PixPtr page = own(pixCreate(kWidth, kHeight, 8));
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            pixSetPixel(page.get(), x, y, static_cast<l_uint32>(250 - ink(x, y)));
    return page;
}

double front(int x, int y) { return letters(kDark, x, y, 0); }
double back(const Pen& pen, int x, int y) { return letters(pen, kWidth - x, y + 30, 230); }

l_uint32 at(const PixPtr& page, int x, int y) {
    l_uint32 value = 0;
    pixGetPixel(page.get(), x, y, &value);
    return value;
}

int most_apart(const PixPtr& a, const PixPtr& b) {
    const PixPtr apart = own(pixAbsDifference(a.get(), b.get()));
    l_int32 most = 0;
    pixGetExtremeValue(apart.get(), 1, L_SELECT_MAX, nullptr, nullptr, nullptr, &most);
    return most;
}

bool same(const PixPtr& a, const PixPtr& b) {
    l_int32 equal = 0;
    pixEqual(a.get(), b.get(), &equal);
    return equal != 0;
}

TEST(ShowThrough, GoesAndThePrintOfThisSideStaysAsItIs) {
    const PixPtr page = page_of([](int x, int y) { return std::max(front(x, y), back(kOtherSide, x, y)); });
    const PixPtr clean = page_of(front);
    EXPECT_GT(most_apart(page, clean), 70);
    take_out_show_through(page.get(), kScale);
    EXPECT_LE(most_apart(page, clean), 12);  // of the outermost edges of letters: not more than grain
}

/// As where names are printed in gray.
TEST(ShowThrough, GrayPrintOfThisSideStays) {
    const PixPtr page = page_of([](int x, int y) { return std::max(front(x, y), back(kGray, x, y)); });
    const PixPtr before = own(pixCopy(nullptr, page.get()));
    take_out_show_through(page.get(), kScale);
    EXPECT_TRUE(same(page, before));
}

TEST(ShowThrough, GrayRulesOfThisSideStay) {
    const Ink ruled = [](int x, int y) { return std::max(front(x, y), rules(kGray, x, y)); };
    const PixPtr page = page_of([&](int x, int y) { return std::max(ruled(x, y), back(kOtherSide, x, y)); });
    const PixPtr before = own(pixCopy(nullptr, page.get()));
    take_out_show_through(page.get(), kScale);
    constexpr int kRule = 6 * 97 + 48;
    for (int x = 100; x < 900; ++x) ASSERT_EQ(at(page, x, kRule), at(before, x, kRule)) << x;
    EXPECT_EQ(at(page, kWidth - 504, 640), 250U);  // between this side's lines
}

TEST(ShowThrough, CleanAndBilevelPagesStayBitForBit) {
    const PixPtr clean = page_of(front);
    const PixPtr copy = own(pixCopy(nullptr, clean.get()));
    take_out_show_through(copy.get(), kScale);
    EXPECT_TRUE(same(copy, clean));
    const PixPtr bilevel = page_of([](int x, int y) { return front(x, y) > 100 ? 250 : 0; });
    const PixPtr other = own(pixCopy(nullptr, bilevel.get()));
    take_out_show_through(other.get(), kScale);
    EXPECT_TRUE(same(other, bilevel));
}

}  // namespace
}  // namespace tarang::straighten
