#include "pipeline/read/turned.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::read {
namespace {

using testing::IsEmpty;

/// A line of glyphs, 8 wide and 16 high, from `origin` in the direction that `turned` gives.
std::vector<Glyph> line(std::u32string_view text, Point origin, std::int16_t turned) {
    const Point step = turned == 90 ? Point{0, 8} : turned == 270 ? Point{0, -8} : Point{8, 0};
    std::vector<Glyph> glyphs;
    for (const char32_t c : text) {
        Glyph glyph;
        glyph.unicode = c;
        glyph.origin = origin;
        glyph.advance_x = step.x;
        glyph.advance_y = step.y;
        glyph.size = 16;
        glyph.turned = turned;
        glyph.box = turned == 90    ? Rect{origin.x - 4, origin.y, origin.x + 12, origin.y + 8}
                    : turned == 270 ? Rect{origin.x - 12, origin.y - 8, origin.x + 4, origin.y}
                                    : Rect{origin.x, origin.y - 12, origin.x + 8, origin.y + 4};
        glyphs.push_back(glyph);
        origin = {origin.x + step.x, origin.y + step.y};
    }
    return glyphs;
}

TurnedText take(const std::vector<Glyph>& glyphs) {
    thai::RepairReport repairs;
    return take_turned(glyphs, {}, repairs);
}

TEST(Turned, UprightTextIsLeftAlone) {
    const auto glyphs = line(U"งาน", {10, 100}, 0);
    const TurnedText result = take(glyphs);
    EXPECT_EQ(result.upright, glyphs);
    EXPECT_THAT(result.runs, IsEmpty());
    EXPECT_EQ(result.left_out, "");
}

TEST(Turned, ARunIsOneClusterInItsOwnOrder) {
    const TurnedText up = take(line(U"ปี ๑", {50, 200}, 270));
    ASSERT_EQ(up.runs.size(), 1U);
    EXPECT_EQ(up.runs[0].text, "ปี ๑");
    EXPECT_EQ(up.runs[0].box, (Rect{38, 168, 54, 200}));
    EXPECT_THAT(up.upright, IsEmpty());
    EXPECT_EQ(up.turned_glyphs, 4U);

    const TurnedText down = take(line(U"ปี ๑", {50, 200}, 90));
    ASSERT_EQ(down.runs.size(), 1U);
    EXPECT_EQ(down.runs[0].text, "ปี ๑");
    EXPECT_EQ(down.runs[0].box, (Rect{46, 200, 62, 232}));
}

TEST(Turned, EachLineAndEachDistantPartIsARun) {
    auto glyphs = line(U"กข", {50, 200}, 270);
    for (const Glyph& g : line(U"คง", {70, 200}, 270)) glyphs.push_back(g);
    for (const Glyph& g : line(U"จฉ", {70, 100}, 270)) glyphs.push_back(g);
    const TurnedText result = take(glyphs);
    ASSERT_EQ(result.runs.size(), 3U);
    EXPECT_EQ(result.runs[0].text, "กข");
    EXPECT_EQ(result.runs[1].text, "คง");
    EXPECT_EQ(result.runs[2].text, "จฉ");
}

TEST(Turned, SlantedTextIsLeftOutAndTold) {
    auto glyphs = line(U"งาน", {10, 100}, 0);
    for (const Glyph& g : line(U"ร่าง", {10, 300}, Glyph::kSlanted)) glyphs.push_back(g);
    const TurnedText result = take(glyphs);
    EXPECT_EQ(result.upright.size(), 3U);
    EXPECT_THAT(result.runs, IsEmpty());
    EXPECT_EQ(result.left_out, "ร่าง");
}

TEST(Turned, HiddenGlyphsStayWhereTheyAreCounted) {
    auto glyphs = line(U"กข", {50, 200}, 270);
    for (Glyph& glyph : glyphs) glyph.invisible = true;
    const TurnedText result = take(glyphs);
    EXPECT_EQ(result.upright, glyphs);
    EXPECT_EQ(result.turned_glyphs, 0U);
}

}  // namespace
}  // namespace tarang::read
