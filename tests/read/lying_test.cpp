#include "pipeline/read/lying.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tarang::read {
namespace {

using testing::ElementsAre;

/// A letter 8 wide and 16 high on a page of 600 x 400 that stands, `along` and `down` its own page.
Glyph letter(Points along, Points down) {
    Glyph glyph;
    glyph.unicode = U"ก";
    glyph.origin = {along, down};
    glyph.advance_x = 8;
    glyph.size = 16;
    glyph.box = {along, down - 12, along + 8, down + 4};
    return glyph;
}

/// The same letter as a page of 400 x 600 shows it that was laid on its right side.
Glyph lying_letter(Points along, Points down) {
    Glyph glyph = letter(along, down);
    glyph.origin = {400 - down, along};
    glyph.advance_x = 0;
    glyph.advance_y = 8;
    glyph.box = {400 - down - 4, along, 400 - down + 12, along + 8};
    glyph.turned = 90;
    return glyph;
}

std::vector<Glyph> letters(std::size_t standing, std::size_t lying, std::int16_t by = 90) {
    std::vector<Glyph> glyphs(standing, letter(0, 20));
    glyphs.insert(glyphs.end(), lying, lying_letter(0, 20));
    for (Glyph& glyph : glyphs) glyph.turned = glyph.turned == 0 ? 0 : by;
    return glyphs;
}

TEST(Lying, NearlyAllLettersDecide) {
    EXPECT_EQ(lies_by({}), 0);
    EXPECT_EQ(lies_by(letters(10, 0)), 0);
    EXPECT_EQ(lies_by(letters(1, 9)), 90);
    EXPECT_EQ(lies_by(letters(1, 9, 180)), 180);
    EXPECT_EQ(lies_by(letters(1, 9, 270)), 270);
    EXPECT_EQ(lies_by(letters(1, 9, Glyph::kSlanted)), 0);
}

// A table of ticks: long headers up its narrow columns, little in its rows.
TEST(Lying, HeadersUpTheirColumnsDoNotTurnThePage) { EXPECT_EQ(lies_by(letters(4, 6)), 0); }

TEST(Lying, WhatCannotBeSeenAndSpacesHaveNoSay) {
    std::vector<Glyph> glyphs = letters(20, 1);
    for (std::size_t i = 0; i < 20; ++i) {
        glyphs[i].invisible = i % 2 == 0;
        if (i % 2 == 1) glyphs[i].unicode = U" ";
    }
    EXPECT_EQ(lies_by(glyphs), 90);
}

TEST(Lying, EverythingStandsUpTogether) {
    Recording recording;
    recording.width = 400;
    recording.height = 600;
    recording.glyphs = {lying_letter(50, 100), letter(200, 300)};
    recording.pieces = {{true, 250, 10, 90, 1}, {false, 30, 40, 60, 2}};
    recording.shapes = {{Shape::Kind::kArea, {10, 20, 30, 60}, 0xFF}};
    recording.images = {{0, 0, 400, 100}};
    const UprightPage page = stand_up(recording, 90);
    EXPECT_EQ(page.width, 600);
    EXPECT_EQ(page.height, 400);
    EXPECT_EQ(recording.glyphs[0], letter(50, 100));
    EXPECT_EQ(recording.glyphs[1].turned, 270);  // what stood lies now
    // The line lay 250 below the top, from 10 to 90: 310 and more from the page's right edge.
    EXPECT_EQ(recording.pieces[0], (RulePiece{false, 250, 310, 390, 1}));
    EXPECT_EQ(recording.pieces[1], (RulePiece{true, 370, 40, 60, 2}));
    EXPECT_EQ(recording.shapes[0].box, (Rect{20, 370, 60, 390}));
    EXPECT_THAT(recording.images, ElementsAre(Rect{0, 0, 100, 400}));
    EXPECT_EQ(recording.width, 400);
}

TEST(Lying, TheWayBackIsThePageAsDisplayed) {
    for (const int lies : {90, 180, 270}) {
        Recording recording;
        recording.width = 400;
        recording.height = 600;
        Glyph glyph = letter(50, 100);
        glyph.turned = static_cast<std::int16_t>(lies);
        recording.glyphs = {glyph};
        const UprightPage page = stand_up(recording, static_cast<std::int16_t>(lies));
        const Point back = page.to_page.apply(recording.glyphs[0].origin.x, recording.glyphs[0].origin.y);
        EXPECT_EQ(back, (Point{50, 100})) << lies;
        EXPECT_EQ(recording.glyphs[0].turned, 0);
        EXPECT_EQ(page.width, lies == 180 ? 400 : 600);
    }
}

}  // namespace
}  // namespace tarang::read
