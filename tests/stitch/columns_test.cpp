// Pages that draw a table's columns otherwise than the page before, and tables that share a page.
#include "pipeline/stitch/columns.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "pipeline/stitch/stitch.h"
#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::grid_of;
using test::line_at;
using test::page_of;

const std::vector<std::string> kHeader{"ที่", "กิจกรรม", "ระยะเวลา", "ผลการดำเนินงาน", "ปัญหา"};

std::string text(const LogicalTable& table, int row, int column) {
    for (const LogicalCell& cell : table.cells) {
        const bool here = cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
                          column < cell.column + cell.column_span;
        if (!here) continue;
        std::string joined;
        for (const CellPiece& piece : cell.pieces) {
            for (const TextLine& line : piece.lines) joined += line.text + "|";
        }
        return joined;
    }
    throw std::out_of_range("no cell covers the position");
}

void expect_covered_once(const LogicalTable& table) {
    std::vector<int> covered(static_cast<std::size_t>(table.rows * table.columns), 0);
    for (const LogicalCell& cell : table.cells) {
        EXPECT_FALSE(cell.pieces.empty());
        for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
            for (int c = cell.column; c < cell.column + cell.column_span; ++c)
                ++covered[static_cast<std::size_t>(r * table.columns + c)];
        }
    }
    EXPECT_EQ(covered, std::vector<int>(covered.size(), 1));
}

/// Moves the inner edges of a grid, with the cells on both sides and what stands in them.
Grid moved(Grid grid, const std::vector<Points>& by) {
    for (std::size_t e = 0; e < by.size(); ++e) grid.column_edges[e + 1] += by[e];
    for (GridCell& cell : grid.cells) {
        cell.box.left = grid.column_edges[static_cast<std::size_t>(cell.column)];
        cell.box.right = grid.column_edges[static_cast<std::size_t>(cell.column + cell.column_span)];
        for (TextLine& line : cell.lines) {
            const Points width = line.box.width();
            line.box.left = cell.box.left + 2;
            line.box.right = line.box.left + width;
        }
    }
    return grid;
}

TEST(Columns, AnEmptyColumnThatAPageDoesNotDrawIsEmpty) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader,
                             {"๑", "ซื้อหนังสือ", "ต.ค. ๖๖", "แล้วเสร็จ", ""},
                             {"๒", "ประชุมครั้งที่ ๑ และครั้งที่", "พ.ย. ๖๖", "อยู่ระหว่าง", ""}})}),
        page_of(2, {grid_of({{"ที่", "กิจกรรม", "ระยะเวลา", "ผลการดำเนินงาน"},
                             {"", "๒ ณ ห้องประชุม", "", "ดำเนินการ"},
                             {"๓", "ล้างเครื่อง", "ม.ค. ๖๗", "ยังไม่เริ่ม"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables[0];
    EXPECT_EQ(table.rows, 4);
    EXPECT_EQ(text(table, 2, 1), "ประชุมครั้งที่ ๑ และครั้งที่|๒ ณ ห้องประชุม|");
    EXPECT_EQ(text(table, 2, 3), "อยู่ระหว่าง|ดำเนินการ|");
    EXPECT_EQ(text(table, 3, 4), "");
    expect_covered_once(table);
}

TEST(Columns, AColumnInTheMiddleMayBeMissingToo) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "ซื้อหนังสือ", "", "แล้วเสร็จ", "ไม่มี"}})}),
        page_of(2, {grid_of({{"ที่", "กิจกรรม", "ผลการดำเนินงาน", "ปัญหา"}, {"๒", "อบรม", "ดี", "ฝนตก"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(text(document.tables[0], 2, 3), "ดี|");
    EXPECT_EQ(text(document.tables[0], 2, 4), "ฝนตก|");
    expect_covered_once(document.tables[0]);
}

TEST(Columns, AColumnThatTheFirstPageDoesNotDrawComesLater) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({{"ที่", "กิจกรรม", "ระยะเวลา", "ผลการดำเนินงาน"},
                             {"๑", "อบรมครู", "ต.ค. ๖๖", "ประชุมและ"}})}),
        page_of(2, {grid_of({kHeader, {"", "", "", "สรุปผล", ""}, {"๒", "สอบ", "ม.ค. ๖๗", "ดี", "ฝนตก"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables[0];
    EXPECT_EQ(table.columns, 5);
    EXPECT_EQ(text(table, 0, 4), "ปัญหา|");
    EXPECT_EQ(text(table, 1, 3), "ประชุมและ|สรุปผล|");
    EXPECT_EQ(text(table, 2, 4), "ฝนตก|");
    expect_covered_once(table);
}

TEST(Columns, TheSameHeaderOverOtherWidthsGoesOn) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "ซื้อหนังสือ", "", "แล้วเสร็จ", ""}})}),
        page_of(2, {moved(grid_of({kHeader, {"๒", "อบรม", "", "ดี", ""}}), {20, -15, 30, 10})}),
        page_of(3, {moved(grid_of({{"๓", "สอบ", "", "ดี", ""}}), {20, -15, 30, 10})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 4);
}

TEST(Columns, WhereARuleIsLostWordsGoToTheColumnOverThem) {
    Grid lower = grid_of({{"ที่", "กิจกรรม ระยะเวลา", "<", "ผลการดำเนินงาน", "ปัญหา"}, {"๒", "x", "<", "ดี", ""}});
    // Four columns: the second is as wide as two of the table's.
    lower.column_edges.erase(lower.column_edges.begin() + 2);
    for (GridCell& cell : lower.cells) {
        cell.column_span = 1;
        if (cell.column > 1) --cell.column;
        if (cell.row == 1 && cell.column == 1)
            cell.lines = {line_at("อบรม", 152, 130, 50), line_at("ม.ค. ๖๗", 252, 130, 50)};
    }
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "ซื้อหนังสือ", "ต.ค. ๖๖", "แล้วเสร็จ", ""}})}),
        page_of(2, {lower}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(text(document.tables[0], 2, 1), "อบรม|");
    EXPECT_EQ(text(document.tables[0], 2, 2), "ม.ค. ๖๗|");
    expect_covered_once(document.tables[0]);
}

TEST(Columns, ALineThatCutsAHeaderWordIsNone) {
    Grid grid = grid_of({{"ที่", "กิจกร", "รม", "ผล"}, {"๑", "อบรม", "", "ดี"}, {"๒", "", "จัดซื้อ", "ดี"}});
    grid.cells[1].lines[0].box.right = 250;
    grid.cells[2].lines[0].box.left = 250;
    const Grid healed = without_false_columns(grid).value();
    ASSERT_EQ(healed.columns(), 3);
    EXPECT_EQ(joined_text(healed.cells[1].lines), "กิจกรรม");
    EXPECT_EQ(joined_text(healed.cells[4].lines), "อบรม");
    EXPECT_EQ(joined_text(healed.cells[7].lines), "จัดซื้อ");
    // Where rows have words on both sides of it, it divides them.
    grid.cells[6].lines = {line_at("ซื้อ", 252, 115, 40)};
    EXPECT_EQ(without_false_columns(grid), std::nullopt);
}

TEST(Columns, ALineThroughPrintIsNoneWhateverTheWords) {
    Grid grid = grid_of({{"ลำ", "ตับ", "กิจกรรม"}, {"๑", "", "อบรม"}, {"๒", "", "จัดซื้อ"}});
    grid.cells[0].lines[0].box.right = 150;
    grid.cells[1].lines[0].box.left = 150;
    EXPECT_EQ(without_false_columns(grid), std::nullopt) << "two words";
    for (GridCell& cell : grid.cells) {
        for (TextLine& line : cell.lines) line.source = Source::kOcr;
    }
    EXPECT_EQ(without_false_columns(grid).value().columns(), 2);
}

TEST(Columns, ALineThroughWordsOfTwoRowsOfAScanIsNone) {
    Grid grid = grid_of({{"กิจกรรม", "<", "ผล"}, {"แลกเปลี่ยนเรีย", "นรู้", "ดี"}, {"เรีย", "นรู้สิทธิ", "ดี"}});
    for (GridCell& cell : grid.cells) {
        for (TextLine& line : cell.lines) {
            line.source = Source::kOcr;
            if (cell.row > 0 && cell.column == 0) line.box.right = 150;
            if (cell.row > 0 && cell.column == 1) line.box.left = 150;
        }
    }
    EXPECT_EQ(without_false_columns(grid).value().columns(), 2);
    grid.cells[5].lines[0].box.right = 100;  // of the last row the words stand apart
    EXPECT_EQ(without_false_columns(grid), std::nullopt);
}

TEST(Columns, AStrokeThroughAWordMayDivideMoreRows) {
    Grid grid = grid_of({{"กิจกรรม", "<", "ผล"},
                         {"อบรม", "<", "ดี"},
                         {"แลกเปลี่ยนเรีย", "นรู้", "ดี"},
                         {"เรียน", "รู้สิทธิ", "ดี"},
                         {"จัดซื้อ", "<", "ดี"}});
    for (GridCell& cell : grid.cells) {
        for (TextLine& line : cell.lines) line.source = Source::kOcr;
    }
    EXPECT_EQ(without_false_columns(grid), std::nullopt);
    grid.cells[4].lines[0].box.right = 150;
    grid.cells[5].lines[0].box.left = 150;
    EXPECT_EQ(without_false_columns(grid).value().columns(), 2);
}

TEST(Columns, AStrokeThatDividesARowOfAScanIsNone) {
    Grid grid = grid_of({{"ที่", "กิจกรรม", "<", "ผล"},
                         {"๑", "อบรม", "<", "ดี"},
                         {"๒", "จัดซื้อ", "<", "ดี"},
                         {"๓", "ประชุมชี้แจงชั้นเรียนต้น", "แบบ", "ดี"},
                         {"ยุทธศาสตร์ที่ ๒ พัฒนาโครง", "<", "สร้าง", "<"},
                         {"๔", "ซ่อมแซม", "<", "ดี"},
                         {"๕", "ก่อสร้าง", "<", "ดี"},
                         {"๖", "ก่อสร้าง", "<", "ดี"},
                         {"๗", "ก่อสร้าง", "<", "ดี"},
                         {"๘", "ก่อสร้าง", "<", "ดี"},
                         {"๙", "ก่อสร้าง", "<", "ดี"}});
    EXPECT_EQ(without_false_columns(grid), std::nullopt) << "a program's cell may be divided";
    for (GridCell& cell : grid.cells) {
        for (TextLine& line : cell.lines) line.source = Source::kOcr;
    }
    const Grid healed = without_false_columns(grid).value();
    ASSERT_EQ(healed.columns(), 3);
    const GridView view(healed);
    EXPECT_EQ(joined_text(view.at(3, 1).lines), "ประชุมชี้แจงชั้นเรียนต้น แบบ");
    EXPECT_EQ(view.at(4, 0).column_span, 3);
    EXPECT_EQ(joined_text(view.at(4, 2).lines), "ยุทธศาสตร์ที่ ๒ พัฒนาโครง สร้าง");
}

TEST(Columns, AnotherTableIsNotMadeToFit) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "ซื้อหนังสือ", "", "แล้วเสร็จ", ""}})}),
        page_of(2, {grid_of({{"ที่", "รายชื่อ", "ตำแหน่ง", "โทรศัพท์"}, {"๑", "นายหนึ่ง", "ครู", "-"}})}),
    });
    EXPECT_EQ(document.tables.size(), 2U);
}

TEST(Sections, AHeaderThatComesAgainBeginsATableOfItsOwn) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader,
                             {"๑", "ซื้อหนังสือ", "", "แล้วเสร็จ", ""},
                             {"ยุทธศาสตร์ที่ ๒", "<", "<", "<", "<"},
                             kHeader,
                             {"๑", "อบรม", "", "ดี", ""}})}),
    });
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(document.tables[0].rows, 2);
    EXPECT_EQ(document.tables[1].rows, 2);
    ASSERT_EQ(document.tables[1].headings.size(), 1U);
    EXPECT_EQ(document.tables[1].headings[0].lines[0].text, "ยุทธศาสตร์ที่ ๒");
}

TEST(Sections, AHeaderRepeatedWithoutAHeadingBelongsToTheTable) {
    const StitchedDocument document = stitch({
        page_of(
            1, {grid_of({kHeader, {"๑", "ซื้อหนังสือ", "", "แล้วเสร็จ", ""}, kHeader, {"", "อบรม", "", "ดี", ""}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(document.tables[0].pages, std::vector<PageNumber>{PageNumber{1}});
    EXPECT_TRUE(document.tables[0].joins.empty());  // nothing but a page's end cuts rows
}

}  // namespace
}  // namespace tarang::stitch
