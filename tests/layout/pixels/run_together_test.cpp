// Letters of two lines in one piece of ink.
#include "pipeline/layout/pixels/run_together.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "pipeline/layout/pixels/lines.h"
#include "tests/layout/pixels/two_lines.h"

namespace tarang::layout {
namespace {

using test::kLetter;
using test::TwoLines;

std::vector<std::size_t> all_of(const Ink& ink) {
    std::vector<std::size_t> all(ink.pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
}

bool has(const Ink& ink, const std::vector<std::size_t>& group, const InkPiece& piece) {
    return std::any_of(group.begin(), group.end(), [&](std::size_t i) { return ink.pieces[i] == piece; });
}

TEST(RunTogether, AFootOnATallLetterIsCutAtTheFoot) {
    TwoLines page(24);
    page.box(54, 100, 3, 24);  // as wide everywhere: the upper letter and an ascender of the lower
    Ink ink = page.ink();
    std::vector<std::size_t> group = all_of(ink);
    EXPECT_NE(pixel_lines(ink.pieces, group, kLetter).size(), 2U);

    part_run_together(ink, group, kLetter);
    EXPECT_EQ(pixel_lines(ink.pieces, group, kLetter).size(), 2U);
    EXPECT_TRUE(has(ink, group, {50, 80, 65, 103}));
    EXPECT_TRUE(has(ink, group, {50, 103, 65, 144}));
    EXPECT_EQ(group.size(), 20U);
}

TEST(RunTogether, AVowelBelowOnAMarkIsCutWhereItIsNarrow) {
    TwoLines page(24);
    page.box(52, 100, 8, 9);
    page.box(54, 109, 2, 1);
    page.box(52, 110, 8, 14);
    Ink ink = page.ink();
    std::vector<std::size_t> group = all_of(ink);
    part_run_together(ink, group, kLetter);
    EXPECT_TRUE(has(ink, group, {50, 80, 65, 109}));
    EXPECT_TRUE(has(ink, group, {50, 109, 65, 144}) || has(ink, group, {50, 110, 65, 144}));
}

TEST(RunTogether, TheCutGoesRoundWhatBelongsToEitherLine) {
    TwoLines page(24);
    page.box(30, 80, 38, 6);   // a word in one piece
    page.box(50, 100, 4, 24);  // that touches the next line here
    page.box(32, 100, 8, 14);  // and has a vowel below there
    Ink ink = page.ink();
    std::vector<std::size_t> group = all_of(ink);
    part_run_together(ink, group, kLetter);
    EXPECT_TRUE(has(ink, group, {30, 80, 68, 114}));
    EXPECT_TRUE(has(ink, group, {50, 103, 65, 144}));
}

TEST(RunTogether, AVowelBelowOnAMarkThatTouchesNoLetterIsCut) {
    TwoLines page(24);
    page.box(52, 100, 8, 11);
    page.box(52, 112, 8, 11);
    page.box(54, 111, 2, 1);
    Ink ink = page.ink();
    std::vector<std::size_t> group = all_of(ink);
    part_run_together(ink, group, kLetter);
    EXPECT_TRUE(has(ink, group, {50, 80, 65, 111}) || has(ink, group, {50, 80, 65, 112}));
    EXPECT_TRUE(has(ink, group, {52, 112, 60, 123}) || has(ink, group, {52, 111, 60, 123}));
}

TEST(RunTogether, LettersWithMarksOfOneLineStayWhole) {
    TwoLines page(24);
    page.box(54, 62, 8, 18);   // marks over
    page.box(74, 100, 8, 10);  // and a vowel under a letter
    page.box(78, 66, 4, 14);
    page.box(250, 80, 9, 64);  // a stroke far from both lines
    Ink ink = page.ink();
    std::vector<std::size_t> group = all_of(ink);
    const std::vector<std::size_t> before = group;
    part_run_together(ink, group, kLetter);
    EXPECT_EQ(group, before);
}

}  // namespace
}  // namespace tarang::layout
