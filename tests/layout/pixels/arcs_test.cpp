// Runs in the ring of a seal are no rules; rules that end, meet others or are bent with their sheet are.
#include "pipeline/layout/pixels/arcs.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <cmath>

#include "pipeline/layout/pixels/rules.h"

namespace tarang::layout {
namespace {

constexpr int kWidth = 800;
constexpr int kHeight = 500;
const PrintMeasure kMeasure{20, 2};  // letters of 20 pixels

class Page {
public:
    void box(int left, int top, int width, int height) {
        pixRasterop(ink_.get(), left, top, width, height, PIX_SET, nullptr, 0, 0);
    }
    void ring(int x, int y, int radius, int thick) {
        for (double a = 0; a < 6.3; a += 0.001)
            box(x + static_cast<int>(std::lround(radius * std::cos(a))),
                y + static_cast<int>(std::lround(radius * std::sin(a))), thick, thick);
    }
    Pix* pix() const { return ink_.get(); }

private:
    image::PixPtr ink_ = image::own(pixCreate(kWidth, kHeight, 1));
};

bool is_arc(const Page& page, const InkPiece& run, bool horizontal) {
    return is_part_of_arc(run, horizontal, page.pix(), kMeasure);
}

TEST(Arcs, TheSidesOfARingAre) {
    Page page;
    page.ring(400, 250, 130, 6);
    EXPECT_TRUE(is_arc(page, {270, 221, 276, 285}, false));
    EXPECT_TRUE(is_arc(page, {530, 221, 536, 285}, false));
    EXPECT_TRUE(is_arc(page, {371, 120, 435, 126}, true));
}

TEST(Arcs, ARingIsOneWhereARuleCrossesItsOtherEnd) {
    Page page;
    page.ring(400, 250, 130, 6);
    page.box(100, 285, 600, 3);
    EXPECT_TRUE(is_arc(page, {270, 221, 276, 285}, false));
}

TEST(Arcs, RulesThatEndOrMeetOthersAreNone) {
    Page page;
    page.box(300, 100, 3, 60);
    EXPECT_FALSE(is_arc(page, {300, 100, 303, 160}, false));
    page.box(100, 97, 400, 3);
    page.box(100, 160, 400, 3);
    EXPECT_FALSE(is_arc(page, {300, 100, 303, 160}, false));
    EXPECT_FALSE(is_arc(page, {300, 110, 303, 150}, false)) << "a part of it";
}

TEST(Arcs, ARuleOfABentSheetIsNone) {
    Page page;
    for (int x = 0; x < 400; ++x)
        page.box(100 + x, 200 + static_cast<int>(28 * std::pow(x / 400.0, 2)), 1, 3);
    EXPECT_FALSE(is_arc(page, {300, 206, 380, 216}, true));
}

TEST(Arcs, ASealPartsNoColumn) {
    for (const int thick : {5, 6, 8}) {
        Page page;
        for (const int y : {40, 215, 285, 460}) page.box(50, y, 603, 3);
        for (const int x : {50, 650}) page.box(x, 40, 3, 423);
        page.ring(350, 250, 150, thick);
        const PixelRules rules = rules_of_pixels(page.pix(), pieces_of(page.pix()), kMeasure);
        EXPECT_EQ(rules.rules.size(), 6U) << thick;
    }
}

}  // namespace
}  // namespace tarang::layout
