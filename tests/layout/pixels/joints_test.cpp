// Print of two tight lines that has run into one piece of ink.
#include "pipeline/layout/pixels/joints.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/layout/pixels/two_lines.h"

namespace tarang::layout {
namespace {

using test::kLetter;
using test::TwoLines;

std::vector<PixelLine> lines_of(const Ink& ink) {
    std::vector<std::size_t> all(ink.pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return pixel_lines(ink.pieces, all, kLetter);
}

TEST(PixelJoints, AVowelBelowThatTouchesATallLetterOfTheNextLineIsParted) {
    TwoLines page(25);
    page.box(32, 102, 8, 10);  // the vowel under the upper line
    page.box(34, 112, 4, 15);  // the lower line's ascender
    Ink ink = page.ink();
    const std::vector<PixelLine> lines = lines_of(ink);
    ASSERT_EQ(lines.size(), 2U);
    const std::vector<Joint> joints = joints_between(lines, ink);
    ASSERT_EQ(joints.size(), 1U);
    EXPECT_EQ(ink.pieces[joints[0].piece], (InkPiece{30, 102, 45, 145}));
    EXPECT_EQ(joints[0].cut, 112);

    const auto [upper, lower] = parted(lines, joints[0], ink);
    EXPECT_EQ(upper.box, (InkPiece{10, 80, 205, 112}));
    EXPECT_EQ(lower.box, (InkPiece{10, 112, 205, 145}));
    EXPECT_EQ(upper.pieces.size(), 11U);
    EXPECT_EQ(lower.pieces.size(), 10U);
}

TEST(PixelJoints, AscendersAndMarksOfOneLineAreNoJoints) {
    TwoLines page(25);
    page.box(34, 112, 4, 15);  // an ascender
    page.box(74, 102, 8, 8);   // a vowel below
    page.box(114, 115, 8, 8);  // a vowel above
    const Ink ink = page.ink();
    EXPECT_TRUE(joints_between(lines_of(ink), ink).empty());
}

TEST(PixelJoints, LinesFarApartHaveNone) {
    TwoLines page(45);
    page.box(32, 102, 8, 46);
    const Ink ink = page.ink();
    EXPECT_TRUE(joints_between(lines_of(ink), ink).empty());
}

}  // namespace
}  // namespace tarang::layout
