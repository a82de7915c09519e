// Breaks in rules, among pieces as they are seen on worn copies. Letters are 5 points high here.
#include "pipeline/layout/pixels/breaks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarang::layout {
namespace {

const PrintMeasure kMeasure{10, 2};

RulePiece lying(Points y, Points start, Points end, bool sure = true) {
    return {{true, y, start, end, 1}, sure};
}

RulePiece standing(Points x, Points start, Points end, bool sure = true) {
    return {{false, x, start, end, 1}, sure};
}

/// Where the rules on one standing line begin and end.
std::vector<std::pair<Points, Points>> standing_at(Points x, const std::vector<RulePiece>& pieces) {
    std::vector<std::pair<Points, Points>> found;
    for (const Rule& rule : without_breaks(pieces, kMeasure)) {
        if (!rule.horizontal && rule.position == x) found.emplace_back(rule.start, rule.end);
    }
    return found;
}

using Stretches = std::vector<std::pair<Points, Points>>;

/// Three rows of two columns; the middle rule is left to the tests.
std::vector<RulePiece> frame() {
    return {lying(0, 0, 200),   lying(60, 0, 200),   lying(120, 0, 200),
            lying(180, 0, 200), standing(0, 0, 180), standing(200, 0, 180)};
}

std::vector<RulePiece> with(std::vector<RulePiece> more) {
    std::vector<RulePiece> pieces = frame();
    pieces.insert(pieces.end(), more.begin(), more.end());
    return pieces;
}

TEST(PixelBreaks, AWideGapIsClosedWhereTheSideOfACellWasMostlySeen) {
    EXPECT_EQ(standing_at(100, with({standing(100, 0, 75), standing(100, 105, 180)})), (Stretches{{0, 180}}));
}

TEST(PixelBreaks, AJoinedCellStaysJoined) {
    EXPECT_EQ(standing_at(100, with({standing(100, 0, 61), standing(100, 119, 180)})),
              (Stretches{{0, 61}, {119, 180}}));
}

TEST(PixelBreaks, ScrapsCountForTheCellThatTheyStandIn) {
    EXPECT_EQ(standing_at(
                  100, with({standing(100, 0, 60), standing(100, 72, 80, false), standing(100, 90, 98, false),
                             standing(100, 106, 114, false), standing(100, 120, 180)})),
              (Stretches{{0, 180}}));
}

TEST(PixelBreaks, ALetterOnTheLineOfAJoinedCellIsNoPieceOfARule) {
    const std::vector<RulePiece> low = {
        lying(0, 0, 200),      lying(60, 0, 200),     lying(80, 0, 200),    lying(140, 0, 200),
        standing(0, 0, 140),   standing(200, 0, 140), standing(100, 0, 60), standing(100, 66, 74, false),
        standing(100, 80, 140)};
    EXPECT_EQ(standing_at(100, low), (Stretches{{0, 60}, {80, 140}}));
}

TEST(PixelBreaks, ALineEndsWhereItsTableEnds) {
    const std::vector<RulePiece> two = {lying(0, 0, 200),     lying(60, 0, 200),      lying(100, 0, 200),
                                        lying(160, 0, 200),   standing(0, 0, 60),     standing(0, 100, 160),
                                        standing(200, 0, 60), standing(200, 100, 160)};
    EXPECT_EQ(standing_at(0, two), (Stretches{{0, 60}, {100, 160}}));
}

TEST(PixelBreaks, ARowThatThePageCutsHasNoRuleBelow) {
    std::vector<RulePiece> cut = frame();
    std::erase_if(cut,
                  [](const RulePiece& piece) { return piece.rule.horizontal && piece.rule.position == 180; });
    cut.push_back(standing(100, 0, 135));
    cut.push_back(standing(100, 160, 180));
    EXPECT_EQ(standing_at(100, cut), (Stretches{{0, 180}}));
}

TEST(PixelBreaks, AnArrowThatEndsInTheMiddleOfACellStaysAsLong) {
    std::vector<RulePiece> months = frame();
    for (const Points x : {50, 100, 150}) months.push_back(standing(x, 0, 180));
    months.push_back(lying(90, 60, 135));
    const std::vector<Rule> rules = without_breaks(months, kMeasure);
    const auto arrow =
        std::find_if(rules.begin(), rules.end(), [](const Rule& rule) { return rule.position == 90; });
    ASSERT_NE(arrow, rules.end());
    EXPECT_EQ(arrow->start, 60);
    EXPECT_EQ(arrow->end, 135);
}

TEST(PixelBreaks, ARuleOverTheWholeTableGoesOnToItsSides) {
    std::vector<RulePiece> pieces = frame();
    for (const Points x : {50, 100, 150}) pieces.push_back(standing(x, 0, 180));
    pieces.push_back(lying(90, 12, 190));
    const std::vector<Rule> rules = without_breaks(pieces, kMeasure);
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [](const Rule& r) { return r.position == 90; });
    ASSERT_NE(rule, rules.end());
    EXPECT_EQ(rule->start, 0);
    EXPECT_EQ(rule->end, 200);
}

TEST(PixelBreaks, DoubledRulesAreTwo) {
    EXPECT_EQ(without_breaks({lying(10, 0, 100), lying(10.8F, 0, 100)}, kMeasure).size(), 2U);
}

TEST(PixelBreaks, WhatIsLeftOfSkewIsOneLine) {
    std::vector<RulePiece> pieces = frame();
    for (Points y = 0; y < 180; y += 30) pieces.push_back(standing(100 + y * 0.002F, y, y + 25));
    const std::vector<Rule> rules = without_breaks(pieces, kMeasure);
    EXPECT_EQ(rules.size(), 7U);
}

}  // namespace
}  // namespace tarang::layout
