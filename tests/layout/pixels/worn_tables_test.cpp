// Sides of cells that are gone, among rules as they are seen on worn copies. Letters are 5 points high here.
#include "pipeline/layout/pixels/worn_tables.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pipeline/layout/pixels/print_over_sides.h"

namespace tarang::layout {
namespace {

const PrintMeasure kMeasure{10, 2};

Rule lying(Points y, Points start, Points end) { return {true, y, start, end, 1}; }
Rule standing(Points x, Points start, Points end) { return {false, x, start, end, 1}; }

/// A letter around a point, in points.
InkPiece letter(double x, double y) {
    const auto at = [](double points) {
        return static_cast<std::int32_t>(points * kMeasure.pixels_per_point);
    };
    return {at(x - 2), at(y - 2.5), at(x + 2), at(y + 2.5)};
}

/// Letters side by side from `left` to `right`.
std::vector<InkPiece> word(double left, double right, double y) {
    std::vector<InkPiece> letters;
    for (double x = left + 2; x <= right - 2; x += 5) letters.push_back(letter(x, y));
    return letters;
}

/// Four rows of four columns, 30 by 50 points, whose rules are broken by a third. Nothing is left of the
/// right side, of one side between rows and one between columns.
std::vector<Rule> worn_table() {
    std::vector<Rule> rules;
    for (int edge = 0; edge <= 4; ++edge) {
        for (int side = 0; side < 4; ++side) {
            const auto x = static_cast<Points>(50 * side);
            const auto y = static_cast<Points>(30 * side);
            const auto at = static_cast<Points>(edge);
            if (edge != 3 || side != 2) rules.push_back(lying(30 * at, x, side == 3 ? x + 50 : x + 34));
            if (edge != 4 && (edge != 3 || side != 3)) rules.push_back(standing(50 * at, y, y + 20));
        }
    }
    return rules;
}

std::vector<RulePiece> pieces_of(const std::vector<Rule>& rules) {
    std::vector<RulePiece> pieces;
    for (const Rule& rule : rules) pieces.push_back({rule, true});
    return pieces;
}

struct Completed {
    std::vector<Rule> rules;
    std::vector<Rule> presumed;
};

Completed completed(std::vector<Rule> rules, std::span<const InkPiece> print = {}) {
    Completed table;
    const std::vector<RulePiece> pieces = pieces_of(rules);
    table.presumed = complete_worn_tables(rules, pieces, print, kMeasure);
    table.rules = std::move(rules);
    return table;
}

/// Whether one rule covers the side.
bool has(const std::vector<Rule>& rules, const Rule& side) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.horizontal == side.horizontal && std::abs(rule.position - side.position) < 1 &&
               rule.start <= side.start && rule.end >= side.end;
    });
}

TEST(WornTables, ASideOfWhichNothingIsLeftIsPresumedWhereItsLineLeads) {
    const Completed table = completed(worn_table());
    EXPECT_TRUE(has(table.presumed, lying(90, 100, 150)));
    EXPECT_TRUE(has(table.presumed, standing(150, 90, 120)));
}

TEST(WornTables, WhatIsSeenForTheMostPartIsWholeAndNotPresumed) {
    const Completed table = completed(worn_table());
    EXPECT_TRUE(has(table.rules, lying(30, 0, 50)));
    EXPECT_FALSE(has(table.presumed, lying(30, 0, 50)));
}

TEST(WornTables, AnOuterSideThatIsGoneIsWhereTheRulesAcrossEnd) {
    EXPECT_TRUE(has(completed(worn_table()).presumed, standing(200, 30, 60)));
}

TEST(WornTables, PrintOverASideSaysThatItsCellsAreJoined) {
    const std::vector<InkPiece> print = word(120, 190, 105);
    const Completed table = completed(worn_table(), print);
    EXPECT_FALSE(has(table.rules, standing(150, 90, 120)));
    const std::vector<InkPiece> on_rule{letter(125, 90)};
    EXPECT_FALSE(has(completed(worn_table(), on_rule).rules, lying(90, 100, 150)));
}

TEST(WornTables, AHeadingsRowIsOpenedWhereOnlyMendingClosedIt) {
    std::vector<Rule> rules = worn_table();
    std::erase_if(rules,
                  [](const Rule& rule) { return !rule.horizontal && rule.position > 0 && rule.start == 30; });
    const std::vector<RulePiece> pieces = pieces_of(rules);
    for (Rule& rule : rules) {
        if (!rule.horizontal && rule.position == 50 && rule.start == 0) rule.end = 80;
    }
    const std::vector<InkPiece> heading = word(3, 90, 45);
    complete_worn_tables(rules, pieces, heading, kMeasure);
    EXPECT_FALSE(has(rules, standing(50, 30, 60)));
    EXPECT_FALSE(has(rules, standing(150, 30, 60)));
    EXPECT_TRUE(has(rules, standing(50, 0, 30)));
    EXPECT_TRUE(has(rules, standing(50, 60, 90)));
}

TEST(WornTables, ARuleOverSubHeadersEndsWithThem) {
    std::vector<Rule> rules = worn_table();
    std::erase_if(
        rules, [](const Rule& rule) { return rule.horizontal && rule.position == 30 && rule.start < 100; });
    std::erase_if(
        rules, [](const Rule& rule) { return rule.horizontal && rule.position == 30 && rule.start >= 150; });
    const std::vector<InkPiece> over_two = word(120, 180, 15);
    const Completed table = completed(std::move(rules), over_two);
    EXPECT_TRUE(has(table.rules, lying(30, 100, 150)));
    EXPECT_TRUE(has(table.rules, lying(30, 150, 200)));
    EXPECT_FALSE(has(table.rules, lying(30, 0, 50)));
}

TEST(WornTables, ARuleGoesAsFarAsItsShortestRemainsSay) {
    std::vector<Rule> rules = worn_table();
    std::erase_if(
        rules, [](const Rule& rule) { return rule.horizontal && rule.position == 30 && rule.start < 150; });
    rules.push_back(lying(30, 22, 28));
    const Completed table = completed(std::move(rules));
    EXPECT_TRUE(has(table.rules, lying(30, 0, 50)));
    EXPECT_TRUE(has(table.rules, lying(30, 50, 100)));
}

TEST(WornTables, WholeRulesAreLeftAsTheyAre) {
    std::vector<Rule> rules;
    for (int edge = 0; edge <= 4; ++edge) {
        rules.push_back(lying(static_cast<Points>(30 * edge), 0, edge == 2 ? 150 : 200));
        rules.push_back(standing(static_cast<Points>(50 * edge), 0, edge == 2 ? 90 : 120));
    }
    EXPECT_FALSE(any_worn_table(rules, pieces_of(rules), kMeasure));
    EXPECT_EQ(completed(rules).rules, rules);
}

TEST(PrintOverSides, WordsThatStandApartAreTwo) {
    std::vector<InkPiece> print = word(10, 40, 20);
    const std::vector<InkPiece> more = word(80, 120, 20);
    print.insert(print.end(), more.begin(), more.end());
    const PrintOverSides over(print, kMeasure);
    EXPECT_EQ(over.groups_between(0, 200, 0, 40).count, 2U);
    EXPECT_EQ(over.groups_between(0, 200, 30, 60).count, 0U);
    EXPECT_FALSE(over.runs_over(60, 0, 40));
    EXPECT_TRUE(over.runs_over(100, 0, 40));
}

}  // namespace
}  // namespace tarang::layout
