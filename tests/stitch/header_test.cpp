#include "pipeline/stitch/header.h"

#include <gtest/gtest.h>

#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

std::int32_t header_rows(const std::vector<std::vector<std::string>>& rows) {
    const Grid grid = test::grid_of(rows);
    return header_rows_of(GridView(grid));
}

TEST(Header, OneLevel) { EXPECT_EQ(header_rows({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}}), 1); }

TEST(Header, TwoLevelsByMergedCells) {
    EXPECT_EQ(header_rows({{"ที่", "งบประมาณ", "<"}, {"^", "ได้รับ", "เบิกจ่าย"}, {"๑", "๕๐๐", "๔๐๐"}}), 2);
}

TEST(Header, TwoLevelsWithoutMergedRows) {
    EXPECT_EQ(header_rows({{"ที่", "งบประมาณ", "<"}, {"", "ได้รับ", "เบิกจ่าย"}, {"๑", "๕๐๐", "๔๐๐"}}), 2);
}

TEST(Header, ThreeLevels) {
    EXPECT_EQ(header_rows({{"ที่", "งบประมาณ", "<", "<"},
                           {"", "ได้รับ", "เบิกจ่าย", "<"},
                           {"", "", "บาท", "ร้อยละ"},
                           {"๑", "๕๐๐", "๔๐๐", "๘๐"}}),
              3);
}

// A stroke further down divides a column, and all cells over it are of two.
TEST(Header, WhatIsMergedAsTheHeaderIsHasNoLevelOfIt) {
    EXPECT_EQ(header_rows({{"ที่", "งบประมาณ", "<"}, {"๑", "๕๐๐", "<"}, {"๒", "๖๐๐", "<"}, {"๓", "๗", "๐๐"}}), 1);
}

// A row that a page break cut, beside a cell merged over all rows of the page.
TEST(Header, TheRestOfARowIsNoHeader) {
    EXPECT_EQ(header_rows({{"", "", "", "และชุมชน"}, {"^", "๒", "อบรม", "ดี"}, {"^", "๓", "ประชุม", "ดี"}}), 0);
}

TEST(Header, WhatIsMergedOverNumberedRecordsIsNone) {
    EXPECT_EQ(header_rows({{"ของชุมชน", "", "", "และวัด"}, {"^", "๒", "อบรม", "ดี"}, {"^", "๓", "ประชุม", "ดี"}}),
              0)
        << "the rest of a text that a page break cut";
    EXPECT_EQ(header_rows({{"ไตรมาส", "<", "ผล"}, {"๑", "๒", "^"}, {"๕", "๖", "ดี"}}), 2)
        << "numbers side by side are columns";
}

TEST(Header, ARowOfColumnNumbersBelongsToIt) {
    EXPECT_EQ(header_rows({{"ที่", "กิจกรรม", "ผล"}, {"(๑)", "(๒)", "(๓)"}, {"๑", "อบรม", "ดี"}}), 2);
}

TEST(Header, ANumberedFirstRowIsNoHeader) { EXPECT_EQ(header_rows({{"๑", "อบรม"}, {"๒", "ประชุม"}}), 0); }

TEST(Header, ATitleOverAllColumnsComesBeforeIt) {
    EXPECT_EQ(header_rows({{"แบบรายงาน", "<"}, {"ที่", "กิจกรรม"}, {"๑", "อบรม"}}), 2);
}

TEST(Header, ASectionOverANumberedRowIsNoTitle) {
    EXPECT_EQ(header_rows({{"โครงการ ก", "<"}, {"๑", "อบรม"}, {"๒", "ประชุม"}}), 0);
}

TEST(Header, IsRepeatedInAnySpelling) {
    const Grid first = test::grid_of({{"ที่", "ปัญหา/อุปสรรค", "ผลการดำเนินงาน"}, {"๑", "", ""}});
    const Grid again = test::grid_of({{"ที่", "ปัญหา\nอุปสรรค", "ผลการ\nดำเนนงาน"}, {"๒", "", ""}});
    const Grid other = test::grid_of({{"ลำดับ", "รายชื่อกรรมการ", "ตำแหน่ง"}, {"๒", "", ""}});
    EXPECT_EQ(repeated_header_rows(GridView(again), GridView(first), 1), 1);
    EXPECT_EQ(repeated_header_rows(GridView(other), GridView(first), 1), std::nullopt);
}

TEST(Header, IsRepeatedInMoreRowsThanTheFirst) {
    const Grid first = test::grid_of({{"ที่", "ความครบถ้วน", "<"}, {"^", "แล้วเสร็จ", "ระหว่างทำ"}, {"๑", "", ""}});
    const Grid again =
        test::grid_of({{"ที่", "ความครบถ้วน", "<"}, {"^", "แล้ว", "ระหว่าง"}, {"^", "เสร็จ", "ทำ"}, {"๒", "", ""}});
    EXPECT_EQ(repeated_header_rows(GridView(again), GridView(first), 2), 3);
}

}  // namespace
}  // namespace tarang::stitch
