#include "pipeline/layout/ruled/grids.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::horizontal;
using test::vertical;

constexpr Points kText = 12;

/// Cells as (row, column, row span, column span).
using Shape = std::vector<std::array<int, 4>>;

Shape shape_of(const Grid& grid) {
    Shape shape;
    for (const GridCell& cell : grid.cells)
        shape.push_back({cell.row, cell.column, cell.row_span, cell.column_span});
    return shape;
}

std::vector<Rule> two_by_two() {
    return {horizontal(100, 50, 250), horizontal(150, 50, 250), horizontal(200, 50, 250),
            vertical(50, 100, 200),   vertical(150, 100, 200),  vertical(250, 100, 200)};
}

TEST(Grids, FullRulesGiveOneCellAPosition) {
    const std::vector<Grid> grids = ruled_grids(two_by_two(), kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(shape_of(grids[0]), (Shape{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}}));
    EXPECT_EQ(grids[0].outline, (Rect{50, 100, 250, 200}));
    EXPECT_FALSE(grids[0].open_bottom);
}

TEST(Grids, MissingRulesMergeInBothDirections) {
    const std::vector<Rule> rules{
        horizontal(100, 50, 350), horizontal(150, 150, 350), horizontal(200, 50, 350), vertical(50, 100, 200),
        vertical(150, 100, 200),  vertical(250, 150, 200),   vertical(350, 100, 200)};
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(shape_of(grids[0]), (Shape{{0, 0, 2, 1}, {0, 1, 1, 2}, {1, 1, 1, 1}, {1, 2, 1, 1}}));
}

TEST(Grids, DoubleRulesAreOneEdge) {
    // A frame of two lines, and a header that ends with two: no row or column lies between them.
    std::vector<Rule> rules = two_by_two();
    for (const Points y : {97, 203}) rules.push_back(horizontal(y, 47, 253));
    for (const Points x : {47, 253}) rules.push_back(vertical(x, 97, 203));
    rules.push_back(horizontal(153, 50, 250));
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(shape_of(grids[0]), (Shape{{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}}));
}

TEST(Grids, ALastRowWithoutABottomRuleIsARow) {
    std::vector<Rule> rules = two_by_two();
    std::erase_if(rules, [](const Rule& rule) { return rule.horizontal && rule.position == 200; });
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 2);
    EXPECT_TRUE(grids[0].open_bottom);
    EXPECT_FLOAT_EQ(grids[0].row_edges.back(), 200);
}

TEST(Grids, TablesWithoutSideBordersKeepTheirOuterColumns) {
    std::vector<Rule> rules = two_by_two();
    std::erase_if(rules, [](const Rule& rule) { return !rule.horizontal && rule.position != 150; });
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].column_edges, (std::vector<Points>{50, 150, 250}));
}

TEST(Grids, AnUnderlineThatTouchesABorderDividesNothing) {
    std::vector<Rule> rules = two_by_two();
    rules.push_back(horizontal(120, 50, 110));
    ASSERT_EQ(ruled_grids(rules, kText).size(), 1U);
    EXPECT_EQ(ruled_grids(rules, kText)[0].rows(), 2);
}

// Letters that stand in line in the text below a table look like a rule on a scan.
TEST(Grids, ARuleThatEndsAtTheTableDividesNothing) {
    std::vector<Rule> rules{horizontal(100, 50, 250), horizontal(120, 50, 250), horizontal(140, 50, 250),
                            vertical(50, 100, 140),   vertical(150, 100, 140),  vertical(250, 100, 140)};
    const std::vector<Grid> without = ruled_grids(rules, 12);
    rules.push_back(vertical(200, 140, 300));
    ASSERT_EQ(without.size(), 1U);
    const std::vector<Grid> with = ruled_grids(rules, 12);
    ASSERT_EQ(with.size(), 1U);
    EXPECT_EQ(with[0].column_edges, without[0].column_edges);
    EXPECT_EQ(with[0].cells, without[0].cells);
}

// Letters of a title stand in line with some of the table's rules: these seem to run on.
TEST(Grids, FewRulesThatRunOnAddNoRow) {
    std::vector<Rule> rules{horizontal(100, 50, 350), horizontal(120, 50, 350), horizontal(140, 50, 350)};
    for (const Points x : {50, 100, 150, 200, 250, 300, 350}) rules.push_back(vertical(x, 100, 140));
    rules[4] = vertical(100, 70, 140);
    rules[5] = vertical(150, 70, 140);
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].rows(), 2);
    for (std::size_t r = 3; r < rules.size(); ++r) rules[r].start = 70;
    EXPECT_EQ(ruled_grids(rules, kText).at(0).rows(), 3);
}

TEST(Grids, AnArrowOverColumnsDividesNothing) {
    std::vector<Rule> rules = two_by_two();
    rules.push_back(vertical(350, 100, 200));
    for (Rule& rule : rules)
        if (rule.horizontal) rule.end = 350;
    rules.push_back(horizontal(125, 120, 320));  // through the whole middle column
    ASSERT_EQ(ruled_grids(rules, kText).size(), 1U);
    EXPECT_EQ(ruled_grids(rules, kText)[0].rows(), 2);
    rules.back() = horizontal(125, 150, 250);  // from border to border
    EXPECT_EQ(ruled_grids(rules, kText)[0].rows(), 3);
    rules.back() = horizontal(125, 50, 190);  // a border with a break in it
    rules.push_back(horizontal(125, 196, 350));
    EXPECT_EQ(ruled_grids(rules, kText)[0].rows(), 3);
}

// A cell merged over all rows of the page: nothing but its own border stands at the table's side.
TEST(Grids, ASideRuleThatNoRowReachesBelongsToTheTable) {
    std::vector<Rule> rules{horizontal(100, 150, 350), horizontal(150, 150, 350), horizontal(200, 150, 350),
                            vertical(150, 100, 200),   vertical(250, 100, 200),   vertical(350, 100, 200),
                            vertical(50, 100, 200)};
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 1U);
    EXPECT_EQ(grids[0].columns(), 3);
    rules.back() = vertical(50, 100, 170);  // a line of something else
    EXPECT_EQ(ruled_grids(rules, kText)[0].columns(), 2);
}

TEST(Grids, SeveralTablesStandFromTopToBottom) {
    std::vector<Rule> rules;
    for (Rule rule : two_by_two()) {
        rules.push_back(rule);
        if (rule.horizontal)
            rule.position += 200;
        else
            rule.start += 200, rule.end += 200;
        rules.insert(rules.begin(), rule);
    }
    const std::vector<Grid> grids = ruled_grids(rules, kText);
    ASSERT_EQ(grids.size(), 2U);
    EXPECT_FLOAT_EQ(grids[0].outline.top, 100);
    EXPECT_FLOAT_EQ(grids[1].outline.top, 300);
}

TEST(Grids, AFrameAroundATextIsNoTable) {
    const std::vector<Rule> rules{horizontal(100, 50, 250), horizontal(200, 50, 250), vertical(50, 100, 200),
                                  vertical(250, 100, 200)};
    EXPECT_TRUE(ruled_grids(rules, kText).empty());
}

TEST(Grids, AGridInsideACellBelongsToTheCell) {
    std::vector<Rule> rules = two_by_two();
    for (const Rule& rule : {horizontal(110, 60, 140), horizontal(125, 60, 140), horizontal(140, 60, 140),
                             vertical(60, 110, 140), vertical(100, 110, 140), vertical(140, 110, 140)}) {
        rules.push_back(rule);
    }
    EXPECT_EQ(ruled_grids(rules, kText).size(), 1U);
}

}  // namespace
}  // namespace tarang::layout
