// Two pages in one picture are told from one page by what nothing crosses and by what says that it parts two.
#include "pipeline/layout/pixels/spread.h"

#include <gtest/gtest.h>

#include <vector>

namespace tarang::layout {
namespace {

constexpr int kWidth = 1200;  // pixels, one a point
constexpr int kHeight = 840;
constexpr PrintMeasure kMeasure{10, 1};
const UprightPage kPage{kWidth, kHeight, {}};

/// Print in lines, from one x to another.
void print(std::vector<InkPiece>& ink, int left, int right) {
    for (int y = 60; y < kHeight - 60; y += 20) {
        for (int x = left; x < right - 8; x += 12) ink.push_back({x, y, x + 8, y + 10});
    }
}

/// Rules of rows that are so high.
void rule(std::vector<Rule>& rules, Points left, Points right, Points step) {
    for (Points y = 100; y < 700; y += step) rules.push_back({true, y, left, right, 1});
}

struct Picture {
    std::vector<InkPiece> ink;
    std::vector<Rule> rules;
    image::Image pixels = image::blank({kWidth}, {kHeight}, image::Channels::kGray, 240);

    Picture() {
        print(ink, 50, 550);
        print(ink, 650, 1150);
    }
    void shade(int from, int to, int top = 0) {
        for (int y = top; y < kHeight; ++y) {
            for (int x = from; x < to; ++x)
                pixels.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] = 190;
        }
    }
    void draw_rules() {
        for (const Rule& drawn : rules) {
            const auto row = static_cast<std::size_t>(drawn.position) * kWidth;
            for (auto x = static_cast<std::size_t>(drawn.start); x < static_cast<std::size_t>(drawn.end); ++x)
                pixels.bytes[row + x] = 20;
        }
    }
    std::optional<Gutter> gutter(const UprightPage& page = kPage) const {
        return gutter_of(ink, rules, kMeasure, page, pixels);
    }
};

TEST(Spread, TheShadowOfASpinePartsTwoPages) {
    Picture picture;
    EXPECT_FALSE(picture.gutter()) << "two columns of print may stand on one page";
    picture.shade(590, 612);
    const auto gutter = picture.gutter();
    ASSERT_TRUE(gutter);
    EXPECT_NEAR(gutter->top, 600, 15);
    EXPECT_NEAR(gutter->bottom, 600, 15);
}

TEST(Spread, ASpineMayBeAsDarkAsInk) {
    Picture picture;
    picture.shade(590, 612);
    picture.ink.push_back({592, 2, 610, kHeight - 2});
    picture.ink.push_back({590, 300, 593, 305});
    EXPECT_TRUE(picture.gutter());
    picture.ink.back() = {560, 300, 640, 305};
    EXPECT_FALSE(picture.gutter()) << "what reaches out of the spine crosses";
}

// As a shadow is in black and white.
TEST(Spread, DotsInTheGutterAreNoPrint) {
    Picture picture;
    picture.shade(590, 612);
    for (int y = 5; y < kHeight; y += 30) {
        for (int x = 560; x < 645; x += 14) picture.ink.push_back({x, y, x + 2, y + 2});
    }
    EXPECT_TRUE(picture.gutter());
}

TEST(Spread, AShadowAlongAPartOfThePageIsNone) {
    Picture picture;
    picture.shade(590, 612, kHeight / 3);
    EXPECT_FALSE(picture.gutter());
}

TEST(Spread, NothingThatCrossesIsASpine) {
    Picture heading;
    heading.shade(590, 612);
    for (int x = 480; x < 720; x += 12) heading.ink.push_back({x, 20, x + 8, 30});
    EXPECT_FALSE(heading.gutter());
    Picture table;
    table.shade(590, 612);
    rule(table.rules, 50, 1150, 40);
    table.draw_rules();
    EXPECT_FALSE(table.gutter());
}

TEST(Spread, RulesOfTwoPagesInOneLineAreTwo) {
    Picture picture;
    picture.shade(590, 612);
    rule(picture.rules, 50, 550, 40);
    rule(picture.rules, 650, 1150, 52);
    picture.draw_rules();
    picture.rules.push_back({true, 100, 50, 1150, 1});
    EXPECT_TRUE(picture.gutter());
}

TEST(Spread, TheSpineMayLean) {
    Picture picture;
    for (InkPiece& piece : picture.ink) {
        const int lean = (kHeight / 2 - piece.top) / 30;
        piece.left += lean;
        piece.right += lean;
    }
    picture.shade(585, 616);
    const auto gutter = picture.gutter();
    ASSERT_TRUE(gutter);
    EXPECT_GT(gutter->top, gutter->bottom);
}

TEST(Spread, TheRulesOfAPageThatIsAskewCountAsWell) {
    Picture picture;
    rule(picture.rules, 50, 550, 40);
    for (int y = 110; y < 300; y += 65) picture.ink.push_back({650, y, 1150, y + 9});
    EXPECT_TRUE(picture.gutter());
    picture.ink.resize(picture.ink.size() - 2);
    EXPECT_FALSE(picture.gutter()) << "one is not a table";
}

TEST(Spread, TablesWithRowsOfTheirOwnAndTwoMarginsBetweenThemAreTwoPages) {
    Picture picture;
    rule(picture.rules, 50, 550, 40);
    rule(picture.rules, 650, 1150, 52);
    EXPECT_TRUE(picture.gutter());
}

TEST(Spread, TablesOfTheSameRowsOrCloseToEachOtherAreOnOnePage) {
    Picture rows;
    rule(rows.rules, 50, 550, 40);
    rule(rows.rules, 650, 1150, 40);
    EXPECT_FALSE(rows.gutter());
    for (std::size_t i = 0; i < rows.rules.size() / 2; i += 3) rows.rules[i].position += 12;
    EXPECT_TRUE(rows.gutter()) << "a third of the rows, of two tables as wide";
    for (Rule& drawn : rows.rules) drawn.end -= drawn.start > 600 ? 100 : 0;
    EXPECT_FALSE(rows.gutter());
    Picture close;
    close.ink.clear();
    print(close.ink, 100, 580);
    print(close.ink, 620, 1100);
    rule(close.rules, 100, 580, 40);
    rule(close.rules, 620, 1100, 52);
    EXPECT_FALSE(close.gutter());
}

TEST(Spread, APictureIsTwoPagesWhereNoPageIsSoWide) {
    Picture picture;
    std::erase_if(picture.ink, [](const InkPiece& piece) { return piece.bottom > kHeight / 2; });
    EXPECT_TRUE(picture.gutter({kWidth, kHeight / 2, {}}));
    EXPECT_FALSE(picture.gutter({kWidth, kWidth, {}}));
}

TEST(Spread, ABlankSideIsNoPage) {
    Picture picture;
    picture.shade(590, 612);
    std::erase_if(picture.ink, [](const InkPiece& piece) { return piece.left > kWidth / 2; });
    EXPECT_FALSE(picture.gutter());
}

}  // namespace
}  // namespace tarang::layout
