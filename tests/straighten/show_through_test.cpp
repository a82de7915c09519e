// Print of a sheet's other side: pale, mirrored, soft.
#include "pipeline/straighten/show_through.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

#include "lib/image/pix.h"
#include "pipeline/straighten/straighten.h"

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
    constexpr int kRows = 60;
    if (y < from || y >= 1300 || x < 100 || x >= 900) return 0;
    const double off = std::abs(y % kRows - 10);
    const double away = std::min(off, kRows - off);
    const double along = pen.blur < 1 ? (away < 10 ? 1 : 0) : ink_at({20, pen.blur, 1}, away);
    return along * ink_at(pen, x % kApart - kApart / 2.0);
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

/// Letters of hair lines, of all grays to that of strong print of the other side.
double hair_lines(int x, int y) {
    const Pen pen = {2, 0.6, 190 + 3.0 * (y / 60 % 10)};
    return y < 700 ? letters(kDark, x, y, 0) : letters(pen, x, y, 700);
}
constexpr Pen kStrongOtherSide = {3, 1.5, 160};

TEST(ShowThrough, AsDarkAsHairLinesGoesAsItIsSofter) {
    const PixPtr page =
        page_of([](int x, int y) { return std::max(hair_lines(x, y), back(kStrongOtherSide, x, y)); });
    const PixPtr clean = page_of(hair_lines);
    EXPECT_GT(most_apart(page, clean), 100);
    take_out_show_through(page.get(), kScale);
    EXPECT_LE(most_apart(page, clean), 25);
}

TEST(ShowThrough, GoesWhereItsStrokesCross) {
    const auto crossed = [](int x, int y) {
        const double spot = 0.9 * ink_at({8, 4, 160}, std::hypot(x - 50, y - 1000));
        return std::max({hair_lines(x, y), back(kStrongOtherSide, x, y), spot});
    };
    const PixPtr page = page_of(crossed);
    EXPECT_LT(at(page, 50, 1000), 155U);
    take_out_show_through(page.get(), kScale);
    EXPECT_EQ(at(page, 50, 1000), 250U);
}

/// Their picture has little gray, as black-and-white scans have.
TEST(ShowThrough, GoesFromPagesOfFewWords) {
    constexpr Pen kPaleOtherSide = {3, 1.7, 85};
    const auto few = [](int x, int y) { return y < 200 ? front(x + y / 60, y) : 0; };
    const PixPtr page =
        page_of([&](int x, int y) { return std::max(few(x, y), back(kPaleOtherSide, x, y)); });
    const StraightPage straight = straighten(image::to_image(page.get()), kWidth / kScale, kHeight / kScale);
    EXPECT_LT(at(page, kWidth - 504, 640), 205U);
    EXPECT_GT(at(straight.gray, kWidth - 504, 640), 240U);
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
