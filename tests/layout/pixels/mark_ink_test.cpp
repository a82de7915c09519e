// The ink over a line's letters, mark by mark.
#include "pipeline/layout/pixels/mark_ink.h"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/layout/pixels/two_lines.h"

namespace tarang::layout {
namespace {

using test::kLetter;
using test::TwoLines;

constexpr int kGap = 40;
constexpr int kTop = 100 + kGap;  // of the lower line's letters

std::vector<OverMark> over_lower(const TwoLines& page) {
    const Ink ink = page.ink();
    std::vector<std::size_t> all(ink.pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return marks_over(pixel_lines(ink.pieces, all, kLetter).back(), ink);
}

TEST(MarkInk, NothingStandsOverBareLetters) { EXPECT_TRUE(over_lower(TwoLines(kGap)).empty()); }

TEST(MarkInk, AToneAndItsVowelAreOne) {
    TwoLines page(kGap);
    page.box(30, kTop - 10, 14, 8);
    page.box(70, kTop - 10, 14, 8);
    page.box(76, kTop - 16, 5, 4);
    const auto marks = over_lower(page);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].box, (InkPiece{30, kTop - 10, 44, kTop - 2}));
    EXPECT_EQ(marks[0].ink, 14 * 8);
    EXPECT_FALSE(marks[0].joined);
    EXPECT_EQ(marks[1].box, (InkPiece{70, kTop - 16, 84, kTop - 2}));
    EXPECT_EQ(marks[1].ink, 14 * 8 + 5 * 4);
}

/// A vowel that has run into its letter counts as far as it stands over it, and so does an ascender.
TEST(MarkInk, WhatHangsTogetherWithALetterIsCutOff) {
    TwoLines page(kGap);
    page.box(30, kTop - 10, 14, 10);
    page.box(82, kTop - 9, 3, 9);
    const auto marks = over_lower(page);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_TRUE(marks[0].joined);
    EXPECT_EQ(marks[0].box, (InkPiece{30, kTop - 10, 44, kTop - 2}));
    EXPECT_TRUE(marks[1].joined);
    EXPECT_EQ(marks[1].ink, 3 * 7);
}

}  // namespace
}  // namespace tarang::layout
