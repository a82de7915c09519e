// XLSX: cells as they are seen and as they are stored, and the tables of a sheet.
#include <gtest/gtest.h>

#include "pipeline/read/office/numbering.h"
#include "pipeline/read/office/office.h"
#include "pipeline/read/office/sheet.h"
#include "tests/read/office/read_bytes.h"
#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::office {
namespace {

using test::row_of;
using test::TemporaryFile;
using test::xlsx;

std::string sheet_data(std::string_view rows, std::string_view after = {}) {
    return "<sheetData>" + std::string(rows) + "</sheetData>" + std::string(after);
}

const Field& field_at(const CleanTable& table, std::int32_t row, std::int32_t column) {
    for (const CleanCell& cell : table.cells) {
        if (cell.row == row && cell.column == column) return cell.value;
    }
    throw std::out_of_range("no cell begins there");
}

const std::string kHeader = row_of(1, {"ที่", "กิจกรรม", "งบประมาณ"});

TEST(Sheets, CellsHaveTheirNames) {
    EXPECT_EQ(name_of(CellPlace{11, 2}), "C12");
    EXPECT_EQ(name_of(CellPlace{0, 26}), "AA1");
    EXPECT_EQ(place_named("XFD1048576"), (CellPlace{1'048'575, 16'383}));
    EXPECT_EQ(place_named("$C$12"), std::nullopt);
    EXPECT_EQ(place_named("XFE1"), std::nullopt);
    EXPECT_EQ(place_named("A0"), std::nullopt);
    EXPECT_EQ(place_named("12"), std::nullopt);
}

TEST(Sheets, StringsOfAllKinds) {
    const std::string strings =
        "<si><t>ร่วม</t></si><si><r><t>หลาย</t></r><r><rPr><b/></rPr><t>ส่วน</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh></si><si><t>บรรทัด_x000D_&#10;ใหม่</t></si>";
    const std::string row =
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" "
        "t=\"s\"><v>2</v></c></row>"
        "<row><c t=\"str\"><f>A1</f><v>สูตร</v></c><c t=\"b\"><v>1</v></c><c t=\"s\"><v>99</v></c></row>";
    const CleanDocument document = read(xlsx({{"s", sheet_data(kHeader + row)}}, {}, strings));
    const CleanTable& only = document.tables.at(0);
    EXPECT_EQ(at(only, 1, 0), "ร่วม");
    EXPECT_EQ(at(only, 1, 1), "หลายส่วน");
    EXPECT_EQ(at(only, 1, 2), "บรรทัด\nใหม่");
    EXPECT_EQ(at(only, 2, 0), "สูตร");
    EXPECT_EQ(at(only, 2, 1), "TRUE");
    EXPECT_EQ(at(only, 2, 2), "");
    const Place wanted{.sheet = "s", .row = 3, .column = 1};
    EXPECT_EQ(field_at(only, 2, 0).fragments.at(0).place, wanted);
}

const std::string kStyles =
    "<numFmts><numFmt numFmtId=\"200\" formatCode=\"[$-D07041E]d mmm "
    "yyyy\"/></numFmts><fonts><font/><font><b/></font></fonts>"
    "<fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId=\"0\"/><xf "
    "numFmtId=\"200\"/><xf numFmtId=\"4\"/>"
    "<xf numFmtId=\"61\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";

TEST(Sheets, WhatIsSeenAndWhatIsStored) {
    const std::string row =
        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43539</v></c><c r=\"B2\" s=\"2\"><v>159100</v></c>"
        "<c r=\"C2\" s=\"3\"><v>21000</v></c></row>";
    const CleanDocument document = read(xlsx({{"s", sheet_data(kHeader + row)}}, kStyles));
    const CleanTable& only = document.tables.at(0);
    EXPECT_EQ(at(only, 1, 0), "๑๕ มี.ค. ๒๕๖๒");
    EXPECT_EQ(field_at(only, 1, 0).raw(), "2019-03-15");
    EXPECT_EQ(at(only, 1, 1), "159,100.00");
    EXPECT_EQ(field_at(only, 1, 1).raw(), "159100");
    EXPECT_EQ(at(only, 1, 2), "๒๑,๐๐๐");
}

TEST(Sheets, WhatIsDoubtedIsTold) {
    // A Buddhist year typed as a common one; a formula that was never worked out; an error.
    const std::string row =
        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>241869</v></c><c r=\"B2\"><f>A1*2</f></c><c r=\"C2\" "
        "t=\"e\"><v>#DIV/0!</v></c></row>";
    const CleanDocument document = read(xlsx({{"s", sheet_data(kHeader + row)}}, kStyles));
    std::vector<FindingCode> codes;
    for (const Finding& finding : document.findings) {
        codes.push_back(finding.code);
        EXPECT_TRUE(finding.place.has_value());
    }
    EXPECT_EQ(codes, (std::vector{FindingCode::kStoredDateDoubtful, FindingCode::kFormulaWithoutValue,
                                  FindingCode::kCellError}));
    EXPECT_EQ(at(document.tables.at(0), 1, 1), "");
}

TEST(Sheets, DaysOfTheOtherBase) {
    const std::string row =
        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>42077</v></c><c r=\"B2\" s=\"1\" "
        "t=\"d\"><v>2019-03-15</v></c></row>";
    const CleanDocument document =
        read(xlsx({{"s", sheet_data(kHeader + row)}}, kStyles, {}, "<workbookPr date1904=\"1\"/>"));
    EXPECT_EQ(field_at(document.tables.at(0), 1, 0).raw(), "2019-03-15");
    EXPECT_EQ(at(document.tables[0], 1, 1), "๑๕ มี.ค. ๒๕๖๒");
}

TEST(Sheets, ValuesBelowMergesAreNotSeen) {
    const CleanDocument document =
        read(xlsx({{"s", sheet_data(kHeader + row_of(2, {"1", "ก", "ใช้"}) + row_of(3, {"ใต้", "ข", "ใช้"}),
                                    "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")}}));
    const CleanTable& only = document.tables.at(0);
    EXPECT_EQ(at(only, 2, 0), "1");
    const Place wanted{.sheet = "s", .row = 2, .column = 1, .rows = 2};
    EXPECT_EQ(field_at(only, 1, 0).fragments.at(0).place, wanted);
}

TEST(Sheets, WhatIsHiddenIsToldAndNotMixedIn) {
    const std::string hidden_row =
        "<row r=\"3\" hidden=\"1\"><c r=\"B3\" t=\"inlineStr\"><is><t>แถวซ่อน</t></is></c></row>";
    const CleanDocument document =
        read(xlsx({{"ซ่อน", sheet_data(kHeader + row_of(2, {"1", "x", "y"})), "state=\"hidden\""},
                   {"เห็น", "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>" +
                               sheet_data(kHeader + row_of(2, {"9", "ก", "5"}) + hidden_row +
                                          row_of(4, {"8", "ข", "6"}))}}));
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].columns, 2);
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(at(document.tables[0], 0, 0), "กิจกรรม");
    ASSERT_EQ(document.findings.size(), 2U);
    EXPECT_EQ(document.findings[0].code, FindingCode::kHiddenSheet);
    EXPECT_EQ(document.findings[1].code, FindingCode::kHiddenCells);
    std::string words;
    for (const Field& text : document.other_text) words += text.text + " ";
    EXPECT_EQ(words, "ที่ กิจกรรม งบประมาณ 1 x y ที่ 9 แถวซ่อน 8 ");
}

TEST(Sheets, TitlesAboveAndSeveralTablesOnASheet) {
    const CleanDocument document = read(xlsx(
        {{"s", sheet_data(row_of(1, {"แผนงาน"}) + row_of(2, {"ปี ๒๕๖๗"}) + row_of(4, {"ที่", "กิจกรรม", "งบ"}) +
                          row_of(5, {"1", "ก", "5"}) + row_of(7, {"2", "ข", "6"}) +
                          row_of(10, {"ตารางที่สอง"}) + row_of(11, {"รหัส", "ชื่อ", "ผล"}) +
                          row_of(12, {"01", "ค", "ดี"}) + row_of(14, {"หมายเหตุ"}))}}));
    ASSERT_EQ(document.tables.size(), 2U);
    ASSERT_EQ(document.tables[0].headings.size(), 2U);
    EXPECT_EQ(document.tables[0].headings[1].text, "ปี ๒๕๖๗");
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(at(document.tables[0], 2, 1), "ข");
    EXPECT_EQ(document.tables[1].headings.at(0).text, "ตารางที่สอง");
    EXPECT_EQ(at(document.tables[1], 1, 2), "ดี");
    EXPECT_EQ(document.other_text.at(0).text, "หมายเหตุ");
}

CleanDocument sheet_of(const std::vector<std::vector<std::string>>& rows) {
    std::string xml;
    for (std::size_t i = 0; i < rows.size(); ++i) xml += row_of(static_cast<int>(i) + 1, rows[i]);
    return read(xlsx({{"s", sheet_data(xml)}}));
}

std::vector<std::string> heads(const CleanTable& table) {
    std::vector<std::string> texts;
    for (const Field& line : table.headings) texts.push_back(line.text);
    return texts;
}

TEST(Sheets, TablesBesideEachOtherAreParted) {
    const CleanDocument document = sheet_of({{"แผนงาน"},
                                             {"ตุลาคม", "", "", "", "พฤศจิกายน"},
                                             {"ที่", "กิจกรรม", "งบ", "", "ที่", "กิจกรรม"},
                                             {"1", "ก", "5", "", "1", "ค"},
                                             {"2", "ข", "6"},
                                             {"", "", "", "", "2", "ง"}});
    ASSERT_EQ(document.tables.size(), 2U);
    EXPECT_EQ(heads(document.tables[0]), (std::vector<std::string>{"แผนงาน", "ตุลาคม"}));
    EXPECT_EQ(heads(document.tables[1]), (std::vector<std::string>{"แผนงาน", "พฤศจิกายน"}));
    EXPECT_EQ(document.tables[0].columns, 3);
    EXPECT_EQ(document.tables[0].rows, 3);
    EXPECT_EQ(at(document.tables[1], 2, 1), "ง");
    EXPECT_EQ(field_at(document.tables[1], 2, 1).fragments.at(0).place,
              (Place{.sheet = "s", .row = 6, .column = 6}));
}

TEST(Sheets, ThreeTablesBesideEachOther) {
    const CleanDocument document = sheet_of({{"ที่", "ชื่อ", "", "ลำดับ", "ผู้ทำ", "", "", "ที่", "เงิน"},
                                             {"1", "ก", "", "1", "ค", "", "", "1", "5"},
                                             {"2", "ข", "", "2", "ง", "", "", "2", "6"}});
    ASSERT_EQ(document.tables.size(), 3U);
    EXPECT_EQ(at(document.tables[1], 2, 1), "ง");
    EXPECT_EQ(at(document.tables[2], 2, 1), "6");
}

/// Forms have free columns for their looks; what stands behind one belongs to the rows before it.
TEST(Sheets, AFreeColumnAlonePartsNothing) {
    for (const auto& rows : std::vector<std::vector<std::vector<std::string>>>{
             {{"ที่", "กิจกรรม", "", "งบ", "ผู้ทำ"}, {"1", "ก", "", "5", "ค"}, {"2", "ข", "", "6", "ง"}},
             {{"ที่", "กิจกรรม", "", "หมายเหตุ"}, {"1", "ก", "", ""}, {"2", "ข", "", "เลื่อน"}},
             {{"ที่", "กิจกรรม", "งบ", "", "ที่"}, {"1", "ก", "5", "", "วัด"}, {"2", "ข", "6", "", "บ้าน"}}}) {
        const CleanDocument document = sheet_of(rows);
        ASSERT_EQ(document.tables.size(), 1U);
        EXPECT_EQ(document.tables[0].columns, static_cast<std::int32_t>(rows[0].size()));
    }
}

/// Style 1 has a line above. Frames that end elsewhere are two tables, whatever their headers say.
TEST(Sheets, FramesThatEndElsewhereAreTables) {
    const std::string styles =
        "<borders><border/><border><top style=\"thin\"/></border></borders><cellXfs><xf/><xf "
        "borderId=\"1\"/></cellXfs>";
    const auto sheet = [&](int rows_of_right) {
        std::string xml;
        for (int row = 1; row <= 6; ++row) {
            std::vector<std::string> texts{row == 1 ? "กิจกรรม" : "ก", row == 1 ? "งบ" : "5"};
            if (row <= rows_of_right)
                texts.insert(texts.end(), {"", row == 1 ? "แหล่ง" : "รัฐ", row == 1 ? "เงิน" : "7"});
            xml += row_of(row, texts);
        }
        for (std::size_t at = 0; (at = xml.find("<c ", at)) != std::string::npos; at += 3)
            xml.insert(at + 3, "s=\"1\" ");
        return read(xlsx({{"s", sheet_data(xml)}}, styles)).tables.size();
    };
    EXPECT_EQ(sheet(4), 2U);
    EXPECT_EQ(sheet(6), 1U);
}

TEST(Sheets, ColumnsHaveTheWidthsThatTheSheetSays) {
    const std::string columns = "<cols><col min=\"2\" max=\"2\" width=\"30\"/></cols>";
    const std::string rows = sheet_data(kHeader + row_of(2, {"1", "ก", "5"}));
    EXPECT_TRUE(read(xlsx({{"s", rows}})).tables.at(0).widths.empty());
    const CleanDocument document = read(xlsx({{"s", columns + rows}}));
    ASSERT_EQ(document.tables.at(0).widths.size(), 3U);
    EXPECT_NEAR(document.tables[0].widths[0], 48, 1);
    EXPECT_NEAR(document.tables[0].widths[1], 161, 1);
}

TEST(Sheets, AHeadMayHaveSeveralCellsInALine) {
    const CleanDocument document = read(
        xlsx({{"s", sheet_data(row_of(1, {"โรงเรียน", "บ้านหนองบัว", "อำเภอ", "เมือง"}) +
                               row_of(2, {"ที่", "กิจกรรม", "เป้าหมาย", "งบ", "เวลา", "ผล", "ปัญหา", "ผู้ทำ", "x"}) +
                               row_of(3, {"1", "ก", "ข", "5", "ค", "ง", "จ", "ฉ", "x"}))}}));
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 2);
    ASSERT_EQ(document.tables[0].headings.size(), 4U);
    EXPECT_EQ(document.tables[0].headings[1].text, "บ้านหนองบัว");
}

TEST(Sheets, AHeaderRepeatedInsideEndsNothing) {
    const CleanDocument document =
        read(xlsx({{"s", sheet_data(kHeader + row_of(2, {"1", "ก", "5"}) +
                                    row_of(4, {"ที่", "กิจกรรม", "งบประมาณ"}) + row_of(5, {"2", "ข", "6"}))}}));
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_EQ(document.tables[0].rows, 4);
}

/// Styles: 1 has a line above, 2 none. Each line of text is a row; frames say what is one record.
TEST(Sheets, RowsInOneFrameAreOneRecord) {
    const std::string styles =
        "<borders><border/><border><top style=\"thin\"/></border></borders>"
        "<cellXfs><xf/><xf borderId=\"1\"/><xf borderId=\"0\"/></cellXfs>";
    const auto framed = [](int number, const std::vector<std::string>& texts, int style) {
        std::string xml = "<row r=\"" + std::to_string(number) + "\">";
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const std::string address = std::string(1, static_cast<char>('A' + i)) + std::to_string(number);
            xml += "<c r=\"" + address + "\" s=\"" + std::to_string(style) + "\" t=\"inlineStr\"><is><t>" +
                   texts[i] + "</t></is></c>";
        }
        return xml + "</row>";
    };
    const CleanDocument document = read(
        xlsx({{"s", sheet_data(framed(1, {"ที่", "กิจกรรม", "งบ"}, 1) + framed(2, {"1", "อบรมครู", "500"}, 1) +
                               framed(3, {"", "ทั้งอำเภอ", ""}, 2) + framed(4, {"2", "นิเทศ", "20"}, 1) +
                               framed(5, {"", "ทุกโรงเรียน", "บาท"}, 2) + framed(6, {"3", "สรุป", "-"}, 1))}},
             styles));
    const CleanTable& only = document.tables.at(0);
    ASSERT_EQ(only.rows, 4);
    EXPECT_EQ(at(only, 1, 1), "อบรมครู\nทั้งอำเภอ");
    EXPECT_EQ(at(only, 2, 2), "20\nบาท");
    EXPECT_EQ(at(only, 3, 1), "สรุป");
    ASSERT_EQ(field_at(only, 1, 1).fragments.size(), 2U);
    EXPECT_EQ(cell_name(*field_at(only, 1, 1).fragments[1].place), "B3");
}

/// A workbook of one sheet with a drawing over its cells.
std::string drawn_over(const std::string& rows, const std::string& drawing) {
    test::ZipWriter zip;
    const std::string relation =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
        "Id=\"r1\" ";
    const std::string kinds = "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string sheet =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    zip.add("_rels/.rels", relation + kinds + "officeDocument\" Target=\"b.xml\"/></Relationships>")
        .add("b.xml", "<workbook " + sheet + "><sheets><sheet name=\"s\" r:id=\"r1\"/></sheets></workbook>")
        .add("_rels/b.xml.rels", relation + kinds + "worksheet\" Target=\"s.xml\"/></Relationships>")
        .add("s.xml", "<worksheet " + sheet + ">" + sheet_data(rows) + "<drawing r:id=\"r1\"/></worksheet>")
        .add("_rels/s.xml.rels", relation + kinds + "drawing\" Target=\"d.xml\"/></Relationships>")
        .add("_rels/d.xml.rels", relation + kinds + "image\" Target=\"scan.png\"/></Relationships>")
        .add("d.xml",
             "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" "
             "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
             "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" +
                 drawing + "</xdr:wsDr>");
    return zip.bytes();
}

std::string corner(std::string_view name, int column, int row) {
    return "<xdr:" + std::string(name) + "><xdr:col>" + std::to_string(column) + "</xdr:col><xdr:row>" +
           std::to_string(row) + "</xdr:row></xdr:" + std::string(name) + ">";
}

/// Of a picture that says only between which cells it lies, these tell its size: 48 by 15 points each.
TEST(Sheets, PicturesOfPagesFollowTheTables) {
    const std::string blip = "<xdr:pic><xdr:blipFill><a:blip r:embed=\"r1\"/></xdr:blipFill></xdr:pic>";
    const std::string drawing =
        "<xdr:oneCellAnchor>" + corner("from", 0, 5) + "<xdr:ext cx=\"5727700\" cy=\"8102600\"/>" + blip +
        "</xdr:oneCellAnchor><xdr:twoCellAnchor>" + corner("from", 0, 50) + corner("to", 9, 92) + blip +
        "</xdr:twoCellAnchor><xdr:twoCellAnchor>" + corner("from", 0, 0) + corner("to", 1, 3) + blip +
        "</xdr:twoCellAnchor><xdr:twoCellAnchor>" + corner("from", 0, 0) + corner("to", 7, 12) + blip +
        "</xdr:twoCellAnchor>";
    const test::TemporaryFile file(drawn_over(kHeader + row_of(2, {"1", "ก", "5"}), drawing));
    const auto read = read_office(file.fd());
    ASSERT_EQ(read.index(), 0U);
    const OfficeContent& content = std::get<0>(read);
    ASSERT_EQ(content.pictures.size(), 2U);
    EXPECT_EQ(content.pictures[0].picture, (Picture{"scan.png", 451, 638, {}}));
    EXPECT_NEAR(content.pictures[1].picture.width, 432, 1);
    EXPECT_NEAR(content.pictures[1].picture.height, 630, 1);
    EXPECT_EQ(content.pictures[1].tables_before, 1);
    EXPECT_EQ(content.other_pictures, 1);
}

TEST(Sheets, ArrowsOverMonthsMarkTheirCells) {
    const std::string drawing =
        "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col>"
        "<xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>50000</xdr:rowOff></"
        "xdr:from><xdr:to><xdr:col>2</xdr:col>"
        "<xdr:colOff>600000</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>60000</xdr:rowOff></"
        "xdr:to><xdr:cxnSp><xdr:spPr>"
        "<a:prstGeom prst=\"straightConnector1\"/></xdr:spPr></xdr:cxnSp></xdr:twoCellAnchor>";
    const CleanDocument document =
        read(drawn_over(row_of(1, {"กิจกรรม", "ต.ค.", "พ.ย.", "ธ.ค."}) + row_of(2, {"อบรม"}), drawing));
    std::vector<std::int32_t> marked;
    for (const CleanCell& cell : document.tables.at(0).cells) {
        for (const PlacedMark& mark : cell.marks) {
            EXPECT_EQ(mark.mark.kind, CellMark::Kind::kLine);
            EXPECT_EQ(cell.row, 1);
            EXPECT_GT(mark.mark.across, 0.9);
            marked.push_back(cell.column);
        }
    }
    EXPECT_EQ(marked, (std::vector<std::int32_t>{1, 2}));
}

TEST(Numbering, ThaiForms) {
    EXPECT_EQ(formatted(12, "thaiNumbers"), "๑๒");
    EXPECT_EQ(formatted(1, "thaiLetters"), "ก");
    EXPECT_EQ(formatted(3, "thaiLetters"), "ค");
    EXPECT_EQ(formatted(41, "thaiLetters"), "ฮ");
    EXPECT_EQ(formatted(42, "thaiLetters"), "กก");
    EXPECT_EQ(formatted(21, "thaiCounting"), "ยี่สิบเอ็ด");
    EXPECT_EQ(formatted(1, "thaiCounting"), "หนึ่ง");
    EXPECT_EQ(formatted(110, "thaiCounting"), "หนึ่งร้อยสิบ");
    EXPECT_EQ(formatted(4, "lowerRoman"), "iv");
    EXPECT_EQ(formatted(28, "upperLetter"), "BB");
    EXPECT_EQ(formatted(5, "something"), "5");
}

}  // namespace
}  // namespace tarang::read::office
