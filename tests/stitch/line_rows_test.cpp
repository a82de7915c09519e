// Tables in which each printed line is a ruled row.
#include "pipeline/stitch/line_rows.h"

#include <gtest/gtest.h>

#include "pipeline/stitch/grid_view.h"
#include "pipeline/stitch/stitch.h"
#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::grid_of;
using test::page_of;
using Rows = std::vector<std::vector<std::string>>;

const std::vector<std::string> kHeader{"ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ", "ผล"};

Rows with_header(Rows rows) {
    rows.insert(rows.begin(), kHeader);
    return rows;
}

/// Short lines, so that nothing goes on because a line was full.
Grid with_short_lines(Grid grid) {
    for (GridCell& cell : grid.cells) {
        std::erase_if(cell.lines, [](const TextLine& line) { return line.text.empty(); });
        for (TextLine& line : cell.lines) line.box.right = line.box.left + 40;
    }
    return grid;
}

/// The body's rows, cells parted by '/', lines run together.
std::vector<std::string> rows_of(const std::vector<Rows>& pages) {
    std::vector<PageLayout> layouts;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const Grid grid = with_short_lines(grid_of(with_header(pages[p])));
        layouts.push_back(page_of(static_cast<std::int32_t>(p) + 1, {grid}));
    }
    const StitchedDocument document = stitch(layouts);
    std::vector<std::string> rows;
    for (const LogicalTable& table : document.tables) {
        const std::size_t first = rows.size();
        rows.resize(first + static_cast<std::size_t>(table.rows - table.header_rows));
        for (const LogicalCell& cell : table.cells) {
            if (cell.header) continue;
            std::string& row = rows[first + static_cast<std::size_t>(cell.row - table.header_rows)];
            if (cell.column > 0) row += "/";
            for (const CellPiece& piece : cell.pieces) row += joined_text(piece.lines);
        }
    }
    return rows;
}

TEST(LineRows, ARecordsLinesAreOneRow) {
    EXPECT_EQ(rows_of({{{"๑", "พัฒนาห้องสมุด", "เพื่อให้นักเรียน", "๑๐,๐๐๐", "แล้วเสร็จ"},
                        {"", "มีชีวิตและ", "รักการอ่าน", "", ""},
                        {"", "ทันสมัย", "", "", ""},
                        {"๒", "ค่ายวิชาการ", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                        {"", "ฤดูร้อน", "และส่งเสริม", "", ""}}}),
              (std::vector<std::string>{"๑/พัฒนาห้องสมุดมีชีวิตและทันสมัย/เพื่อให้นักเรียนรักการอ่าน/๑๐,๐๐๐/แล้วเสร็จ",
                                        "๒/ค่ายวิชาการฤดูร้อน/เพื่อพัฒนาและส่งเสริม/๒๕,๐๐๐/แล้วเสร็จ"}));
}

TEST(LineRows, APageMayBeginWithinARecord) {
    EXPECT_EQ(
        rows_of({{{"๑", "พัฒนาห้องสมุด", "เพื่อให้นักเรียน", "๑๐,๐๐๐", "แล้วเสร็จ"}, {"", "มีชีวิต", "และครู", "", ""}},
                 {{"", "ทันสมัย", "รักการอ่าน", "", ""},
                  {"", "ทั้งปี", "", "", ""},
                  {"๒", "ค่ายวิชาการ", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                  {"", "ฤดูร้อน", "และส่งเสริม", "", ""}}}),
        (std::vector<std::string>{"๑/พัฒนาห้องสมุดมีชีวิตทันสมัยทั้งปี/เพื่อให้นักเรียนและครูรักการอ่าน/๑๐,๐๐๐/แล้วเสร็จ",
                                  "๒/ค่ายวิชาการฤดูร้อน/เพื่อพัฒนาและส่งเสริม/๒๕,๐๐๐/แล้วเสร็จ"}));
}

// Activities under a numbered project: each with its own amount, or with words that end.
TEST(LineRows, RowsThatSayMoreThanALineStayRows) {
    EXPECT_EQ(rows_of({{{"๑", "พัฒนาห้องสมุด", "เพื่อให้อ่าน", "๑๐,๐๐๐", "แล้วเสร็จ"},
                        {"", "ซื้อหนังสือและ", "และอื่น ๆ", "๖,๐๐๐", ""},
                        {"", "ซ่อมชั้น", "", "๔,๐๐๐", ""},
                        {"๒", "ค่าย", "เพื่อ", "๒๕,๐๐๐", "แล้วเสร็จ"}}})
                  .size(),
              4U);
    EXPECT_EQ(rows_of({{{"๑", "พัฒนาห้องสมุด", "เพื่อให้อ่าน", "๑๐,๐๐๐", "แล้วเสร็จ"},
                        {"", "ซื้อหนังสือ", "", "", ""},
                        {"", "ซ่อมชั้น", "", "", ""},
                        {"๒", "ค่าย", "เพื่อ", "๒๕,๐๐๐", "แล้วเสร็จ"},
                        {"", "จัดค่าย", "", "", ""}}})
                  .size(),
              5U);
}

// Items of a project with an amount and a result of their own are records, though they have no number.
TEST(LineRows, AnItemWithItsOwnAmountIsARecord) {
    EXPECT_EQ(rows_of({{{"๑", "พัฒนาห้องสมุด", "เพื่อให้นักเรียน", "๑๐,๐๐๐", "แล้วเสร็จ"},
                        {"", "มีชีวิตและ", "รักการอ่าน", "", ""},
                        {"", "ซื้อหนังสือ", "และสื่อ", "๔,๐๐๐", "แล้วเสร็จ"},
                        {"", "ทุกชั้น", "", "", ""},
                        {"๒", "ค่ายวิชาการ", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                        {"", "ฤดูร้อน", "และส่งเสริม", "", ""},
                        {"๓", "ทัศนศึกษา", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                        {"", "ปลายปี", "และส่งเสริม", "", ""},
                        {"๔", "วันเด็ก", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                        {"", "ประจำปี", "และส่งเสริม", "", ""},
                        {"๕", "วันครู", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                        {"", "ประจำปี", "และส่งเสริม", "", ""}}})
                  .size(),
              6U);
}

// One table has too few rows to show the habit; under the same header another shows it.
TEST(LineRows, TablesUnderOneHeaderHaveOneHabit) {
    const auto table = [](const Rows& rows, const char* heading, std::int32_t page) {
        return page_of(page, {with_short_lines(grid_of(with_header(rows)))},
                       {test::line_at(heading, 50, 80)});
    };
    const StitchedDocument document =
        stitch({table({{"๑", "พัฒนาห้องสมุด", "เพื่อให้นักเรียน", "๑๐,๐๐๐", "แล้วเสร็จ"},
                       {"", "มีชีวิตและ", "รักการอ่าน", "", ""},
                       {"", "และทันสมัย", "", "", ""},
                       {"๒", "ค่ายวิชาการ", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                       {"", "ฤดูร้อน", "และส่งเสริม", "", ""}},
                      "งานวิชาการ", 1),
                table({{"๑", "วันเด็ก", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"}, {"", "ประจำปี", "นักเรียน", "", ""}},
                      "งานบริหาร", 2)});
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(document.tables[1].rows, 2);
}

// A sheet that is longer than the paper ends at the top of the next page, above its own heading and header.
TEST(LineRows, ATableGoesOnUnderItsHeadingBelowTheEndOfASheet) {
    const Grid end = with_short_lines(grid_of({{"", "ทันสมัย", "ตลอดปี", "", ""}}, 50, 40));
    const Grid sheet =
        with_short_lines(grid_of(with_header({{"", "และกว้างขวาง", "", "", ""},
                                              {"๒", "ค่ายวิชาการ", "เพื่อพัฒนา", "๒๕,๐๐๐", "แล้วเสร็จ"},
                                              {"", "ฤดูร้อน", "และส่งเสริม", "", ""}}),
                                 50, 120));
    const Grid first = with_short_lines(grid_of(with_header(
        {{"๑", "พัฒนาห้องสมุด", "เพื่อให้นักเรียน", "๑๐,๐๐๐", "แล้วเสร็จ"}, {"", "มีชีวิตและ", "รักการอ่าน", "", ""}})));
    const TextLine heading = test::line_at("๑.๑ งานวิชาการ", 50, 80);
    const StitchedDocument document =
        stitch({page_of(1, {first}, {heading}), page_of(2, {end, sheet}, {heading})});
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 3);  // the header and two records
    EXPECT_EQ(document.tables[0].joins.size(), 2U);
}

const Rows kSeveral{
    {"๑\n\n๒\n๓", "อบรมครู\nทั้งหมด\nจัดซื้อ\nสรุปผล", "เพื่อพัฒนา\n\nเพื่อใช้\nเพื่อรู้", "๑๐\n\n๒๐\n๓๐", "ดี\n\n\nดี"}};

TEST(NumberedRows, WhatSeveralNumbersCountIsSeveralRows) {
    EXPECT_EQ(rows_of({kSeveral}), (std::vector<std::string>{"๑/อบรมครูทั้งหมด/เพื่อพัฒนา/๑๐/ดี", "๒/จัดซื้อ/เพื่อใช้/๒๐/",
                                                             "๓/สรุปผล/เพื่อรู้/๓๐/ดี"}));
}

TEST(NumberedRows, NumbersThatDoNotCountOnDivideNothing) {
    for (const char* numbers : {"๑\n\n๓\n๔", "๑\n\n๑.๑\n๑.๒", "๒\n\nก\n๓"}) {
        Rows rows = kSeveral;
        rows[0][0] = numbers;
        EXPECT_EQ(rows_of({rows}).size(), 1U) << numbers;
    }
}

TEST(NumberedRows, NumbersWithNothingBesideThemDivideNothing) {
    Rows rows = kSeveral;
    rows[0] = {"๑\n\n๒", "อบรมครู\nทั้งหมด", "เพื่อพัฒนา", "๑๐", "ดี"};
    EXPECT_EQ(rows_of({rows}).size(), 1U);
}

/// The rows of a table that numbers none, as "names/amounts", with how far the first column's cells reach.
std::vector<std::string> listed(const std::string& names, const std::string& amounts) {
    const Rows rows{
        {"กลยุทธ์", "โครงการ", "งบประมาณ"}, {"พัฒนาน้ำ", names, amounts}, {"พัฒนาดิน", "ปลูกหญ้า", "5,000"}};
    const StitchedDocument document = stitch({page_of(1, {with_short_lines(grid_of(rows))})});
    const LogicalTable& table = document.tables.at(0);
    std::vector<std::string> result(static_cast<std::size_t>(table.rows - table.header_rows));
    for (const LogicalCell& cell : table.cells) {
        if (cell.header) continue;
        std::string& row = result[static_cast<std::size_t>(cell.row - table.header_rows)];
        if (cell.column == 0) row += std::to_string(cell.row_span);
        for (const CellPiece& piece : cell.pieces)
            row += (cell.column > 0 ? "/" : ":") + joined_text(piece.lines);
    }
    return result;
}

TEST(NumberedRows, AListWithAsManyAmountsIsSeveralRows) {
    EXPECT_EQ(listed("1) ขุดสระ\nหน้าวัด\n2) ลอกคลอง", "3,000\n\n2,000"),
              (std::vector<std::string>{"2:พัฒนาน้ำ/1) ขุดสระหน้าวัด/3,000", "/2) ลอกคลอง/2,000",
                                        "1:พัฒนาดิน/ปลูกหญ้า/5,000"}));
}

TEST(NumberedRows, AListWithoutItsAmountsIsOneRow) {
    EXPECT_EQ(listed("1) ขุดสระ\n2) ลอกคลอง", "5,000").size(), 2U) << "one amount for all";
    EXPECT_EQ(listed("1) ขุดสระ\n2) ลอกคลอง\n3) ทำฝาย", "3,000\n2,000").size(), 2U) << "one lacks its amount";
    EXPECT_EQ(listed("2) ขุดสระ\n3) ลอกคลอง", "3,000\n2,000").size(), 2U) << "not from the first";
    EXPECT_EQ(listed("ขุดสระ\nลอกคลอง", "3,000\n2,000").size(), 2U) << "no list";
    EXPECT_EQ(listed("1.5 กม.\n2.5 กม.", "3,000\n2,000").size(), 2U) << "decimals are no numbers of a list";
}

TEST(NumberedRows, NumbersHaveLevels) {
    for (const char* key : {"๑.๑.๒ (๓)", "๑.๒.๓.๔", "(๓)", "๕.", "12)", "1/2567"})
        EXPECT_EQ(is_key(key), std::string(key) != "1/2567") << key;
    EXPECT_TRUE(is_next_key("๑.๑.๒ (๓)", "๑.๑.๒ (๔)"));
    EXPECT_FALSE(is_next_key("๑.๑.๒ (๓)", "๑.๑.๓ (๔)"));
    EXPECT_FALSE(is_next_key("๑.๒", "๓"));
}

TEST(GridView, TwoLinesInOneKeepWhatWasUnsure) {
    TextLine left = test::line_at("ปี", 0, 0);
    TextLine right = test::line_at("๖๘", 20, 0);
    right.doubts = {{{1, 2}, 0.3F}};
    const TextLine line = in_one(left, right, " ");
    EXPECT_EQ(line.text, "ปี ๖๘");
    EXPECT_EQ(line.doubts, (std::vector<Doubt>{{{4, 5}, 0.3F}}));
}

}  // namespace
}  // namespace tarang::stitch
