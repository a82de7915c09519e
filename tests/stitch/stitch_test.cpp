// Whole documents: which tables there are, which rows, and that no piece is lost.
#include "pipeline/stitch/stitch.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/page_builder.h"

namespace tarang::stitch {
namespace {

using test::grid_of;
using test::line_at;
using test::page_of;

const std::vector<std::string> kHeader{"ที่", "กิจกรรม", "ขั้นตอน"};

const LogicalCell& cell(const LogicalTable& table, int row, int column) {
    for (const LogicalCell& c : table.cells) {
        if (c.row <= row && row < c.row + c.row_span && c.column <= column &&
            column < c.column + c.column_span)
            return c;
    }
    throw std::out_of_range("no cell covers the position");
}

std::string text(const LogicalTable& table, int row, int column) {
    std::string joined;
    for (const CellPiece& piece : cell(table, row, column).pieces) {
        for (const TextLine& line : piece.lines) joined += line.text + "|";
    }
    return joined;
}

TEST(Stitch, ARowOverThreePagesIsOneRowWithThreePieces) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", "๑) ประชุม"}})}),
        page_of(2, {grid_of({kHeader, {"", "", "๒) วางแผน"}})}),
        page_of(3, {grid_of({kHeader, {"", "", "๓) สรุป"}, {"๒", "จัดซื้อ", "-"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables[0];
    EXPECT_EQ(table.rows, 3);
    EXPECT_EQ(table.header_rows, 1);
    EXPECT_EQ(text(table, 1, 2), "๑) ประชุม|๒) วางแผน|๓) สรุป|");
    EXPECT_EQ(cell(table, 1, 2).pieces.size(), 3U);
    EXPECT_EQ(text(table, 2, 1), "จัดซื้อ|");
    ASSERT_EQ(table.joins.size(), 2U);
    EXPECT_EQ(table.joins[1], (Join{1, PageNumber{2}, PageNumber{3}, JoinReason::kListContinues, 0.99F}));
}

TEST(Stitch, RepeatedHeadersAreOneHeaderWithAPieceAPage) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}),
        page_of(2, {grid_of({kHeader, {"๒", "จัดซื้อ", ""}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(cell(document.tables[0], 0, 1).pieces.size(), 2U);
}

// A page may end inside a header.
class CutHeader : public testing::Test {
protected:
    std::vector<std::string> upper_{"ที่", "โครงการ", "รายละเอียดของ", "พ.ศ. 2560", "<"};
    std::vector<std::string> lower_{"", "", "กิจกรรม", "ต.ค.", "พ.ย."};
    std::vector<std::string> first_{"๑", "อบรม", "ประชุม", "", ""};
    std::vector<std::string> second_{"๒", "จัดซื้อ", "สอบราคา", "", ""};

    StitchedDocument read(std::vector<std::vector<std::string>> below, std::vector<TextLine> between = {}) {
        return stitch({page_of(1, {grid_of({upper_})}), page_of(2, {grid_of(below)}, std::move(between))});
    }
};

TEST_F(CutHeader, IsOneHeaderWithTheWordsOfBothPages) {
    const StitchedDocument document = read({lower_, first_, second_});
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables[0];
    EXPECT_EQ(table.header_rows, 2);
    EXPECT_EQ(table.rows, 4);
    EXPECT_EQ(text(table, 0, 2), "รายละเอียดของ|กิจกรรม|") << "a cell that the page cuts is one";
    EXPECT_EQ(text(table, 1, 3), "ต.ค.|");
    EXPECT_EQ(text(table, 2, 1), "อบรม|");
    EXPECT_EQ(cell(table, 0, 3).pieces[0].page, PageNumber{1}) << "the year stands on the page before";
    EXPECT_EQ(cell(table, 2, 1).pieces[0].page, PageNumber{2});
    EXPECT_EQ(cell(table, 2, 1).pieces[0].row, 1) << "of the page's own grid";
    EXPECT_EQ(table.pages, (std::vector<PageNumber>{{1}, {2}}));
}

TEST_F(CutHeader, RowsBelowAWholeHeaderAreRows) {
    lower_ = first_;
    const StitchedDocument document = read({first_, second_});
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].header_rows, 1);
    EXPECT_EQ(text(document.tables[0], 1, 1), "อบรม|");
}

TEST_F(CutHeader, ARepeatedOneThatIsCutIsRepeatedAllTheSame) {
    Grid again = grid_of({{"ที่", "โครงการ", "รายละเอียดของ\nกิจกรรมที่เกิด", "งบ", "ผล"}});
    again.open_bottom = true;
    const StitchedDocument document = stitch(
        {page_of(1,
                 {grid_of({{"ที่", "โครงการ", "รายละเอียดของ\nกิจกรรมที่เกิด\nจากโครงการ", "งบ", "ผล"}, first_})}),
         page_of(2, {again}), page_of(3, {grid_of({{"", "", "จากโครงการ", "", ""}, second_})})});
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(text(document.tables[0], 2, 1), "จัดซื้อ|");
}

// A section, a lone word under a closed header and a header of its own are no rest of one.
TEST_F(CutHeader, NothingElseIsTakenForItsRest) {
    EXPECT_NE(text(read({{"ด้านน้ำ", "<", "<", "<", "<"}, first_, second_}).tables.back(), 0, 2),
              "รายละเอียดของ|ด้านน้ำ|");
    EXPECT_NE(text(read({{"", "ด้านน้ำ", "", "", ""}, first_, second_}).tables[0], 0, 1), "โครงการ|ด้านน้ำ|");
    const StitchedDocument own = read({{"ที่", "รายการ", "จำนวน", "ราคา", "รวม"}, first_, second_});
    EXPECT_EQ(own.tables.size(), 2U);
}

TEST(Stitch, AHeaderPrintedOnceGoesOnWithoutIt) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", "๑) ประชุม"}})}),
        page_of(2, {grid_of({{"", "", "๒) วางแผน"}, {"๒", "จัดซื้อ", "-"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(text(document.tables[0], 1, 2), "๑) ประชุม|๒) วางแผน|");
}

TEST(Stitch, AHeadingBetweenPagesBeginsANewTable) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}, {line_at("ยุทธศาสตร์ที่ ๑", 300, 50)}),
        page_of(2, {grid_of({kHeader, {"๒", "จัดซื้อ", ""}})}, {line_at("ยุทธศาสตร์ที่ ๒", 300, 50)}),
    });
    ASSERT_EQ(document.tables.size(), 2U);
    ASSERT_EQ(document.tables[1].headings.size(), 1U);
    EXPECT_EQ(document.tables[1].headings[0].lines[0].text, "ยุทธศาสตร์ที่ ๒");
}

TEST(Stitch, AnotherTitleOverTheHeaderAgainIsAnotherCard) {
    const auto tables = [](const std::string& second) {
        const Grid grid = test::grid_of({{"๑. สานเสื่อกก", "<"},
                                         {"เป้าหมาย", "งบประมาณ"},
                                         {"๒๐ คน", "๕,๐๐๐"},
                                         {second, "<"},
                                         {"เป้าหมาย", "งบประมาณ"},
                                         {"๓๐ คน", "๗,๐๐๐"}});
        return stitch({test::page_of(1, {grid})}).tables;
    };
    const auto cards = tables("๒. ปั้นโอ่ง");
    ASSERT_EQ(cards.size(), 2U);
    ASSERT_EQ(cards[1].headings.size(), 1U);
    EXPECT_EQ(cards[1].headings[0].lines[0].text, "๒. ปั้นโอ่ง");
    EXPECT_EQ(cards[1].rows, 2) << "the header and its row";
    EXPECT_EQ(tables("๑. สานเสื่อกก").size(), 1U) << "the same title again goes on";
}

TEST(Stitch, HeadingsMayBeCutByThePage) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}, {line_at("ยุทธศาสตร์ที่ ๒", 300, 500)}),
        page_of(2, {grid_of({kHeader, {"๒", "จัดซื้อ", ""}})}, {line_at("โครงการอบรมครู", 300, 50)}),
    });
    ASSERT_EQ(document.tables.size(), 2U);
    ASSERT_EQ(document.tables[1].headings.size(), 2U);
    EXPECT_EQ(document.tables[1].headings[0].lines[0].text, "ยุทธศาสตร์ที่ ๒");
}

// Chromium closes the rest of a merged cell with a rule of its own: one cell of the row is parted.
TEST(Stitch, AStrayRuleInOneCellPartsNoRow) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", "๑) ประชุม"}})}),
        page_of(2, {grid_of({kHeader, {"", "", "๒) วางแผน"}, {"^", "", "^"}, {"๒", "จัดซื้อ", "-"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(text(document.tables[0], 1, 2), "๑) ประชุม|๒) วางแผน|");
    EXPECT_EQ(text(document.tables[0], 3, 1), "จัดซื้อ|");
}

TEST(Stitch, AHeadingMarkedAsContinuedDoesNot) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}, {line_at("โครงการอบรมครู", 300, 50)}),
        page_of(2, {grid_of({kHeader, {"๒", "จัดซื้อ", ""}})}, {line_at("โครงการอบรมครู (ต่อ)", 200, 50)}),
    });
    EXPECT_EQ(document.tables.size(), 1U);
}

TEST(Stitch, PageNumbersDoNotInterrupt) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}, {line_at("- ๑ -", 400, 570)}),
        page_of(2, {grid_of({kHeader, {"๒", "จัดซื้อ", ""}})}, {line_at("- ๒ -", 400, 570)}),
    });
    EXPECT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.furniture.size(), 2U);
}

// Dust and the edge of the glass: a letter or two that stand nowhere else.
TEST(Stitch, SpeckleOfAScanDoesNotInterrupt) {
    std::vector<PageLayout> pages{
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}),
        page_of(2, {grid_of({kHeader, {"๒", "จัดซื้อ", ""}})}, {line_at("~N", 300, 3), line_at("ก.", 10, 90)}),
    };
    EXPECT_EQ(stitch(pages).tables.size(), 2U);
    for (TextBlock& block : pages[1].blocks) block.lines[0].source = Source::kOcr;
    EXPECT_EQ(stitch(pages).tables.size(), 1U);
}

// The title of each page, read with a digit too many once; and a heading that changes.
TEST(Stitch, ATitleReadOtherwiseOnceDoesNotInterruptAndAnotherHeadingDoes) {
    std::vector<PageLayout> pages;
    const char* const titles[] = {"ประจำปี ๒๕๖๗ ครั้งที่ ๑/๒๕๖๗ กองแผนและงบประมาณ",
                                  "ประจำปี ๒๕๖๗ ครั้งที่ ๑/๒๕๖๗ กองแผ๓นและงบประมาณ",
                                  "ประจำปี ๒๕๖๗ ครั้งที่ ๒/๒๕๖๗ กองแผนและงบประมาณ"};
    for (int n = 1; n <= 3; ++n) {
        pages.push_back(
            page_of(n, {grid_of({kHeader, {"๑", "อบรม", ""}}, 50, 200)}, {line_at(titles[n - 1], 100, 120)}));
        pages.back().blocks[0].lines[0].source = Source::kOcr;
    }
    const StitchedDocument document = stitch(pages);
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(document.tables[0].pages.size(), 2U);
}

TEST(Stitch, AHeadingThatLaterPagesRepeatBeginsATable) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}, {line_at("ด้านการเงิน", 50, 80)}),
        page_of(2, {grid_of({kHeader, {"๒", "สอบ", ""}})}, {line_at("ด้านบุคคล", 50, 80)}),
        page_of(3, {grid_of({kHeader, {"๓", "สรุป", ""}})}, {line_at("ด้านบุคคล", 50, 80)}),
    });
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(document.tables[1].pages, (std::vector<PageNumber>{PageNumber{2}, PageNumber{3}}));
}

TEST(Stitch, OtherColumnsAreAnotherTable) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}),
        page_of(2, {grid_of({{"ที่", "รายชื่อ"}, {"๑", "กรรมการ"}})}),
    });
    EXPECT_EQ(document.tables.size(), 2U);
}

TEST(Stitch, AProjectMergedOverRowsGoesOnOverThePage) {
    const StitchedDocument document = stitch({
        page_of(1,
                {grid_of({{"โครงการ", "ที่", "กิจกรรม"}, {"โครงการสุจริต", "๑", "อบรม"}, {"^", "๒", "ประชุม"}})}),
        page_of(2, {grid_of({{"โครงการ", "ที่", "กิจกรรม"}, {"", "๓", "สรุป"}, {"^", "๔", "รายงาน"}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables[0];
    EXPECT_EQ(table.rows, 5);
    EXPECT_TRUE(table.joins.empty());
    const LogicalCell& project = cell(table, 4, 0);
    EXPECT_EQ(project.row, 1);
    EXPECT_EQ(project.row_span, 4);
    EXPECT_EQ(project.pieces.size(), 2U);
}

TEST(Stitch, ARowWithoutANumberThatContinuesNothingIsNoted) {
    const StitchedDocument document = stitch({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", ""}})}),
        page_of(2, {grid_of({kHeader, {"", "", "ขั้นตอนใหม่"}})}),
    });
    ASSERT_EQ(document.findings.size(), 1U);
    EXPECT_EQ(document.findings[0].code, FindingCode::kRowStartsWithoutKey);
    EXPECT_EQ(document.findings[0].page, PageNumber{2});
    EXPECT_EQ(document.tables[0].open_seams, (std::vector<OpenSeam>{{2, PageNumber{1}, PageNumber{2}}}));
}

TEST(Stitch, ARowWithoutAKeyColumnOverThreePagesIsOne) {
    const std::vector<std::string> header{"แนวทาง", "กิจกรรม", "ความก้าวหน้า", "ผล"};
    const StitchedDocument document = stitch({
        page_of(1,
                {grid_of({header, {"ด้านสังคม", "<", "<", "<"}, {"ส่งเสริม", "แต่งตั้ง", "๑) ประชุม", "ต.ค. ๖๖"}})}),
        page_of(2, {grid_of({header, {"", "", "๒) รายงาน", ""}})}),
        page_of(3, {grid_of({header, {"", "", "และแผนงาน", ""}})}),
        page_of(4, {grid_of({header, {"ด้านสังคม", "<", "<", "<"}, {"", "กองทุนเด็ก", "๑) ประชุม", "ม.ค. ๖๗"}})}),
        page_of(5, {grid_of({header, {"", "", "๒) สรุป", ""}})}),
    });
    ASSERT_EQ(document.tables.size(), 1U);
    const LogicalTable& table = document.tables[0];
    EXPECT_EQ(table.rows, 5);
    EXPECT_EQ(text(table, 2, 2), "๑) ประชุม|๒) รายงาน|และแผนงาน|");
    EXPECT_EQ(text(table, 4, 2), "๑) ประชุม|๒) สรุป|");
    ASSERT_EQ(table.joins.size(), 3U);
    EXPECT_EQ(table.joins[1].lower, PageNumber{3});
}

TEST(Stitch, EveryPositionIsCoveredOnceAndEveryLineIsKept) {
    const std::vector<PageLayout> pages{
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", "๑) ประชุม"}, {"รวม", "<", "๕๐๐"}})}),
        page_of(2, {grid_of({kHeader, {"", "", "๒) วางแผน"}, {"ยุทธศาสตร์ที่ ๒", "<", "<"}})}),
    };
    std::size_t printed = 0;
    for (const PageLayout& page : pages) {
        for (const GridCell& c : page.grids[0].cells) printed += c.lines.size();
    }
    const StitchedDocument document = stitch(pages);
    std::size_t kept = 0;
    for (const LogicalTable& table : document.tables) {
        std::vector<int> covered(static_cast<std::size_t>(table.rows * table.columns), 0);
        for (const LogicalCell& c : table.cells) {
            for (const CellPiece& piece : c.pieces) kept += piece.lines.size();
            for (int r = c.row; r < c.row + c.row_span; ++r) {
                for (int k = c.column; k < c.column + c.column_span; ++k) {
                    ++covered[static_cast<std::size_t>(r * table.columns + k)];
                }
            }
        }
        EXPECT_EQ(covered, std::vector<int>(covered.size(), 1));
    }
    EXPECT_EQ(kept, printed);
}

TEST(Stitch, ByPageKeepsEachPartAsPrinted) {
    const StitchedDocument document = by_page({
        page_of(1, {grid_of({kHeader, {"๑", "อบรม", "๑) ประชุม"}})}),
        page_of(2, {grid_of({kHeader, {"", "", "๒) วางแผน"}})}),
    });
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(document.tables[1].rows, 2);
    EXPECT_EQ(text(document.tables[1], 0, 1), "กิจกรรม|");
    EXPECT_TRUE(document.tables[1].joins.empty());
}

PageLayout scanned(PageLayout page) {
    page.info.source = Source::kOcr;
    return page;
}

// A worn copy loses the rule between two rows here and there.
TEST(Stitch, OnAScanNumbersThatCountOnInOneCellAreOfSeveralRows) {
    Grid grid = grid_of({kHeader, {"๑", "อบรม", "-"}, {"^", "จัดซื้อ", "-"}, {"๓", "ประชุม", "-"}});
    auto merged = std::find_if(grid.cells.begin(), grid.cells.end(),
                               [](const GridCell& c) { return c.row == 1 && c.column == 0; });
    ASSERT_EQ(merged->row_span, 2);
    merged->lines.push_back(line_at("๒", merged->box.left, grid.row_edges[2] + 1));
    const StitchedDocument parted = stitch({scanned(page_of(1, {grid}))});
    EXPECT_EQ(text(parted.tables[0], 1, 0), "๑|");
    EXPECT_EQ(text(parted.tables[0], 2, 0), "๒|");
    const StitchedDocument digital = stitch({page_of(1, {grid})});
    EXPECT_EQ(text(digital.tables[0], 2, 0), "๑|๒|");
    merged->lines.back().text = "๕";
    const StitchedDocument other = stitch({scanned(page_of(1, {grid}))});
    EXPECT_EQ(text(other.tables[0], 2, 0), "๑|๕|");
}

}  // namespace
}  // namespace tarang::stitch
