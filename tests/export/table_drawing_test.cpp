// A table drawn as a grid: where its cells lie, and how their words are broken.
#include "host/export/report/table_drawing.h"

#include <gtest/gtest.h>

namespace tarang::exporting {
namespace {

CleanCell cell(std::int32_t row, std::int32_t column, std::string text, std::int32_t row_span = 1,
               std::int32_t column_span = 1) {
    CleanCell made;
    made.row = row;
    made.column = column;
    made.row_span = row_span;
    made.column_span = column_span;
    made.value.text = std::move(text);
    made.value.fragments.emplace_back().place = Place{.sheet = "s", .row = row + 1, .column = column + 1};
    return made;
}

CleanTable table_of(std::int32_t rows, std::int32_t columns, std::vector<CleanCell> cells) {
    CleanTable table;
    table.rows = rows;
    table.columns = columns;
    table.header_rows = 1;
    table.cells = std::move(cells);
    return table;
}

TEST(TableDrawing, CellsLieBesideAndBelowEachOther) {
    const DrawnTable drawn = drawing_of(
        table_of(2, 3, {cell(0, 0, "ที่", 2), cell(0, 1, "งบ", 1, 2), cell(1, 1, "รัฐ"), cell(1, 2, "อื่น\nอีก")}),
        {});
    ASSERT_EQ(drawn.cells.size(), 4U);
    const Rect& number = drawn.cells[0].box;
    const Rect& money = drawn.cells[1].box;
    const Rect& state = drawn.cells[2].box;
    const Rect& other = drawn.cells[3].box;
    EXPECT_EQ(number.right, money.left);
    EXPECT_EQ(money.bottom, state.top);
    EXPECT_EQ(number.bottom, other.bottom);
    EXPECT_EQ(state.right, other.left);
    EXPECT_EQ(money.right, other.right);
    EXPECT_EQ(drawn.cells[3].lines.size(), 2U);
    EXPECT_EQ(other.height(), 2 * kDrawnLine + 2 * kDrawnPadding);
    EXPECT_EQ(drawn.width, other.right + kDrawnMargin);
    EXPECT_EQ(drawn.cells[2].places.at(0).row, 2);
}

/// Lines end where words do, and each holds as much as the cell is wide.
TEST(TableDrawing, LongTextsAreBrokenAtWords) {
    const std::string text = "ดำเนินการจัดประชุมคณะกรรมการสถานศึกษาขั้นพื้นฐาน (ครั้งที่หนึ่ง)";
    const DrawnTable drawn = drawing_of(table_of(1, 2, {cell(0, 0, text), cell(0, 1, "พ.ย.")}), {});
    const std::vector<std::string>& lines = drawn.cells[0].lines;
    ASSERT_GE(lines.size(), 2U);
    std::string joined;
    for (const std::string& line : lines) joined += line;
    EXPECT_EQ(joined, text);
    for (const std::string& line : lines) EXPECT_FALSE(line.ends_with("("));
    EXPECT_EQ(drawn.cells[1].lines, (std::vector<std::string>{"พ.ย."}));
    CleanTable narrow = table_of(1, 1, {cell(0, 0, "ก.ค. 67 - ส.ค. 67")});
    narrow.widths = {60};
    EXPECT_EQ(drawing_of(narrow, {}).cells[0].lines, (std::vector<std::string>{"ก.ค. 67 ", "- ส.ค. ", "67"}));
}

TEST(TableDrawing, AWordWiderThanItsCellIsBrokenAnywhere) {
    const DrawnTable drawn = drawing_of(table_of(1, 1, {cell(0, 0, std::string(200, 'x'))}), {});
    EXPECT_GE(drawn.cells[0].lines.size(), 3U);
}

/// A heading inside a sheet makes no column wide.
TEST(TableDrawing, WhatStandsAloneInItsRowRunsOverFreeCells) {
    const DrawnTable drawn =
        drawing_of(table_of(2, 3,
                            {cell(0, 0, "ที่"), cell(0, 1, "กิจกรรมตามแผนงาน"), cell(0, 2, "งบประมาณที่ได้รับจัดสรร"),
                             cell(1, 0, "ยุทธศาสตร์ที่หนึ่ง พัฒนาครู"), cell(1, 1, ""), cell(1, 2, "")}),
                   {});
    EXPECT_LT(drawn.cells[0].box.width(), 60);
    EXPECT_EQ(drawn.cells[3].lines.size(), 1U);
}

TEST(TableDrawing, OfALongTableTheRowsAboutOneAreDrawn) {
    std::vector<CleanCell> cells;
    for (std::int32_t row = 0; row < 1000; ++row) cells.push_back(cell(row, 0, std::to_string(row)));
    cells.push_back(cell(499, 1, "a", 400));
    const CleanTable table = table_of(1000, 2, std::move(cells));
    const DrawnTable drawn = drawing_of(table, {}, 500);
    EXPECT_LT(drawn.cells.size(), 200U);
    EXPECT_EQ(drawn.rows_left_out, 1000 - 121);
    EXPECT_EQ(drawn.cells[0].lines.at(0), "0");
    EXPECT_EQ(drawn.cells[1].lines.at(0), "460");
    EXPECT_EQ(drawn.cells.back().box.bottom, drawn.height - kDrawnMargin);
}

TEST(TableDrawing, ColumnsAreAsWideAsTheFileSays) {
    CleanTable table = table_of(1, 2, {cell(0, 0, "กิจกรรมตามแผนงานประจำปี"), cell(0, 1, "งบ")});
    table.widths = {80, 160};
    const DrawnTable drawn = drawing_of(table, {});
    EXPECT_EQ(drawn.cells[0].box.width(), 80);
    EXPECT_EQ(drawn.cells[1].box.width(), 160);
    EXPECT_GE(drawn.cells[0].lines.size(), 2U);
    // Larger, at the same proportions, where a number would be broken.
    table.cells[1].value.text = "1,234,567,890,123,456.00 (บาท)";
    const DrawnTable larger = drawing_of(table, {});
    EXPECT_GT(larger.cells[0].box.width(), 80);
    EXPECT_NEAR(larger.cells[1].box.width(), 2 * larger.cells[0].box.width(), 0.1);
    EXPECT_EQ(larger.cells[1].lines.at(0), "1,234,567,890,123,456.00 ");
    table.cells[1].value.text = "งบ";
    table.widths = {80};  // of other columns
    EXPECT_NE(drawing_of(table, {}).cells[0].box.width(), 80);
}

TEST(TableDrawing, LinesStandOverTheTable) {
    Field line;
    line.text = "แผนงาน";
    const DrawnTable drawn = drawing_of(table_of(1, 1, {cell(0, 0, "ที่")}), {line});
    ASSERT_EQ(drawn.cells.size(), 2U);
    EXPECT_FALSE(drawn.cells[0].framed);
    EXPECT_LT(drawn.cells[0].box.top, drawn.cells[1].box.top);
}

TEST(TableDrawing, SvgHoldsTextsAsTexts) {
    const std::string svg = svg_of(drawing_of(table_of(1, 1, {cell(0, 0, "<b> & ก")}), {}));
    EXPECT_NE(svg.find("&lt;b&gt; &amp; ก"), std::string::npos);
    EXPECT_NE(svg.find("<title>s!A1</title>"), std::string::npos);
    EXPECT_TRUE(svg.starts_with("<svg") && svg.ends_with("</svg>\n"));
}

}  // namespace
}  // namespace tarang::exporting
