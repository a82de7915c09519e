// Sheets wider than the paper: columns that other pages print.
#include "pipeline/stitch/side_pages.h"

#include <gtest/gtest.h>

#include "pipeline/stitch/stitch.h"
#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::grid_of;
using test::page_of;

const std::vector<std::vector<std::string>> kLeft{{"ที่", "โครงการ", "งบประมาณ", "<"},
                                                  {"^", "^", "ตามแผน", "โอน"},
                                                  {"๑", "ขุดลอกหนองปลาดุก", "๕,๐๐๐", "-"},
                                                  {"๒", "ถมดินลานวัด", "๗,๐๐๐", "๑๐๐"},
                                                  {"๓", "ปลูกป่าชายเลน", "๙,๐๐๐", "-"}};
const std::vector<std::vector<std::string>> kRight{
    {"", "หมายเหตุ"}, {"หลังโอน", "^"}, {"๕,๐๐๐", "เสร็จ"}, {"๗,๑๐๐", ""}, {"๙,๐๐๐", "รอ"}};

const LogicalCell& cell_at(const LogicalTable& table, std::int32_t row, std::int32_t column) {
    for (const LogicalCell& cell : table.cells) {
        if (cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
            column < cell.column + cell.column_span)
            return cell;
    }
    throw std::out_of_range("no cell covers the position");
}

TEST(SidePages, ColumnsOfTheNextPageStandBesideTheirRows) {
    const StitchedDocument document =
        stitch({page_of(1, {grid_of(kLeft)}), page_of(2, {grid_of(kRight, 30)})});
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables.front();
    EXPECT_EQ(table.columns, 6);
    EXPECT_EQ(table.rows, 5);
    EXPECT_EQ(table.pages, (std::vector<PageNumber>{{1}, {2}}));
    const LogicalCell& after = cell_at(table, 3, 4);
    EXPECT_EQ(after.pieces.front().lines.front().text, "๗,๑๐๐");
    EXPECT_EQ(after.pieces.front().page, PageNumber{2});
    EXPECT_EQ(after.pieces.front().box, (Rect{30, 145, 130, 160})) << "where its own page prints it";
    EXPECT_EQ(after.pieces.front().lines.front().box.left, 32);
    EXPECT_EQ(cell_at(table, 3, 1).pieces.front().page, PageNumber{1});
    EXPECT_EQ(cell_at(table, 0, 4).pieces.front().lines.front().text, "งบประมาณ")
        << "a header over both sides of the paper's edge";
}

TEST(SidePages, ThePagesOfASheetRunDownBeforeTheyRunRight) {
    std::vector<std::vector<std::string>> lower{{"๔", "อบรมแกนนำ", "๑,๐๐๐", "-"},
                                                {"๕", "ซ่อมศาลา", "๒,๐๐๐", "-"},
                                                {"๖", "ทาสีรั้ว", "๓,๐๐๐", "-"},
                                                {"๗", "ตรวจน้ำดื่ม", "๔,๐๐๐", "-"}};
    std::vector<std::vector<std::string>> right{
        {"๑,๐๐๐", "ก"}, {"๒,๐๐๐", "ข"}, {"๓,๐๐๐", "ค"}, {"๔,๐๐๐", "ง"}};
    const StitchedDocument document =
        stitch({page_of(1, {grid_of(kLeft)}), page_of(2, {grid_of(lower)}), page_of(3, {grid_of(kRight, 30)}),
                page_of(4, {grid_of(right, 30)})});
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables.front().rows, 9);
    EXPECT_EQ(cell_at(document.tables.front(), 8, 5).pieces.front().lines.front().text, "ง");
}

TEST(SidePages, ATableOfItsOwnIsNoSide) {
    const auto tables = [](const std::vector<std::vector<std::string>>& other, Points top) {
        return stitch({page_of(1, {grid_of(kLeft)}), page_of(2, {grid_of(other, 30, top)})}).tables.size();
    };
    std::vector<std::vector<std::string>> numbered = kRight;
    const std::vector<std::string> numbers{"ที่", "^", "๑", "๒", "๓"};
    for (std::size_t row = 0; row < numbered.size(); ++row) numbered[row][0] = numbers[row];
    EXPECT_EQ(tables(numbered, 100), 2U) << "it numbers its own rows";
    EXPECT_EQ(tables(kRight, 130), 2U) << "its rules are others";
}

}  // namespace
}  // namespace tarang::stitch
