// Office files on their way to interpret: headers, and tables that go on.
#include "host/worker/office_document.h"

#include <gtest/gtest.h>

#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::worker {
namespace {

using test::docx;
using test::paragraph;
using test::table;

CleanDocument read(const std::string& bytes) {
    const test::TemporaryFile file(bytes);
    auto document = read_office_document(file.fd(), [](const read::office::Picture&) { return false; });
    EXPECT_EQ(document.index(), 0U);
    return document.index() == 0 ? std::get<0>(std::move(document)).document : CleanDocument();
}

std::vector<std::string> column(const CleanTable& table, std::int32_t wanted) {
    std::vector<std::string> texts;
    for (const CleanCell& cell : table.cells) {
        if (cell.column == wanted) texts.push_back(cell.value.text);
    }
    return texts;
}

const std::vector<std::string> kHeader{"ที่", "กิจกรรม", "ผล"};

TEST(OfficeDocument, HeadersAreFoundByTheirMergedCells) {
    const std::string cells = "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + paragraph("ที่") +
                              "</w:tc><w:tc><w:tcPr>"
                              "<w:gridSpan w:val=\"2\"/></w:tcPr>" +
                              paragraph("งบประมาณ") + "</w:tc>";
    const std::string below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("") + "</w:tc><w:tc>" +
                              paragraph("รัฐ") + "</w:tc><w:tc>" + paragraph("อื่น") + "</w:tc>";
    const std::string body = "<w:tc>" + paragraph("๑") + "</w:tc><w:tc>" + paragraph("5") + "</w:tc><w:tc>" +
                             paragraph("6") + "</w:tc>";
    const CleanDocument document = read(
        docx("<w:tbl><w:tr>" + cells + "</w:tr><w:tr>" + below + "</w:tr><w:tr>" + body + "</w:tr></w:tbl>"));
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].header_rows, 2);
    EXPECT_TRUE(document.tables[0].cells.front().header);
    EXPECT_FALSE(document.tables[0].cells.back().header);
}

TEST(OfficeDocument, ATableGoesOnUnderItsRepeatedTitleOrContinued) {
    const std::string first = paragraph("แผนงานประจำปี") + table({kHeader, {"๑", "อบรม", "ดี"}});
    const std::string second = table({kHeader, {"๒", "นิเทศ", "พอใช้"}});
    for (const std::string& between :
         {paragraph(""), paragraph("แผนงานประจำปี"), paragraph("แผนงานประจำปี (ต่อ)"), paragraph("(ต่อ)")}) {
        const CleanDocument document = read(docx(first + between + second));
        ASSERT_EQ(document.tables.size(), 1U) << between;
        EXPECT_EQ(column(document.tables[0], 0), (std::vector<std::string>{"ที่", "๑", "๒"}));
        EXPECT_EQ(document.tables[0].rows, 3);
    }
    EXPECT_EQ(read(docx(first + paragraph("โครงการที่ ๒") + second)).tables.size(), 2U);
}

TEST(OfficeDocument, OtherColumnsAreAnotherTable) {
    EXPECT_EQ(read(docx(table({kHeader, {"๑", "อบรม", "ดี"}}) + paragraph("") +
                        table({{"รหัส", "ชื่อ", "สี"}, {"1", "a", "b"}})))
                  .tables.size(),
              2U);
}

/// What the writer carried on by hand is one row again; what both parts say is said once.
TEST(OfficeDocument, ARowCarriedOnByHand) {
    const CleanDocument document = read(docx(table({kHeader, {"๑", "อบรมครู", "-"}}) + paragraph("") +
                                             table({kHeader, {"", "(ต่อ) รุ่นที่สอง", "-"}, {"๒", "นิเทศ", "ดี"}})));
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(column(document.tables[0], 1),
              (std::vector<std::string>{"กิจกรรม", "อบรมครู\n(ต่อ) รุ่นที่สอง", "นิเทศ"}));
    EXPECT_EQ(column(document.tables[0], 2), (std::vector<std::string>{"ผล", "-", "ดี"}));
    const auto joined = std::find_if(document.tables[0].cells.begin(), document.tables[0].cells.end(),
                                     [](const CleanCell& cell) { return cell.row == 1 && cell.column == 1; });
    ASSERT_EQ(joined->value.fragments.size(), 2U);
    EXPECT_EQ(joined->value.fragments[1].place->table, 2);
}

/// Sheets of one form are tables of their own: each is another month's or school's.
TEST(OfficeDocument, SheetsAreNotJoined) {
    const std::string sheet =
        "<sheetData>" + test::row_of(1, kHeader) + test::row_of(2, {"1", "ก", "ดี"}) + "</sheetData>";
    EXPECT_EQ(read(test::xlsx({{"ต.ค.", sheet}, {"พ.ย.", sheet}})).tables.size(), 2U);
}

}  // namespace
}  // namespace tarang::worker
