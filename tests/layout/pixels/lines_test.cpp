// Lines of print among pieces of ink: marks stay with their letters, however tight the lines are.
#include "pipeline/layout/pixels/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace tarang::layout {
namespace {

using testing::ElementsAre;

constexpr int kLetter = 20;  // pixels

InkPiece piece(int left, int top, int width, int height) { return {left, top, left + width, top + height}; }

/// Ten letters side by side on a baseline.
void add_letters(std::vector<InkPiece>& pieces, int left, int baseline, int height = kLetter) {
    for (int i = 0; i < 10; ++i)
        pieces.push_back(piece(left + i * height, baseline - height, height * 3 / 4, height));
}

std::vector<PixelLine> lines_of_all(const std::vector<InkPiece>& pieces) {
    std::vector<std::size_t> all(pieces.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return pixel_lines(pieces, all, kLetter);
}

std::vector<std::size_t> sorted(std::vector<std::size_t> indices) {
    std::sort(indices.begin(), indices.end());
    return indices;
}

bool holds(const PixelLine& line, std::size_t piece) {
    return std::find(line.pieces.begin(), line.pieces.end(), piece) != line.pieces.end();
}

TEST(PixelLines, LettersOnOneBaselineAreALine) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 10, 140);
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_THAT(sorted(lines[0].pieces), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    EXPECT_EQ(lines[0].baseline, 100);
    EXPECT_EQ(lines[0].top, 80);
    EXPECT_TRUE(lines[0].letters);
    EXPECT_EQ(lines[1].baseline, 140);
}

TEST(PixelLines, MarksStayWithTheirLettersBetweenTightLines) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 10, 133);
    const std::size_t vowel_below = pieces.size();
    pieces.push_back(piece(15, 102, 5, 8));  // 2 under the upper line
    const std::size_t vowel_above = pieces.size();
    pieces.push_back(piece(35, 105, 14, 6));  // 2 over the lower line
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(holds(lines[0], vowel_below));
    EXPECT_TRUE(holds(lines[1], vowel_above));
}

TEST(PixelLines, ToneOverVowelGoesWithTheVowel) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 10, 137);
    pieces.push_back(piece(35, 109, 14, 6));  // vowel, 2 over the lower line
    pieces.push_back(piece(40, 101, 5, 6));   // tone over it, 1 under the upper line
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(holds(lines[1], 20));
    EXPECT_TRUE(holds(lines[1], 21));
}

TEST(PixelLines, TheVowelBelowStaysThoughTheNextLineIsTight) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 10, 135);
    pieces.push_back(piece(15, 101, 6, 10));  // a high one, 1 under the upper line and 4 over the lower
    pieces.push_back(piece(55, 102, 6, 8));   // over a tone of the lower line
    pieces.push_back(piece(57, 112, 3, 2));
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(holds(lines[0], 20));
    EXPECT_TRUE(holds(lines[0], 21));
    EXPECT_TRUE(holds(lines[1], 22));
}

TEST(PixelLines, TheVowelBelowIsNoStoreyOverAToneThatHasItsVowel) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 10, 145);
    pieces.push_back(piece(55, 102, 8, 8));   // 2 under the upper line, 3 over the tone
    pieces.push_back(piece(54, 113, 7, 5));   // tone of the lower line
    pieces.push_back(piece(50, 119, 14, 5));  // its vowel
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(holds(lines[0], 20));
    EXPECT_TRUE(holds(lines[1], 21));
    EXPECT_TRUE(holds(lines[1], 22));
}

TEST(PixelLines, OverATallLetterThePlaceTellsWhoseMarkItIs) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 10, 140);
    pieces[12].top -= 9;                      // run into its vowel
    pieces[16].top -= 9;                      // an ascender
    pieces.push_back(piece(55, 106, 6, 3));   // tone over the vowel, 6 under the upper line
    pieces.push_back(piece(133, 102, 6, 6));  // vowel 2 under the upper line
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(holds(lines[1], 20));
    EXPECT_TRUE(holds(lines[0], 21));
}

TEST(PixelLines, MarksOfAHeadlineAreNoLineThoughTheyAreAsHighAsLetters) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 200, 3 * kLetter);
    pieces.push_back(piece(30, 112, 40, 22));
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].pieces.size(), 11U);
}

TEST(PixelLines, DashAndDotJoinTheWordBesideThem) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 40, 100);
    pieces.push_back(piece(20, 89, 8, 3));
    pieces.push_back(piece(239, 97, 3, 3));
    const auto lines = lines_of_all(pieces);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].pieces.size(), 12U);
    EXPECT_EQ(lines[0].box, piece(20, 80, 222, 20));
}

TEST(PixelLines, ADashAloneIsALineWithoutLetters) {
    const auto lines = lines_of_all({piece(20, 89, 8, 3)});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_FALSE(lines[0].letters);
    EXPECT_EQ(lines[0].box, piece(20, 89, 8, 3));
}

TEST(PixelLines, DashesAreLowAndInTheMiddleOfTheLetters) {
    const std::vector<InkPiece> pieces{
        piece(262, 88, 16, 3), piece(240, 89, 8, 3), piece(20, 96, 8, 3),  // at the feet of the letters
        piece(60, 74, 12, 3),                                              // a mark over them
        piece(252, 87, 4, 3),                                              // a dot
        piece(282, 80, 15, 20)                                             // a letter
    };
    const PixelLine line{{0, 1, 2, 3, 4, 5}, 80, 100, {}, true};
    EXPECT_THAT(dashes_in(line, pieces, kLetter), ElementsAre(0.4, 0.8));
}

TEST(PixelLines, ADashAloneIsKnownByItsShape) {
    const auto lone = [](int width, int height) {
        const std::vector<InkPiece> pieces{piece(50, 90, width, height)};
        return is_lone_dash(lines_of_all(pieces).front(), pieces, kLetter);
    };
    EXPECT_TRUE(lone(9, 4));
    EXPECT_TRUE(lone(40, 3));   // an em dash
    EXPECT_FALSE(lone(5, 5));   // a dot
    EXPECT_FALSE(lone(70, 4));  // the bar of a month
    EXPECT_FALSE(lone(18, 20));
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    pieces.push_back(piece(212, 90, 9, 4));
    EXPECT_FALSE(is_lone_dash(lines_of_all(pieces).front(), pieces, kLetter));
}

TEST(PixelLines, WordsFarApartOnOneBaselineAreTwoLines) {
    std::vector<InkPiece> pieces;
    add_letters(pieces, 10, 100);
    add_letters(pieces, 400, 103);
    EXPECT_EQ(lines_of_all(pieces).size(), 2U);
}

TEST(PixelLines, NothingGivesNothing) { EXPECT_TRUE(lines_of_all({}).empty()); }

}  // namespace
}  // namespace tarang::layout
