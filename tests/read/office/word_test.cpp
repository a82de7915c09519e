// DOCX: what stands on the paper, from what stands in the file.
#include <gtest/gtest.h>

#include "pipeline/read/office/office.h"
#include "tests/read/office/read_bytes.h"
#include "tests/support/office_writer.h"

namespace tarang::read::office {
namespace {

using test::docx;
using test::paragraph;
using test::table;

const CleanCell& cell_at(const CleanTable& table, std::int32_t row, std::int32_t column) {
    return *std::find_if(table.cells.begin(), table.cells.end(),
                         [&](const CleanCell& cell) { return cell.row == row && cell.column == column; });
}

std::string run(std::string_view inner) { return "<w:p><w:r>" + std::string(inner) + "</w:r></w:p>"; }

std::string cell(std::string_view text, std::string_view properties) {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

TEST(Word, TablesWithTheirHeadingsAndPlaces) {
    const CleanDocument document =
        read(docx(paragraph("แผนงาน ๒๕๖๗") + table({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}}) + paragraph("หมายเหตุ")));
    ASSERT_EQ(document.tables.size(), 1U);
    const CleanTable& only = document.tables[0];
    EXPECT_EQ(only.rows, 2);
    EXPECT_EQ(only.columns, 2);
    ASSERT_EQ(only.headings.size(), 1U);
    EXPECT_EQ(only.headings[0].text, "แผนงาน ๒๕๖๗");
    EXPECT_EQ(at(only, 1, 1), "อบรม");
    const Place wanted{.kind = Place::Kind::kTable, .table = 1, .row = 2, .column = 2};
    EXPECT_EQ(cell_at(only, 1, 1).value.fragments.at(0).place, wanted);
    ASSERT_EQ(document.other_text.size(), 1U);
    EXPECT_EQ(document.other_text[0].text, "หมายเหตุ");
    EXPECT_TRUE(document.pages.empty());
}

TEST(Word, MergedCellsAndFreeColumns) {
    const std::string body =
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol "
        "w:w=\"1000\"/></w:tblGrid>"
        "<w:tr>" +
        cell("a", "<w:vMerge w:val=\"restart\"/>") + cell("b", "<w:gridSpan w:val=\"2\"/>") +
        "</w:tr>"
        "<w:tr>" +
        cell("below", "<w:vMerge/>") + cell("c", "") + cell("d", "") +
        "</w:tr>"
        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" +
        cell("e", "") + "</w:tr></w:tbl>";
    const CleanDocument document = read(docx(body));
    const CleanTable& only = document.tables.at(0);
    EXPECT_EQ(only.columns, 3);
    EXPECT_EQ(cell_at(only, 0, 0).row_span, 2);
    EXPECT_EQ(cell_at(only, 0, 1).column_span, 2);
    EXPECT_EQ(at(only, 1, 2), "d");
    EXPECT_EQ(at(only, 2, 0), "");
    EXPECT_EQ(at(only, 2, 1), "e");
    EXPECT_EQ(at(only, 2, 2), "");
}

/// Months are often coloured, not ticked.
TEST(Word, AColouredCellIsMarked) {
    const std::string body =
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/><w:gridCol "
        "w:w=\"1000\"/></w:tblGrid><w:tr>" +
        cell("", "<w:shd w:val=\"clear\" w:fill=\"D9D9D9\"/>") + cell("", "<w:shd w:fill=\"auto\"/>") +
        cell("", "<w:shd w:fill=\"FFFFFF\"/>") + "</w:tr></w:tbl>";
    const CleanDocument document = read(docx(body));
    const CleanTable& only = document.tables.at(0);
    ASSERT_EQ(cell_at(only, 0, 0).marks.size(), 1U);
    EXPECT_EQ(cell_at(only, 0, 0).marks[0].mark.kind, CellMark::Kind::kArea);
    EXPECT_EQ(cell_at(only, 0, 0).marks[0].mark.colour, 0xD9D9D9U);
    EXPECT_TRUE(cell_at(only, 0, 1).marks.empty());
    EXPECT_TRUE(cell_at(only, 0, 2).marks.empty());
}

/// Edges that were moved a little leave slivers, which are no columns.
TEST(Word, ColumnsHaveTheWidthsOfTheGrid) {
    const CleanDocument document = read(docx(table({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}})));
    EXPECT_EQ(document.tables.at(0).widths, (std::vector<Points>{72, 72}));
}

TEST(Word, SliversAreNoColumns) {
    const std::string body =
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"8\"/><w:gridCol "
        "w:w=\"1000\"/></w:tblGrid>"
        "<w:tr>" +
        cell("a", "<w:gridSpan w:val=\"2\"/>") + cell("b", "") +
        "</w:tr>"
        "<w:tr>" +
        cell("c", "") + cell("d", "<w:gridSpan w:val=\"2\"/>") + "</w:tr></w:tbl>";
    const CleanDocument document = read(docx(body));
    EXPECT_EQ(document.tables.at(0).columns, 2);
    EXPECT_EQ(at(document.tables[0], 1, 1), "d");
}

TEST(Word, NestedTablesFramesControlsAndTextBoxes) {
    const std::string control =
        "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph("ในช่อง") + "</w:sdtContent></w:sdt>";
    const std::string box = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + paragraph("ในกล่อง") +
                            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
    const std::string inner = table({{"x", "y"}, {"1", "2"}}) + paragraph("");
    const CleanDocument document =
        read(docx(box + table({{table({{"ที่", "งาน"}, {control, "ข"}}) + paragraph("")}}) +
                  table({{inner, "z"}, {"p", "q"}})));
    ASSERT_EQ(document.tables.size(), 3U);
    EXPECT_EQ(document.tables[0].headings.at(0).text, "ในกล่อง");
    EXPECT_EQ(at(document.tables[0], 1, 0), "ในช่อง");
    EXPECT_EQ(at(document.tables[1], 0, 0), "x y\n1 2");
    EXPECT_EQ(at(document.tables[2], 1, 1), "2");
}

/// A table without borders that only places others.
TEST(Word, TablesBesideEachOtherInATable) {
    const std::string left = table({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}});
    const std::string right = table({{"รหัส", "เงิน"}, {"01", "500"}});
    for (const auto& rows : std::vector<std::vector<std::vector<std::string>>>{
             {{paragraph("ซ้าย") + left, paragraph("ขวา") + right}},
             {{paragraph("ซ้าย"), "", paragraph("ขวา")}, {left, "", right}}}) {
        const CleanDocument document = read(docx(paragraph("บน") + table(rows)));
        ASSERT_EQ(document.tables.size(), 2U);
        ASSERT_EQ(document.tables[0].headings.size(), 2U);
        EXPECT_EQ(document.tables[0].headings[1].text, "ซ้าย");
        EXPECT_EQ(at(document.tables[0], 1, 1), "อบรม");
        EXPECT_EQ(document.tables[1].headings.at(0).text, "ขวา");
        EXPECT_EQ(at(document.tables[1], 1, 1), "500");
    }
}

/// Most of its cells have words of their own: it is a table, whatever else stands in some of them.
TEST(Word, ATableWithTablesInItsCellsStaysOne) {
    const std::string inner = table({{"ก", "ข"}, {"1", "2"}});
    const CleanDocument document =
        read(docx(table({{"ที่", "กิจกรรม", "เงิน"}, {"๑", "อบรม", inner}, {"๒", "นิเทศ", inner}})));
    ASSERT_EQ(document.tables.size(), 3U);
    EXPECT_EQ(document.tables[0].rows, 3);
}

TEST(Word, OneAlternativeCounts) {
    const CleanDocument document =
        read(docx(run("<mc:AlternateContent><mc:Choice><w:t>หนึ่ง</w:t></mc:Choice><mc:Fallback>"
                      "<w:t>สอง</w:t></mc:Fallback></mc:AlternateContent>")));
    EXPECT_EQ(document.other_text.at(0).text, "หนึ่ง");
}

/// ๑๐๐ changed to ๒๐๐ must never read as ๑๐๐๒๐๐.
TEST(Word, TrackedChangesAreAcceptedAndTold) {
    const std::string changed =
        "<w:p><w:r><w:t xml:space=\"preserve\">งบ "
        "</w:t></w:r><w:del><w:r><w:delText>๑๐๐</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>๒๐๐</w:t></w:r></w:ins></w:p>";
    const CleanDocument document = read(docx(table({{"ที่", "งบ"}, {"๑", changed}})));
    const CleanCell& amount = cell_at(document.tables.at(0), 1, 1);
    EXPECT_EQ(amount.value.text, "งบ ๒๐๐");
    EXPECT_EQ(amount.value.raw(), "งบ [-๑๐๐-][+๒๐๐+]");
    ASSERT_EQ(document.findings.size(), 1U);
    EXPECT_EQ(document.findings[0].code, FindingCode::kTrackedChange);
    EXPECT_EQ(document.findings[0].place, amount.value.fragments.at(0).place);
}

TEST(Word, DeletedRowsParagraphMarksAndMoves) {
    const std::string body =
        "<w:tbl><w:tr>" + cell("a", "") + cell("b", "") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" +
        cell("gone", "") + cell("gone", "") + "</w:tr><w:tr>" + cell("c", "") + cell("d", "") +
        "</w:tr></w:tbl>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>หนึ่ง</w:t></w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>ย้าย</w:t></w:r></w:moveFrom><w:r><w:t>สอง</w:t></w:r></w:p>";
    const CleanDocument document = read(docx(body));
    EXPECT_EQ(document.tables.at(0).rows, 2);
    EXPECT_EQ(at(document.tables[0], 1, 0), "c");
    EXPECT_EQ(document.other_text.at(0).text, "หนึ่งสอง");
}

TEST(Word, SymbolsControlsAndHiddenText) {
    EXPECT_EQ(
        read(docx(run("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>ก</w:t>"))).other_text.at(0).text,
        "☑ก");
    EXPECT_EQ(read(docx(run("<w:sym w:font=\"Wingdings 2\" w:char=\"F052\"/>"))).other_text.at(0).text, "☑");
    EXPECT_EQ(read(docx(run("<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>&#xF0FC;</w:t>")))
                  .other_text.at(0)
                  .text,
              "✓");
    const std::string control =
        "<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    EXPECT_EQ(read(docx(control)).other_text.at(0).text, "☑");
    const std::string old_box =
        run("<w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/>"
            "</w:checkBox></w:ffData></w:fldChar>");
    EXPECT_EQ(read(docx(old_box)).other_text.at(0).text, "☑");
    const std::string waiting =
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>คลิกที่นี่</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:r><w:t>จริง</w:t></w:r></w:p>";
    EXPECT_EQ(read(docx(waiting)).other_text.at(0).text, "จริง");
    const CleanDocument hidden =
        read(docx(run("<w:rPr><w:vanish/></w:rPr><w:t>ลับ</w:t>") + paragraph("เห็น")));
    EXPECT_EQ(hidden.other_text.at(0).text, "เห็น");
    EXPECT_EQ(hidden.findings.at(0).code, FindingCode::kHiddenText);
}

TEST(Word, StoredResultsOfFieldsStand) {
    const CleanDocument document =
        read(docx("<w:p><w:r><w:fldChar "
                  "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar "
                  "w:fldCharType=\"separate\"/></w:r><w:r><w:t>๑๕ มี.ค. ๖๒</w:t></w:r><w:r><w:fldChar "
                  "w:fldCharType=\"end\"/></w:r></w:p>"));
    EXPECT_EQ(document.other_text.at(0).text, "๑๕ มี.ค. ๖๒");
}

std::string numbered(std::string_view text, int level = 0, int list = 1) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(list) + "\"/></w:numPr></w:pPr><w:r><w:t>" + std::string(text) +
           "</w:t></w:r></w:p>";
}

std::string level(int index, std::string_view format, std::string_view text) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           std::string(format) + "\"/><w:lvlText w:val=\"" + std::string(text) + "\"/></w:lvl>";
}

std::vector<std::string> lines_of(const CleanDocument& document) {
    std::vector<std::string> lines;
    for (const Field& line : document.other_text) lines.push_back(line.text);
    return lines;
}

TEST(Word, AutomaticNumbersAreComputed) {
    const std::string numbering =
        "<w:abstractNum w:abstractNumId=\"7\">" + level(0, "thaiNumbers", "%1.") +
        level(1, "decimal", "%1.%2)") +
        "</w:abstractNum>"
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
        "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";
    const CleanDocument document =
        read(docx(numbered("ก") + numbered("ข", 1) + numbered("ค", 1) + numbered("ง") + numbered("จ", 1) +
                      numbered("ฉ", 0, 2) + numbered("ช", 0, 0),
                  numbering));
    EXPECT_EQ(lines_of(document),
              (std::vector<std::string>{"๑. ก", "๑.1) ข", "๑.2) ค", "๒. ง", "๒.1) จ", "๑. ฉ", "ช"}));
}

TEST(Word, NumbersOfStyles) {
    const std::string numbering = "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "thaiLetters", "%1)") +
                                  "</w:abstractNum>"
                                  "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>";
    const std::string styles =
        "<w:style w:styleId=\"base\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId=\"own\"><w:basedOn w:val=\"base\"/></w:style>";
    const std::string line = "<w:p><w:pPr><w:pStyle w:val=\"own\"/></w:pPr><w:r><w:t>งาน</w:t></w:r></w:p>";
    EXPECT_EQ(lines_of(read(docx(line + line, numbering, styles))),
              (std::vector<std::string>{"ก) งาน", "ข) งาน"}));
}

constexpr std::string_view kArrow =
    "<w:p><w:r><w:pict><v:shape type=\"#_x0000_t32\" "
    "style=\"position:absolute;margin-left:56pt;margin-top:5pt;width:100pt;height:0\"/>"
    "</w:pict></w:r></w:p>";

/// The arrow hangs on the first cell and lies on the second and third: offset and width say so.
TEST(Word, DrawnArrowsLieWhereTheyAreDrawn) {
    const CleanDocument document =
        read(docx(table({{"ก", "ต.ค.", "พ.ย.", "ธ.ค."}, {std::string(kArrow), "", "", ""}})));
    const CleanTable& only = document.tables.at(0);
    // Columns are 72 points wide; the arrow runs from 5.4 + 56 to 161.4.
    ASSERT_EQ(cell_at(only, 1, 1).marks.size(), 1U);
    EXPECT_NEAR(cell_at(only, 1, 1).marks[0].mark.across, 1, 0.01);
    EXPECT_NEAR(cell_at(only, 1, 2).marks.at(0).mark.across, 17.4 / 72, 0.01);
    EXPECT_NEAR(cell_at(only, 1, 0).marks.at(0).mark.across, 10.6 / 72, 0.01);
    EXPECT_TRUE(cell_at(only, 1, 3).marks.empty());
}

TEST(Word, DrawnTicksTickTheBoxThatTheyLieOn) {
    const std::string tick =
        "<w:p><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom=\"column\"><wp:posOffset>0</wp:posOffset>"
        "</wp:positionH><wp:positionV "
        "relativeFrom=\"paragraph\"><wp:posOffset>300000</wp:posOffset></wp:positionV>"
        "<wp:extent cx=\"150000\" cy=\"120000\"/><a:graphic><a:graphicData><wps:wsp><wps:spPr><a:prstGeom "
        "prst=\"line\"/>"
        "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing><w:t>□ "
        "เสร็จ</w:t></w:r></w:p>" +
        paragraph("□ ไม่เสร็จ");
    const CleanDocument document = read(docx(table({{"ที่", "ผล"}, {"๑", tick}})));
    EXPECT_EQ(at(document.tables.at(0), 1, 1), "□ เสร็จ\n☑ ไม่เสร็จ");
}

std::string lines(const std::vector<std::string>& texts) {
    std::string xml;
    for (const std::string& text : texts) xml += paragraph(text);
    return xml;
}

TEST(Word, ItemsLinedUpInOneRowAreRows) {
    const std::string items = lines({"๑. อบรมครู", "สองรุ่น", "", "๒. นิเทศ"});
    const std::string results = lines({"", "ครบ", "", "", "บางส่วน", ""});
    const CleanDocument document =
        read(docx(table({{"กิจกรรม", "ผล", "หมายเหตุ"}, {items, results, ""}, {"๓. สรุป", "-", "x"}})));
    const CleanTable& only = document.tables.at(0);
    ASSERT_EQ(only.rows, 4);
    EXPECT_EQ(at(only, 1, 0), "๑. อบรมครู\nสองรุ่น");
    EXPECT_EQ(at(only, 2, 0), "๒. นิเทศ");
    EXPECT_EQ(at(only, 1, 1), "ครบ");
    EXPECT_EQ(at(only, 2, 1), "บางส่วน");
    EXPECT_EQ(at(only, 2, 2), "");
    EXPECT_EQ(at(only, 3, 0), "๓. สรุป");
    EXPECT_EQ(cell_at(only, 2, 1).value.fragments.at(0).place->paragraph, 5);
    EXPECT_EQ(cell_at(only, 2, 1).value.fragments.at(0).place->row, 2);
}

/// A list inside one item looks alike, but its other cells do not have as many groups.
TEST(Word, AListInOneItemStaysOneRow) {
    const std::string list = lines({"๑. วางแผน", "", "๒. ลงมือ"});
    const CleanDocument document = read(docx(table({{"ขั้นตอน", "ผล"}, {list, "เรียบร้อย"}})));
    EXPECT_EQ(document.tables.at(0).rows, 2);
}

TEST(Word, StrictNamesAreReadAlike) {
    std::string bytes = docx(paragraph("ก"));
    test::ZipWriter zip;
    zip.add("_rels/.rels",
            "<Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" "
            "Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" "
            "Target=\"/d.xml\"/></Relationships>")
        .add("d.xml", "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" +
                          paragraph("เข้ม") + "</w:body></w:document>");
    EXPECT_EQ(read(zip.bytes()).other_text.at(0).text, "เข้ม");
}

}  // namespace
}  // namespace tarang::read::office
