// What stitch counted as pages of their own are places on the file's one page again.
#include "pipeline/normalize/spreads.h"

#include <gtest/gtest.h>

#include "pipeline/normalize/normalize.h"
#include "tests/support/page_builder.h"

namespace tarang::normalize {
namespace {

using test::line_at;

PageInfo page_of(int number, int in_file, Points left) {
    PageInfo page;
    page.number = PageNumber{number};
    page.width = 800;
    page.height = 600;
    page.upright = UprightPage{400, 600, {1, 0, left, 0, 1, 0}};
    page.in_file = PageNumber{in_file};
    return page;
}

/// One cell of two rows, on the left page and on the right one, before a page of its own.
StitchedDocument spread() {
    StitchedDocument document;
    document.pages = {page_of(1, 1, 0), page_of(2, 1, 400), page_of(3, 2, 0)};
    LogicalTable table;
    table.columns = table.rows = 1;
    table.pages = {{1}, {2}, {3}};
    table.joins = {{0, {1}, {2}}, {0, {2}, {3}}};
    LogicalCell cell{0, 0, 1, 1, false, {}};
    for (const int page : {1, 2, 3}) {
        cell.pieces.push_back({PageNumber{page}, {0, 0, 100, 60}, {line_at("ประชุมคณะ", 2, 0, 96)}, page, 2});
        cell.pieces.back().marks.push_back({CellMark::Kind::kLine, {10, 0, 20, 5}});
    }
    table.cells.push_back(std::move(cell));
    document.tables.push_back(std::move(table));
    document.findings.push_back(
        {FindingCode::kRowStartsWithoutKey, PageNumber{3}, std::nullopt, "", "", {"3"}});
    return document;
}

TEST(Spreads, PlacesAreThoseOfTheFilesPage) {
    const CleanDocument document = normalize(spread());
    ASSERT_EQ(document.pages.size(), 2U);
    EXPECT_EQ(document.pages[1].number, PageNumber{2});
    EXPECT_FALSE(document.pages[0].in_file.has_value());
    const CleanTable& table = document.tables.front();
    EXPECT_EQ(table.pages, (std::vector<PageNumber>{{1}, {2}}));
    const std::vector<Fragment>& fragments = table.cells.front().value.fragments;
    ASSERT_EQ(fragments.size(), 3U);
    EXPECT_EQ(fragments[0].region, (Region{PageNumber{1}, {2, 0, 98, 12}, {}}));
    EXPECT_EQ(fragments[1].region, (Region{PageNumber{1}, {402, 0, 498, 12}, {}}));
    EXPECT_EQ(fragments[2].region.page, PageNumber{2});
    EXPECT_EQ(table.joins[0].lower, PageNumber{1});
    EXPECT_EQ(table.joins[1].lower, PageNumber{2});
    EXPECT_EQ(document.findings.front().page, PageNumber{2});
    EXPECT_EQ(document.findings.front().arguments, std::vector<std::string>{"2"});
}

TEST(Spreads, RowsAndMarksOfTheRightPageLieBeyondThoseOfTheLeft) {
    const CleanDocument document = normalize(spread());
    const CleanCell& cell = document.tables.front().cells.front();
    EXPECT_EQ(cell.value.fragments[0].row, 1);
    EXPECT_EQ(cell.value.fragments[1].row, 4);
    EXPECT_EQ(cell.value.fragments[2].row, 3);
    ASSERT_EQ(cell.marks.size(), 3U);
    EXPECT_EQ(cell.marks[1].page, PageNumber{1});
    EXPECT_EQ(cell.marks[1].mark.box.left, 410);
    EXPECT_EQ(cell.marks[1].region.box.left, 410);
    EXPECT_EQ(cell.marks[2].mark.box.left, 10);
}

}  // namespace
}  // namespace tarang::normalize
