#include "pipeline/layout/layout.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::layout {
namespace {

using test::append;
using test::clusters_at;
using test::horizontal;
using test::vertical;

PageReading ruled_page() {
    PageReading page;
    page.info.width = 842;
    page.info.height = 595;
    page.rules = {horizontal(100, 50, 250), horizontal(150, 50, 250), vertical(50, 100, 150),
                  vertical(150, 100, 150), vertical(250, 100, 150)};
    return page;
}

std::vector<std::string> texts_of(const GridCell& cell) {
    std::vector<std::string> texts;
    for (const TextLine& line : cell.lines) texts.push_back(line.text);
    return texts;
}

TEST(Layout, WordsEndInTheirCellsAndTheRestInBlocks) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("รายงาน", 60, 80));
    append(page.clusters, clusters_at("๑", 60, 115));
    append(page.clusters, clusters_at("อบรม", 160, 115));
    append(page.clusters, clusters_at("ครู", 160, 130));
    const PageLayout layout = lay_out(page);
    ASSERT_EQ(layout.grids.size(), 1U);
    EXPECT_EQ(texts_of(layout.grids[0].cells[0]), std::vector<std::string>{"๑"});
    EXPECT_EQ(texts_of(layout.grids[0].cells[1]), (std::vector<std::string>{"อบรม", "ครู"}));
    ASSERT_EQ(layout.blocks.size(), 1U);
    EXPECT_EQ(layout.blocks[0].lines[0].text, "รายงาน");
}

TEST(Layout, AWordPrintedOverItsBorderStaysWhole) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("๑๕๙,๑๐๐.๐๐", 99, 115));  // ends at 159, border at 150 inside a digit
    const PageLayout layout = lay_out(page);
    EXPECT_EQ(texts_of(layout.grids[0].cells[0]), std::vector<std::string>{"๑๕๙,๑๐๐.๐๐"});
    EXPECT_TRUE(layout.grids[0].cells[1].lines.empty());
}

TEST(Layout, WordsThatMeetAtABorderStayApart) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("กิจกรรม", 114, 115));  // six letters of 6 points end at the border
    append(page.clusters, clusters_at("ผล", 150, 115));
    const PageLayout layout = lay_out(page);
    EXPECT_EQ(texts_of(layout.grids[0].cells[0]), std::vector<std::string>{"กิจกรรม"});
    EXPECT_EQ(texts_of(layout.grids[0].cells[1]), std::vector<std::string>{"ผล"});
}

// A spreadsheet's text that is too long for its cell runs on over an empty neighbour.
TEST(Layout, WordsThatThePenGoesOnWithStayInTheCellThatTheyBeganIn) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("ยาว 27 ม. ลก", 108, 115));  // the border at 150 stands behind a space
    append(page.clusters, clusters_at("กอง", 230, 115));
    const PageLayout layout = lay_out(page);
    EXPECT_EQ(texts_of(layout.grids[0].cells[0]), std::vector<std::string>{"ยาว 27 ม. ลก"});
    EXPECT_EQ(texts_of(layout.grids[0].cells[1]), std::vector<std::string>{"กอง"});
}

// Browsers let a number run out of a narrow column; the border may stand between two of its digits.
TEST(Layout, ANumberTooLongForItsColumnStaysWhole) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("199,000.-", 114, 115));  // the border at 150 stands before the first 0
    append(page.clusters, clusters_at("แล้ว", 168, 115));        // and the next cell's word touches its end
    const PageLayout layout = lay_out(page);
    EXPECT_EQ(texts_of(layout.grids[0].cells[0]), std::vector<std::string>{"199,000.-"});
    EXPECT_EQ(texts_of(layout.grids[0].cells[1]), std::vector<std::string>{"แล้ว"});

    PageReading mostly_out = ruled_page();
    append(mostly_out.clusters, clusters_at("199,000.-", 132, 115));
    EXPECT_EQ(texts_of(lay_out(mostly_out).grids[0].cells[0]), std::vector<std::string>{"199,000.-"});
}

TEST(Layout, TextsWideApartOnALineOutsideTablesAreTwo) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("สำนักงาน", 60, 60));
    append(page.clusters, clusters_at("หน้า ๓", 400, 60));
    append(page.clusters, clusters_at("ปี", 60, 80));
    append(page.clusters, clusters_at("๒๕๖๗", 90, 80));
    std::vector<std::string> texts;
    for (const TextBlock& block : lay_out(page).blocks) {
        for (const TextLine& line : block.lines) texts.push_back(line.text);
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"สำนักงาน", "หน้า ๓", "ปี ๒๕๖๗"}));
}

TEST(Layout, LinesOnBothSidesOfATableAreTwoBlocks) {
    PageReading page = ruled_page();
    append(page.clusters, clusters_at("ก่อน", 60, 95));
    append(page.clusters, clusters_at("หลัง", 60, 165));
    EXPECT_EQ(lay_out(page).blocks.size(), 2U);
}

}  // namespace
}  // namespace tarang::layout
