// Pages of print-like blocks, turned, tilted and shaded on purpose, must come out upright, and every place
// must lead back to where it was.
#include "pipeline/straighten/straighten.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

namespace tarang::straighten {
namespace {

using image::Channels;
using image::Image;

constexpr int kWidth = 1000;
constexpr int kHeight = 1400;
constexpr double kDotsPerPoint = 2;

/// Rows of letter-like blocks; the first of each row is the largest. 1: ink.
bool printed(double x, double y) {
    if (x < 150 || x > 850 || y < 150 || y > 1200) return false;
    const double in_row = std::fmod(y - 150, 40);
    const double in_letter = std::fmod(x - 150, 17);
    return in_row < 14 && in_letter < 11;
}

/// A page on which `ink` is dark, sampled at each pixel's middle.
Image page_of(
    int width, int height, const std::function<bool(double, double)>& ink,
    const std::function<double(double, double)>& paper = [](double, double) { return 255.0; }) {
    Image image = image::blank({width}, {height}, Channels::kGray);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const double light = paper(x, y);
            const auto at =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
            image.bytes[at] = static_cast<std::uint8_t>(ink(x + 0.5, y + 0.5) ? light * 0.2 : light);
        }
    }
    return image;
}

Image tilted(double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return page_of(kWidth, kHeight, [=](double x, double y) {
        const double dx = x - kWidth / 2.0;
        const double dy = y - kHeight / 2.0;
        return printed(kWidth / 2.0 + c * dx + s * dy, kHeight / 2.0 - s * dx + c * dy);
    });
}

StraightPage straightened(const Image& image, Turn turn = Turn::kNone) {
    return straighten(image, static_cast<Points>(image.width.value / kDotsPerPoint),
                      static_cast<Points>(image.height.value / kDotsPerPoint), turn);
}

struct Edges {
    double left = 1e9, top = 1e9, right = 0, bottom = 0;
};

Edges edges_of(const Image& ink) {
    Edges edges;
    for (int y = 0; y < ink.height.value; ++y) {
        for (int x = 0; x < ink.width.value; ++x) {
            const auto at = static_cast<std::size_t>(y) * ink.row_bytes() + static_cast<std::size_t>(x);
            if (ink.bytes[at] > 127) continue;
            edges.left = std::min<double>(edges.left, x);
            edges.top = std::min<double>(edges.top, y);
            edges.right = std::max<double>(edges.right, x + 1);
            edges.bottom = std::max<double>(edges.bottom, y + 1);
        }
    }
    return edges;
}

/// The upright picture of a tilted page is larger, with the page in its middle.
Point offset_of(const StraightPage& page, int width = kWidth, int height = kHeight) {
    const Image gray = image::to_image(page.gray.get());
    return {static_cast<Points>(gray.width.value - width) / 2,
            static_cast<Points>(gray.height.value - height) / 2};
}

/// The print's corners are where they were before anything was done to the page, in pixels.
void expect_upright(const StraightPage& page) {
    const Edges edges = edges_of(image::to_image(page.ink.get()));
    const Point offset = offset_of(page);
    EXPECT_NEAR(edges.left - offset.x, 150, 3);
    EXPECT_NEAR(edges.top - offset.y, 150, 3);
    EXPECT_NEAR(edges.right - offset.x, 850, 10);
    EXPECT_NEAR(edges.bottom - offset.y, 1200, 30);
}

class Tilted : public testing::TestWithParam<double> {};

TEST_P(Tilted, IsLevelledAndEveryPlaceLeadsBack) {
    const double degrees = GetParam();
    const StraightPage page = straightened(tilted(degrees));
    EXPECT_NEAR(page.skew_degrees, degrees, 0.1);
    expect_upright(page);
    const double angle = degrees * std::numbers::pi / 180;
    for (const auto& [x, y] : std::vector<std::pair<double, double>>{{150, 150}, {850, 150}, {500, 1190}}) {
        const double dx = x - kWidth / 2.0;
        const double dy = y - kHeight / 2.0;
        const Point place = page.to_page.apply(offset_of(page).x + x, offset_of(page).y + y);
        EXPECT_NEAR(place.x * kDotsPerPoint, kWidth / 2.0 + std::cos(angle) * dx - std::sin(angle) * dy, 1.5);
        EXPECT_NEAR(place.y * kDotsPerPoint, kHeight / 2.0 + std::sin(angle) * dx + std::cos(angle) * dy,
                    1.5);
    }
}

INSTANTIATE_TEST_SUITE_P(Degrees, Tilted, testing::Values(-3.0, -0.7, 0.0, 0.4, 2.5));

/// Rules of a table, a letter apart from print. 1: ink.
bool ruled(double x, double y) {
    if (x < 100 || x > 903 || y < 100 || y > 1303) return false;
    return std::fmod(x - 100, 200) < 3 || std::fmod(y - 100, 150) < 3;
}

/// As a camera sees it that stands low and to the left; what is around the sheet is dark.
TEST(Straighten, APhotographIsSeenFromAboveAndLeadsBack) {
    const Projection to_sheet = inverse({1.02, 0.03, -12, -0.02, 0.98, 20, 3e-5, -4e-5});
    const Image photograph = page_of(kWidth, kHeight, [&](double x, double y) {
        const Point at = to_sheet.apply(x, y);
        return at.x < 0 || at.y < 0 || at.x > kWidth || at.y > kHeight || ruled(at.x, at.y);
    });
    const StraightPage page = straightened(photograph);
    const Image ink = image::to_image(page.ink.get());
    // All ink lies on rules that run level and upright from end to end.
    std::vector<int> rows(static_cast<std::size_t>(ink.height.value), 0);
    std::vector<int> columns(static_cast<std::size_t>(ink.width.value), 0);
    for (int y = 0; y < ink.height.value; ++y) {
        for (int x = 0; x < ink.width.value; ++x) {
            const auto at = static_cast<std::size_t>(y) * ink.row_bytes() + static_cast<std::size_t>(x);
            if (ink.bytes[at] > 127) continue;
            ++rows[static_cast<std::size_t>(y)];
            ++columns[static_cast<std::size_t>(x)];
        }
    }
    EXPECT_NEAR(static_cast<double>(std::count_if(rows.begin(), rows.end(), [](int n) { return n > 600; })),
                27, 9);
    EXPECT_NEAR(
        static_cast<double>(std::count_if(columns.begin(), columns.end(), [](int n) { return n > 1000; })),
        15, 5);
    const auto first = [](const std::vector<int>& counts, int least) {
        return static_cast<double>(
            std::find_if(counts.begin(), counts.end(), [&](int n) { return n > least; }) - counts.begin());
    };
    const Point corner = page.to_page.apply(first(columns, 1000), first(rows, 600));
    const Point place = to_sheet.apply(corner.x * kDotsPerPoint, corner.y * kDotsPerPoint);
    EXPECT_NEAR(place.x, 100, 4);
    EXPECT_NEAR(place.y, 100, 4);
}

TEST(Straighten, RulesOfAScanAreLeftAsTheyAre) {
    const Projection to_page = straightened(page_of(kWidth, kHeight, ruled)).to_page;
    EXPECT_EQ(std::pair(to_page.wx, to_page.wy), std::pair(0.0, 0.0));
    EXPECT_EQ(to_page.xx, to_page.yy);
}

TEST(Straighten, QuarterTurnsAreTakenOutAndLeadBack) {
    // The page as the scanner gave it, lying on its side: its top is at the right.
    const Image lying = page_of(kHeight, kWidth, [](double x, double y) { return printed(y, kHeight - x); });
    const StraightPage page = straightened(lying, Turn::kThreeQuarters);
    ASSERT_NE(page.gray, nullptr);
    expect_upright(page);
    const Point top_left = page.to_page.apply(150, 150);
    EXPECT_NEAR(top_left.x * kDotsPerPoint, kHeight - 150, 1);
    EXPECT_NEAR(top_left.y * kDotsPerPoint, 150, 1);
}

TEST(Straighten, UpsideDownIsTurned) {
    const Image image =
        page_of(kWidth, kHeight, [](double x, double y) { return printed(kWidth - x, kHeight - y); });
    const StraightPage page = straightened(image, Turn::kHalf);
    expect_upright(page);
    const Point top_left = page.to_page.apply(150, 150);
    EXPECT_NEAR(top_left.x * kDotsPerPoint, kWidth - 150, 1);
    EXPECT_NEAR(top_left.y * kDotsPerPoint, kHeight - 150, 1);
}

TEST(Straighten, UnevenLightLeavesOnlyPrint) {
    const Image image = page_of(kWidth, kHeight, printed, [](double x, double) { return 255 - x * 0.12; });
    expect_upright(straightened(image));
}

/// The dots of thin dotted borders are single pixels on coarse scans.
TEST(Straighten, SpeckleGoesAndDottedRulesStay) {
    const auto dotted = [](double x, double y) {
        const auto column = static_cast<int>(x);
        return printed(x, y) ||
               (static_cast<int>(y) == 1300 && column > 150 && column < 850 && column % 4 == 0);
    };
    const Image page = page_of(kWidth, kHeight, [&](double x, double y) {
        const bool speck = y > 1220 && static_cast<int>(x) % 97 == 5 && static_cast<int>(y) % 45 == 7;
        return dotted(x, y) || speck;
    });
    EXPECT_EQ(image::to_image(straightened(page).ink.get()),
              image::to_image(straightened(page_of(kWidth, kHeight, dotted)).ink.get()));
    EXPECT_NEAR(edges_of(image::to_image(straightened(page).ink.get())).bottom, 1301, 1);
}

TEST(Straighten, CopierBordersGo) {
    const Image image = page_of(
        kWidth, kHeight, [](double x, double y) { return printed(x, y) || x < 40 || y > kHeight - 30; });
    expect_upright(straightened(image));
}

TEST(Straighten, LightOnDarkIsTurnedOver) {
    Image image = page_of(kWidth, kHeight, printed);
    for (std::uint8_t& byte : image.bytes) byte = static_cast<std::uint8_t>(255 - byte);
    expect_upright(straightened(image));
}

TEST(Straighten, BlankAndTinyPagesStayAsTheyAre) {
    for (const auto& [width, height] : std::vector<std::pair<int, int>>{{1, 1}, {3, 900}, {500, 500}}) {
        const StraightPage page = straightened(image::blank({width}, {height}, Channels::kGray));
        EXPECT_EQ(page.skew_degrees, 0);
        const Image ink = image::to_image(page.ink.get());
        EXPECT_EQ(ink, image::blank({width}, {height}, Channels::kGray));
    }
}

/// Black and white; of the print `left` of ten pixels are left, in no order that repeats.
Image worn_copy(int left) {
    Image image = page_of(kWidth, kHeight, printed);
    std::uint32_t state = 7;
    for (std::uint8_t& pixel : image.bytes) {
        state = state * 1664525U + 1013904223U;
        pixel = pixel < 128 && static_cast<int>((state >> 16U) % 10U) < left ? 0 : 255;
    }
    return image;
}

TEST(WornCopy, StrokesInCrumbsBecomeStrokes) {
    const StraightPage page = straightened(worn_copy(4));
    EXPECT_TRUE(page.worn);
    const Image whole = image::to_image(straightened(worn_copy(10)).ink.get());
    const Image ink = image::to_image(page.ink.get());
    const auto dark = [](const Image& of) { return std::count(of.bytes.begin(), of.bytes.end(), 0); };
    EXPECT_GT(dark(ink), 0.9 * static_cast<double>(dark(whole)));
    EXPECT_LT(dark(ink), 1.2 * static_cast<double>(dark(whole)));
}

TEST(WornCopy, CleanPrintAndDirtOnPaperAreNoWear) {
    EXPECT_FALSE(straightened(worn_copy(10)).worn);
    Image dirty = worn_copy(10);
    for (std::size_t i = 0; i < dirty.bytes.size(); i += 997) dirty.bytes[i] = 0;
    EXPECT_FALSE(straightened(dirty).worn);
    EXPECT_FALSE(straightened(page_of(kWidth, kHeight, printed)).worn);
}

}  // namespace
}  // namespace tarang::straighten
