// Rules among pixels, drawn here as printers, copiers and scanners leave them.
#include "pipeline/layout/pixels/rules.h"

#include <gtest/gtest.h>

#include <functional>

#include "pipeline/layout/ruled/grids.h"

namespace tarang::layout {
namespace {

using image::Channels;
using image::Image;

constexpr int kWidth = 800;
constexpr int kHeight = 500;
constexpr int kLetter = 20;
const PrintMeasure kMeasure{kLetter, 2};

class Page {
public:
    void box(int left, int top, int width, int height) {
        for (int y = top; y < top + height; ++y) {
            for (int x = left; x < left + width; ++x) at(x, y) = 0;
        }
    }
    /// A line of hollow letters on a baseline.
    void text(int left, int baseline, int letters) {
        for (int i = 0; i < letters; ++i) {
            const int x = left + i * 18;
            box(x, baseline - kLetter, 3, kLetter);
            box(x + 10, baseline - kLetter, 3, kLetter);
            box(x, baseline - 3, 13, 3);
        }
    }
    /// Three columns and two rows.
    void table(const std::function<void(Page&, int, int, int, int)>& rule) {
        for (const int y : {50, 150, 400}) rule(*this, 50, y, 601, 3);
        for (const int x : {50, 250, 450, 648}) rule(*this, x, 50, 3, 353);
    }
    image::PixPtr ink() const;

private:
    std::uint8_t& at(int x, int y) {
        return image_.bytes[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
    }
    Image image_ = image::blank({kWidth}, {kHeight}, Channels::kGray);
};

image::PixPtr Page::ink() const { return image::to_bilevel_pix(image_, 128); }

PixelRules rules_in(const image::PixPtr& ink) {
    return rules_of_pixels(ink.get(), pieces_of(ink.get()), kMeasure);
}

std::vector<Grid> grids_in(const Page& page) {
    const image::PixPtr ink = page.ink();
    return ruled_grids(rules_in(ink).rules, 20);
}

void solid(Page& page, int x, int y, int width, int height) { page.box(x, y, width, height); }

/// Dashes of a length, one at every step, as long as the box.
void dashes(Page& page, int x, int y, int width, int height, int step, int dash, int thick) {
    const bool lying = width > height;
    const int length = lying ? width : height;
    for (int i = 0; i < length; i += step) {
        const int along = std::min(dash, length - i);
        page.box(lying ? x + i : x, lying ? y : y + i, lying ? along : thick, lying ? thick : along);
    }
}

/// A line beside the box's edge.
void beside(Page& page, int x, int y, int width, int height, int off, int thick) {
    const bool lying = width > height;
    page.box(lying ? x : x + off, lying ? y + off : y, lying ? width : thick, lying ? thick : height);
}

void dotted(Page& page, int x, int y, int width, int height) { dashes(page, x, y, width, height, 8, 3, 3); }

void broken(Page& page, int x, int y, int width, int height) { dashes(page, x, y, width, height, 97, 92, 2); }

void dashed(Page& page, int x, int y, int width, int height) { dashes(page, x, y, width, height, 34, 22, 2); }

void finely_dotted(Page& page, int x, int y, int width, int height) {
    dashes(page, x, y, width, height, 12, 2, 2);
}

void doubled(Page& page, int x, int y, int width, int height) {
    for (const int off : {0, 4}) beside(page, x, y, width, height, off, 1);
}

/// As word processors draw borders of three lines, and of a thick and a thin one.
void tripled(Page& page, int x, int y, int width, int height) {
    for (const int off : {0, 4, 8}) beside(page, x, y, width, height, off, 2);
}

void thick_and_thin(Page& page, int x, int y, int width, int height) {
    beside(page, x, y, width, height, 0, 5);
    beside(page, x, y, width, height, 8, 2);
}

class Drawn : public testing::TestWithParam<void (*)(Page&, int, int, int, int)> {};

TEST_P(Drawn, TableIsFound) {
    Page page;
    page.table(GetParam());
    page.text(70, 110, 9);
    page.text(270, 200, 9);
    page.text(470, 240, 9);
    const auto grids = grids_in(page);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].columns(), 3);
    EXPECT_EQ(grids[0].rows(), 2);
    EXPECT_EQ(grids[0].cells.size(), 6U);
    EXPECT_NEAR(grids[0].outline.left, 25, 3);
    EXPECT_NEAR(grids[0].outline.bottom, 200, 3);
}

INSTANTIATE_TEST_SUITE_P(Rules, Drawn,
                         testing::Values(&solid, &dotted, &broken, &doubled, &tripled, &thick_and_thin,
                                         &dashed, &finely_dotted));

/// What a worn copier leaves of a rule: parts of any length, none long enough to be a rule of a low row.
void worn(Page& page, int x, int y, int width, int height) {
    const bool lying = width > height;
    const int length = lying ? width : height;
    for (int at = 0, i = x + y; at < length; ++i) {
        const int part = std::min(20 + i * 7 % 5 * 5, length - at);
        page.box(lying ? x + at : x, lying ? y : y + at, lying ? part : 3, lying ? 3 : part);
        at += part + 7 + i * 3 % 4 * 3;
    }
}

TEST(PixelRules, WornRulesOfLowRowsAreFound) {
    Page page;
    for (int y = 50; y <= 410; y += 45) worn(page, 50, y, 601, 3);
    for (const int x : {50, 250, 450, 648}) worn(page, x, 50, 3, 363);
    for (int y = 50; y < 410; y += 45) page.text(70, y + 35, 8);
    const auto grids = grids_in(page);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 8);
    EXPECT_EQ(grids[0].columns(), 3);
    EXPECT_EQ(grids[0].cells.size(), 24U);
}

TEST(PixelRules, LinesOfTextAreNoRules) {
    Page page;
    for (int y = 60; y < 460; y += 36) page.text(40, y, 40);
    const image::PixPtr ink = page.ink();
    EXPECT_TRUE(rules_in(ink).rules.empty());
}

/// Two lines in a row whose letters' stems stand over one another, with a mark between them.
void stems(Page& page, int x, int top) {
    for (const int line : {8, 52}) {
        page.box(x - 10, top + line, 13, 3);
        page.box(x - 10, top + line, 3, 28);
        page.box(x, top + line, 3, 28);
    }
    page.box(x - 6, top + 39, 9, 10);
}

TEST(PixelRules, StemsOverOneAnotherAreNoColumn) {
    Page page;
    page.table(solid);
    stems(page, 350, 55);
    const auto grids = grids_in(page);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].columns(), 3);
}

/// A row over all columns: its letters stand where the rules of the rows around it do, one of them down to
/// the rule under the row.
TEST(PixelRules, LettersOfASectionRowCarryNoColumnOn) {
    Page page;
    for (const int y : {50, 150, 196, 400}) page.box(50, y, 601, 3);
    for (const int x : {50, 648}) page.box(x, 50, 3, 353);
    for (const int x : {250, 450}) {
        page.box(x, 50, 3, 100);
        page.box(x, 196, 3, 204);
        page.box(x - 10, 158, 13, 3);
        page.box(x - 10, 158, 3, 34);
        page.box(x, 158, 3, x == 250 ? 34 : 40);
    }
    const auto grids = grids_in(page);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].cells.size(), 7U);
}

TEST(PixelRules, FullStopsOfALineOfMonthsAreNoRule) {
    Page page;
    page.table(solid);
    for (int x = 260; x < 430; x += 24) {
        page.text(x, 103, 1);
        page.box(x + 17, 99, 4, 4);
    }
    const auto grids = grids_in(page);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 2);
}

TEST(PixelRules, ErasingLeavesLettersAndStrokesThatCross) {
    Page page;
    page.text(100, 100, 10);
    Page with_rules = page;
    with_rules.box(50, 130, 700, 3);
    with_rules.box(400, 112, 4, 40);  // a stroke through the rule
    page.box(400, 112, 4, 40);
    const image::PixPtr ink = with_rules.ink();
    const PixelRules rules = rules_in(ink);
    ASSERT_EQ(rules.rules.size(), 1U);
    erase_rules(ink.get(), rules, kMeasure);
    EXPECT_EQ(ink_of(ink.get()).pieces, ink_of(page.ink().get()).pieces);
}

/// In tight rows the tone of a word hangs on the rule over it. What a threshold leaves of the rule itself is
/// lower, or wider than a mark.
TEST(PixelRules, ErasingLeavesMarksThatHangOnARuleAndNoCrumbs) {
    Page page;
    page.box(50, 130, 700, 3);
    page.box(300, 133, 3, 7);  // a tone
    page.box(400, 133, 6, 2);  // crumbs
    page.box(500, 133, 40, 4);
    page.box(600, 127, 8, 2);
    const image::PixPtr ink = page.ink();
    erase_rules(ink.get(), rules_in(ink), kMeasure);
    EXPECT_EQ(ink_of(ink.get()).pieces, std::vector<InkPiece>({{300, 134, 303, 140}}));
}

/// What is left of a tone that stands on the rule over it goes with the rule, or seems to be the upper
/// cell's, but is told.
TEST(PixelRules, ErasingTellsWhatStoodOutFromARule) {
    Page page;
    page.box(50, 130, 700, 3);
    page.box(300, 126, 3, 9);   // a tone: its head stands over the rule, its foot under it
    page.box(450, 129, 60, 5);  // the rule's own side
    page.box(600, 133, 6, 2);   // a foot alone
    const image::PixPtr ink = page.ink();
    const auto hung = erase_rules(ink.get(), rules_in(ink), kMeasure);
    EXPECT_EQ(hung,
              std::vector<InkPiece>({{300, 126, 303, 130}, {300, 133, 303, 135}, {600, 133, 606, 135}}));
}

TEST(PixelRules, ErasingTakesTheScrapsOfABrokenRule) {
    Page page;
    page.text(100, 100, 10);
    const auto letters = ink_of(page.ink().get()).pieces;
    page.box(50, 150, 300, 4);
    for (int x = 356; x < 640; x += 14) page.box(x, 150, 9, 4);
    page.box(640, 150, 110, 4);
    const image::PixPtr ink = page.ink();
    const PixelRules rules = rules_in(ink);
    ASSERT_EQ(rules.rules.size(), 1U);
    EXPECT_NEAR(rules.rules[0].length(), 350, 1);
    erase_rules(ink.get(), rules, kMeasure);
    EXPECT_EQ(ink_of(ink.get()).pieces, letters);
}

}  // namespace
}  // namespace tarang::layout
