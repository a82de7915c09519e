// Two pages side by side in one picture of a file are two pages of the document.
#include "pipeline/stitch/spreads.h"

#include <gtest/gtest.h>

#include "pipeline/stitch/stitch.h"
#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::grid_of;
using test::page_of;

const std::vector<std::vector<std::string>> kUpper{
    {"ที่", "โครงการ", "งบประมาณ"}, {"๑", "ขุดลอกหนองปลาดุก", "๕,๐๐๐"}, {"๒", "ถมดินลาน", "๗,๐๐๐"}};
const std::vector<std::vector<std::string>> kLower{
    {"ที่", "โครงการ", "งบประมาณ"}, {"", "วัดท่าทราย", ""}, {"๓", "ปลูกป่าชายเลน", "๙,๐๐๐"}};

PageLayout spread_of(int number, Grid left, Grid right) {
    PageLayout page = page_of(number, {std::move(left)});
    page.info.upright = UprightPage{400, 600, {}};
    page.right = RightPage{{410, 600, {1, 0, 400, 0, 1, 0}}, {std::move(right)}, {}};
    return page;
}

TEST(Spreads, APageOfItsOwnIsLeftAsItIs) {
    const std::vector<PageLayout> pages{page_of(1, {grid_of(kUpper)}), page_of(3, {grid_of(kLower)})};
    EXPECT_EQ(with_spreads_apart(pages), pages);
}

TEST(Spreads, BothPagesFollowEachOtherAndAllPagesAreNumberedAnew) {
    PageLayout first = page_of(1, {grid_of(kUpper)});
    PageLayout spread = spread_of(2, grid_of(kUpper), grid_of(kLower));
    spread.findings.push_back({FindingCode::kSpread, PageNumber{2}, std::nullopt, "", "", {}});
    const auto pages = with_spreads_apart({first, spread, page_of(4, {grid_of(kLower)})});
    ASSERT_EQ(pages.size(), 4U);
    const std::vector<std::pair<int, int>> wanted{{1, 1}, {2, 2}, {3, 2}, {5, 4}};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        EXPECT_EQ(pages[i].info.number.value, wanted[i].first);
        EXPECT_EQ(pages[i].info.in_file, PageNumber{wanted[i].second});
    }
    EXPECT_EQ(pages[1].findings.front().page, PageNumber{2});
    EXPECT_EQ(pages[2].grids, spread.right->grids);
    EXPECT_EQ(pages[2].info.upright, spread.right->upright);
    EXPECT_TRUE(pages[2].findings.empty());
}

TEST(Spreads, ATableGoesOnOnTheRightPage) {
    const StitchedDocument document = stitch({spread_of(1, grid_of(kUpper), grid_of(kLower))});
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables.front().rows, 4) << "a row that the spine cuts is whole";
    ASSERT_EQ(document.tables.front().joins.size(), 1U);
    EXPECT_EQ(document.pages.size(), 2U);
}

}  // namespace
}  // namespace tarang::stitch
