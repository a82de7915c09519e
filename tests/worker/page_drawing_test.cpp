#include "host/worker/page_drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace tarang::worker {
namespace {

using testing::HasSubstr;

PageDrawing small_page() {
    PageDrawing drawing;
    drawing.layout.info = {{3}, 40, 20, 0, Source::kTextLayer, LayerVerdict::kGood};
    TextLine line;
    line.text = "a < b & \"ก\"\x01";
    line.box = {4, 4, 20, 8};
    GridCell cell;
    cell.box = {2, 2, 38, 18};
    cell.lines = {line};
    Grid grid;
    grid.outline = cell.box;
    grid.cells = {cell};
    drawing.layout.grids = {grid};
    drawing.rules = {{true, 10, 2, 38, 0.5F}};
    drawing.fields = {{{4, 4, 20, 8}, "period"}};
    drawing.judged = {{{2, 2, 38, 18}, "no table: too few rows"}};
    return drawing;
}

TEST(PageDrawing, SvgHoldsImageBoxesTextsAndLegend) {
    const image::Image page = image::blank({4}, {2}, image::Channels::kGray);
    const std::string svg = drawing_as_svg(small_page(), page);
    EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 40.00 38.00\""));
    EXPECT_THAT(svg, HasSubstr("href=\"data:image/png;base64,iVBORw0KGgo"));
    EXPECT_THAT(svg, HasSubstr("<rect x=\"2.00\" y=\"9.65\" width=\"36.00\" height=\"0.70\"/>"));
    EXPECT_THAT(svg, HasSubstr("<title>a &lt; b &amp; &quot;ก&quot;</title>"));
    EXPECT_THAT(svg, HasSubstr("<title>period</title>"));
    EXPECT_THAT(svg, HasSubstr("<title>no table: too few rows</title>"));
    EXPECT_THAT(svg, HasSubstr(">cells 1</text>"));
    EXPECT_THAT(svg, HasSubstr(">page 3, layer good</text>"));
}

TEST(PageDrawing, ImageIsScaledToThePage) {
    PageDrawing drawing;
    drawing.layout.info = {{1}, 40, 20, 0, {}, LayerVerdict::kNone};
    drawing.rules = {{false, 20, 0, 20, 1}};
    const image::Image out = drawing_as_image(drawing, image::blank({80}, {40}, image::Channels::kGray));
    ASSERT_TRUE(out.consistent());
    EXPECT_EQ(out.channels, image::Channels::kRgb);
    const auto red = [&](std::size_t x, std::size_t y) { return out.bytes[(y * 80 + x) * 3 + 1] < 128; };
    EXPECT_TRUE(red(39, 20));
    EXPECT_TRUE(red(40, 0));
    EXPECT_FALSE(red(37, 20));
    EXPECT_FALSE(red(43, 20));
}

TEST(PageDrawing, BoxesThatAreNoBoxesDoNoHarm) {
    PageDrawing drawing;
    drawing.layout.info = {{1}, 40, 20, 0, {}, LayerVerdict::kNone};
    const float nan = std::numeric_limits<float>::quiet_NaN();
    drawing.images = {{nan, nan, nan, nan}, {-1e30F, -1e30F, 1e30F, 1e30F}, {30, 10, 5, 2}};
    EXPECT_TRUE(drawing_as_image(drawing, image::blank({8}, {4}, image::Channels::kRgb)).consistent());
    EXPECT_THAT(drawing_as_svg(drawing, image::blank({8}, {4}, image::Channels::kRgb)), HasSubstr("</svg>"));
}

}  // namespace
}  // namespace tarang::worker
