// Runs of ink that letters make, and rules that letters touch.
#include "pipeline/layout/pixels/letters_in_runs.h"

#include <gtest/gtest.h>

namespace tarang::layout {
namespace {

const PrintMeasure kMeasure{20, 2};  // letters of 20 pixels, two pixels a point

const InkPiece kUpper{100, 100, 114, 120};
const InkPiece kMark{104, 84, 114, 95};
const InkPiece kLower{101, 126, 115, 146};
const InkPiece kRun{112, 84, 114, 146};

Rule lying(Points y) { return {true, y, 0, 400, 1}; }

TEST(LettersInRuns, StrokesOverOneAnotherAreOfLetters) {
    const std::vector<InkPiece> print{kUpper, kMark, kLower};
    EXPECT_GT(LettersInRuns(print, false, kMeasure).share_of(kRun), 0.8);
    EXPECT_TRUE(LettersInRuns(print, false, kMeasure).without_letters(kRun).empty());
}

TEST(LettersInRuns, FragmentsDotsAndWholeTablesAreNoLetters) {
    const std::vector<InkPiece> print{{112, 84, 114, 104}, {111, 110, 114, 113}, {50, 50, 700, 400}};
    EXPECT_EQ(LettersInRuns(print, false, kMeasure).share_of(kRun), 0);
}

/// What a worn copy leaves of a rule, each piece a few pixels beside the one before.
TEST(LettersInRuns, BentFragmentsOfRulesAreNoLetters) {
    const std::vector<InkPiece> standing{{109, 84, 116, 114}, {111, 116, 118, 146}};
    EXPECT_EQ(LettersInRuns(standing, false, kMeasure).share_of(kRun), 0);
    const std::vector<InkPiece> lying_print{{100, 117, 180, 124}, {182, 119, 259, 126}};
    EXPECT_EQ(LettersInRuns(lying_print, true, kMeasure).share_of({100, 119, 259, 123}), 0);
}

TEST(LettersInRuns, LettersBesideTheRunDoNotCount) {
    const std::vector<InkPiece> print{{90, 100, 112, 120}, {116, 126, 130, 146}};
    EXPECT_EQ(LettersInRuns(print, false, kMeasure).share_of(kRun), 0);
}

TEST(LettersInRuns, FeetOfAWordAreOfLetters) {
    std::vector<InkPiece> print;
    for (int x = 100; x < 260; x += 16) print.push_back({x, 100, x + 13, 120});
    EXPECT_GT(LettersInRuns(print, true, kMeasure).share_of({100, 116, 259, 120}), 0.7);
    EXPECT_EQ(LettersInRuns(print, true, kMeasure).share_of({100, 124, 259, 127}), 0);
}

/// What closing has joined: the rule of the rows above, a letter of the row that spans all columns, the rule
/// of the rows below.
TEST(LettersInRuns, ARuleEndsWhereALetterStands) {
    const std::vector<InkPiece> print{{100, 205, 114, 225}};
    const std::vector<InkPiece> parts =
        LettersInRuns(print, false, kMeasure).without_letters({110, 50, 113, 400});
    EXPECT_EQ(parts, std::vector<InkPiece>({{110, 50, 113, 198}, {110, 232, 113, 400}}));
}

TEST(LettersInRuns, ARuleThatALetterTouchesGoesThroughItsRow) {
    const std::vector<InkPiece> print{{100, 102, 113, 149}};  // between the rules at 100 and at 150
    const InkPiece run{110, 50, 113, 400};
    const std::vector<Rule> rules{lying(50), lying(75)};
    EXPECT_EQ(LettersInRuns(print, false, kMeasure, rules).without_letters(run), std::vector{run});
    const std::vector<Rule> upper{lying(50)};
    EXPECT_EQ(LettersInRuns(print, false, kMeasure, upper).without_letters(run).size(), 2U);
}

}  // namespace
}  // namespace tarang::layout
