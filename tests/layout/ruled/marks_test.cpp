#include "pipeline/layout/ruled/marks.h"

#include <gtest/gtest.h>

#include "pipeline/layout/ruled/grids.h"
#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::horizontal;
using test::vertical;
using Marks = std::vector<CellMark>;

/// Two rows of three columns, 100 wide and 40 high.
class MarksTest : public testing::Test {
protected:
    MarksTest() {
        for (int row = 0; row < 3; ++row) page_.rules.push_back(horizontal(100 + row * 40.0F, 0, 300));
        for (int column = 0; column < 4; ++column) page_.rules.push_back(vertical(column * 100.0F, 100, 180));
    }

    const Marks& marks(std::int32_t row, std::int32_t column) {
        grids_ = ruled_grids(page_.rules, 12);
        add_marks(grids_, page_);
        return grids_.at(0).cells[static_cast<std::size_t>(row * 3 + column)].marks;
    }

    PageReading page_;
    std::vector<Grid> grids_;
};

TEST_F(MarksTest, ALineHasAPartInEachCellThatItCrosses) {
    page_.rules.push_back(horizontal(120, 50, 260));
    EXPECT_EQ(marks(0, 0), (Marks{{CellMark::Kind::kLine, {50, 119.75F, 100, 120.25F}, 0.5F, 0.0125F, 0}}));
    EXPECT_FLOAT_EQ(marks(0, 1).at(0).across, 1);
    EXPECT_FLOAT_EQ(marks(0, 2).at(0).across, 0.6F);
    for (int column = 0; column < 3; ++column) EXPECT_TRUE(marks(1, column).empty());
}

TEST_F(MarksTest, AFigureBelongsToTheRowOfItsMiddle) {
    page_.shapes.push_back({Shape::Kind::kFigure, {20, 130, 40, 145}, 0x102030});
    EXPECT_EQ(marks(0, 0), (Marks{{CellMark::Kind::kFigure, {20, 130, 40, 140}, 0.2F, 0.25F, 0x102030}}));
    EXPECT_TRUE(marks(1, 0).empty());
}

TEST_F(MarksTest, AnAreaShadesEveryCellThatItTouches) {
    page_.shapes.push_back({Shape::Kind::kArea, {100, 100, 200, 180}, 0xCCCCCC});
    EXPECT_EQ(marks(0, 1), (Marks{{CellMark::Kind::kArea, {100, 100, 200, 140}, 1, 1, 0xCCCCCC}}));
    EXPECT_EQ(marks(1, 1), (Marks{{CellMark::Kind::kArea, {100, 140, 200, 180}, 1, 1, 0xCCCCCC}}));
    EXPECT_TRUE(marks(0, 0).empty());
    EXPECT_TRUE(marks(1, 2).empty());
}

TEST_F(MarksTest, BordersAreNoMarks) {
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column) EXPECT_TRUE(marks(row, column).empty());
}

TEST(RulesWithoutArrows, AShaftWithAHeadIsNoRule) {
    PageReading page;
    page.rules = {horizontal(100, 0, 300), horizontal(120, 100, 300), horizontal(140, 0, 300)};
    page.shapes.push_back({Shape::Kind::kFigure, {292, 116, 299, 124}, 0});  // ">" at the second one's end
    page.shapes.push_back({Shape::Kind::kFigure, {292, 126, 299, 138}, 0});  // a tick between the rules
    page.shapes.push_back({Shape::Kind::kArea, {296, 138, 300, 142}, 0});    // a corner that is filled
    EXPECT_EQ(rules_without_arrows(page),
              (std::vector<Rule>{horizontal(100, 0, 300), horizontal(140, 0, 300)}));
}

}  // namespace
}  // namespace tarang::layout
