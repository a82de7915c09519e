// What is drawn on a scanned page rather than printed.
#include "pipeline/layout/pixels/drawings.h"

#include <gtest/gtest.h>

#include <cmath>

#include "pipeline/layout/pixels/rules.h"
#include "pipeline/layout/ruled/grids.h"

namespace tarang::layout {
namespace {

using image::Channels;
using image::Image;

constexpr int kWidth = 800;
constexpr int kHeight = 500;
const PrintMeasure kMeasure{20, 2};  // letters of 20 pixels, two pixels a point

class Page {
public:
    void box(int left, int top, int width, int height) {
        for (int y = top; y < top + height; ++y) {
            for (int x = left; x < left + width; ++x) at(x, y) = 0;
        }
    }
    void ring(int x, int y, int radius) {
        for (double a = 0; a < 6.3; a += 0.001)
            box(x + static_cast<int>(radius * std::cos(a)), y + static_cast<int>(radius * std::sin(a)), 4, 4);
    }
    /// A pen's stroke that rises and falls.
    void wave(int left, int right, int y, int swing) {
        for (int x = left; x < right; ++x) box(x, y + static_cast<int>(swing * std::sin(x / 20.0)), 3, 3);
    }
    void head(int left, int y) {
        for (int i = 0; i < 12; ++i) box(left + i, y - (12 - i) / 2, 1, 13 - i);
    }
    void table() {
        for (const int y : {50, 150, 250}) box(50, y, 603, 3);
        for (const int x : {50, 250, 450, 650}) box(x, 50, 3, 203);
    }
    image::PixPtr ink() const { return image::to_bilevel_pix(image_, 128); }

private:
    std::uint8_t& at(int x, int y) {
        return image_.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
    }
    Image image_ = image::blank({kWidth}, {kHeight}, Channels::kGray);
};

using Kinds = std::vector<std::optional<Shape::Kind>>;

Kinds kinds_on(const Page& page) { return drawings_among(ink_of(page.ink().get()), {}, kMeasure); }

TEST(PixelDrawings, LettersAndDashesAreNone) {
    Page page;
    page.box(100, 100, 4, 20);                                    // a stroke of a letter
    page.box(120, 80, 15, 40);                                    // a tall letter with its marks
    page.box(150, 110, 30, 4);                                    // a dash
    for (int x = 200; x < 260; x += 12) page.box(x, 100, 5, 20);  // letters that have run together
    page.box(200, 116, 53, 4);
    page.box(300, 109, 54, 4);  // digits that have run together: a line in the middle, wide above and below
    for (const int x : {300, 320, 340}) {
        page.box(x, 100, 14, 4);
        page.box(x, 100, 4, 20);
        page.box(x, 116, 14, 4);
    }
    EXPECT_EQ(kinds_on(page), Kinds(5));
}

TEST(PixelDrawings, StampsSignaturesAndStrokesAreScrawls) {
    Page page;
    page.ring(150, 250, 100);
    page.wave(300, 500, 250, 30);
    page.wave(550, 700, 250, 6);
    EXPECT_EQ(kinds_on(page), Kinds(3, Shape::Kind::kScrawl));
}

TEST(PixelDrawings, BarsAndArrowsAreFigures) {
    Page page;
    page.box(100, 100, 80, 14);
    page.box(300, 100, 50, 2);
    page.head(348, 101);
    EXPECT_EQ(kinds_on(page), Kinds(2, Shape::Kind::kFigure));
}

TEST(PixelDrawings, AnArrowsShaftIsNoRuleAndItsHeadNoLetter) {
    Page page;
    page.table();
    page.box(53, 100, 300, 3);  // begins at the border, ends within a column
    page.head(353, 101);
    const image::PixPtr ink = page.ink();
    const PixelRules rules = rules_of_pixels(ink.get(), pieces_of(ink.get()), kMeasure);
    erase_rules(ink.get(), rules, kMeasure);
    const Ink pieces = ink_of(ink.get());
    const std::vector<Shaft>& shafts = rules.shafts;
    ASSERT_EQ(shafts.size(), 1U);
    EXPECT_NEAR(shafts[0].rule.position, 50.75F, 0.5F);
    EXPECT_EQ(rules.rules.size(), 7U);
    EXPECT_EQ(drawings_among(pieces, shafts, kMeasure), Kinds(pieces.pieces.size(), Shape::Kind::kFigure));

    const std::vector<Grid> grids = ruled_grids(rules.rules, 20);
    ASSERT_EQ(grids.size(), 1U);
    ASSERT_EQ(grids[0].rows(), 2);
    const std::vector<Shape> parts = shapes_in_cells(shafts[0].rule, grids, kMeasure);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].box.right, grids[0].column_edges[1]);
    EXPECT_EQ(parts[1].box.left, grids[0].column_edges[1]);
}

/// So near to the rules on both sides that closing joins it to them.
TEST(PixelDrawings, AnArrowOverTwoColumnsIsNoRuleOfTheirs) {
    Page page;
    page.table();
    page.box(59, 100, 385, 3);
    page.head(432, 101);
    for (int i = 0; i < 12; ++i) page.box(59 + i, 101 - i / 2, 1, 1 + i);
    const image::PixPtr ink = page.ink();
    const PixelRules rules = rules_of_pixels(ink.get(), pieces_of(ink.get()), kMeasure);
    ASSERT_EQ(rules.shafts.size(), 1U);
    EXPECT_TRUE(rules.shafts[0].head_at_start && rules.shafts[0].head_at_end);
    EXPECT_NEAR(rules.shafts[0].rule.start, 29.5F, 0.5F);
    EXPECT_NEAR(rules.shafts[0].rule.end, 222, 0.5F);
    EXPECT_EQ(rules.rules.size(), 7U);
    const std::vector<Grid> grids = ruled_grids(rules.rules, 20);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(shapes_in_cells(rules.shafts[0].rule, grids, kMeasure).size(), 2U);
}

/// Too far from the rule at its right to be joined to it, too near to be taken for an arrow with more behind
/// it.
TEST(PixelDrawings, AnArrowMayEndALittleBeforeARule) {
    Page page;
    page.table();
    page.box(75, 100, 365, 3);
    page.head(431, 101);
    const image::PixPtr ink = page.ink();
    const PixelRules rules = rules_of_pixels(ink.get(), pieces_of(ink.get()), kMeasure);
    ASSERT_EQ(rules.shafts.size(), 1U);
    EXPECT_TRUE(rules.shafts[0].head_at_end);
}

/// What stands over and under a rule near its end is no head where the rule goes on to the next.
TEST(PixelDrawings, ARuleThatEndsAtAnotherIsNoArrow) {
    Page page;
    page.table();
    for (const int y : {140, 156}) {
        page.box(436, y, 6, 8);
        page.box(60, y, 6, 8);
    }
    const image::PixPtr ink = page.ink();
    EXPECT_TRUE(rules_of_pixels(ink.get(), pieces_of(ink.get()), kMeasure).shafts.empty());
}

TEST(PixelDrawings, AScrawlHasAPartInEachCellThatItsInkIsIn) {
    Page table;
    table.table();
    const image::PixPtr drawn = table.ink();
    const std::vector<Grid> grids =
        ruled_grids(rules_of_pixels(drawn.get(), pieces_of(drawn.get()), kMeasure).rules, 20);
    ASSERT_EQ(grids.size(), 1U);
    Page page;
    page.ring(450, 150, 60);
    const Ink ink = ink_of(page.ink().get());
    const auto shapes = shapes_in_cells(ink, 0, Shape::Kind::kScrawl, grids, kMeasure);
    ASSERT_EQ(shapes.size(), 4U);
    for (const Shape& shape : shapes) EXPECT_EQ(shape.kind, Shape::Kind::kScrawl);
    EXPECT_NEAR(shapes[0].box.left, 195, 1);
    EXPECT_NEAR(shapes[0].box.top, 45, 1);
    EXPECT_EQ(shapes_in_cells(ink, 0, Shape::Kind::kScrawl, {}, kMeasure).size(), 1U);
}

}  // namespace
}  // namespace tarang::layout
