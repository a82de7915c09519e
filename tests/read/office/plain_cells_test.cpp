// Cells of a plain spelling go past the parser, and nobody can tell by what comes out.
#include "pipeline/read/office/plain_cells.h"

#include <gtest/gtest.h>

#include <random>

#include "pipeline/read/office/container.h"
#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::office {
namespace {

struct Seen {
    EventCode code = EventCode::kOk;
    std::vector<std::string> cells;
    bool operator==(const Seen&) const = default;
};

std::string spelled(const RawCell& cell) {
    return name_of(cell.place) + '|' + std::to_string(cell.style) + '|' +
           std::to_string(static_cast<int>(cell.kind)) + '|' + std::string(cell.stored) + '|' +
           (cell.formula ? "f" : "") + (cell.has_value ? "v" : "") + (cell.row_hidden ? "h" : "");
}

Workbook book_of_three() {
    Workbook book;
    for (const char* text : {"หนึ่ง", "two", "สาม"}) book.strings.add(text);
    return book;
}

Seen read(const std::string& worksheet, Lane lane) {
    test::ZipWriter zip;
    zip.add("sheet.xml", worksheet);
    const test::TemporaryFile file(zip.bytes());
    auto opened = Container::open(file.fd(), {});
    const Workbook book = book_of_three();
    Seen seen;
    const auto take = [&seen](const RawCell& cell) { seen.cells.push_back(spelled(cell)); };
    const auto frame = read_sheet(std::get<Container>(opened), "sheet.xml", book, {}, take, lane);
    if (const auto* code = std::get_if<EventCode>(&frame)) seen.code = *code;
    for (const Merge& merge :
         seen.code == EventCode::kOk ? std::get<SheetFrame>(frame).merges : std::vector<Merge>())
        seen.cells.push_back("merged " + name_of(merge.first) + ':' + name_of(merge.last));
    return seen;
}

const std::string kOpening =
    R"(<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14ac="http://example.org/ac" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">)";

std::string sheet_of(const std::string& rows, const std::string& opening = kOpening) {
    return opening + "<sheetData>" + rows +
           R"(</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>)";
}

/// Both ways, which must agree; what was seen.
Seen both(const std::string& worksheet) {
    const Seen parsed = read(worksheet, Lane::kNone);
    const Seen taken = read(worksheet, Lane::kUsed);
    EXPECT_EQ(parsed.code, taken.code) << worksheet.substr(0, 2000);
    if (parsed.code == EventCode::kOk) {
        EXPECT_EQ(parsed.cells, taken.cells) << worksheet.substr(0, 2000);
    }
    return taken;
}

const std::string kRows =
    R"(<row r="1" spans="1:4" x14ac:dyDescent="0.25"><c r="A1" s="3" t="s"><v>1</v></c><c r="B1"><v>-12.5</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>สูตร_x000D_</v></c><c r="D1" t="b"><v>1</v></c></row>)"
    R"(<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>&#3585; &lt;b&gt;</t></is></c><c r="B2" t="e"><v>#DIV/0!</v></c><c r="C2" s="2"/><c r="D2" t="d"><v>2019-03-15</v></c></row>)"
    "\n  "
    R"(<row><c><v>7</v></c><c t="inlineStr"><is><t xml:space="preserve"> ก </t></is></c></row>)"
    R"(<row r="9" ht="20"/><row r="10"><c r="B10" t="s"><v>99</v></c><c r="C10" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>)";

TEST(PlainCells, SayWhatTheParserSays) {
    const Seen seen = both(sheet_of(kRows));
    EXPECT_EQ(seen.code, EventCode::kOk);
    const std::vector<std::string> wanted{
        "A1|3|1|two|v",      "B1|0|0|-12.5|v", "C1|0|1|สูตร|fv",        "D1|0|2|1|v", "A2|0|1|ก <b>|vh",
        "B2|0|3|#DIV/0!|vh", "C2|2|0||h",      "D2|0|4|2019-03-15|vh", "A3|0|0|7|v", "B3|0|1| ก |v",
        "B10|0|1||v",        "C10|0|1|ab|v",   "merged A1:B2"};
    EXPECT_EQ(seen.cells, wanted);
}

/// What the lane takes by itself, without a parser behind it.
struct Counter : PlainCellTaker {
    bool plain_row(std::optional<std::int32_t> /*number*/, bool /*hidden*/) override { return ++rows, true; }
    bool plain_cell(const PlainCell& /*cell*/) override { return ++cells, true; }
    int rows = 0;
    int cells = 0;
};

TEST(PlainCells, TakeTheUsualSpellings) {
    Counter counter;
    PlainCells plain(counter);
    const XmlLane::Taken taken = plain.take(kRows, {"x14ac"});
    EXPECT_EQ(counter.rows, 2);
    EXPECT_EQ(counter.cells, 7);  // up to the date, which is the parser's
    EXPECT_EQ(taken.bytes, kRows.find(R"(<c r="D2")"));
    EXPECT_EQ(plain.inside(), "row");
}

TEST(PlainCells, LeaveTheRestToTheParser) {
    for (const char* cell : {
             R"(<c r="A1" r="A1"><v>1</v></c>)",
             R"(<c r="A1" foo:s="1"><v>1</v></c>)",
             R"(<c r="A0"><v>1</v></c>)",
             R"(<c r="XFE1"><v>1</v></c>)",
             R"(<c r="A1048577"><v>1</v></c>)",
             R"(<c r='A1'><v>1</v></c>)",
             R"(<c r="A1" ><v>1</v></c>)",
             R"(<c r="A1"><v>1</v><v>2</v></c>)",
             R"(<c r="A1"><v>&unknown;</v></c>)",
             R"(<c r="A1" t="str"><v>&#0;</v></c>)",
             R"(<c r="A1" t="str"><v>]]></v></c>)",
             R"(<c r="A1" t="str"><v>&#xFFFF;</v></c>)",
             "<c r=\"A1\" t=\"str\"><v>\xFF</v></c>",
             "<c r=\"A1\" t=\"str\"><v>\xEF\xBF\xBF</v></c>",
             "<c r=\"A1\" t=\"str\"><v>a\r\nb</v></c>",
             R"(<c r="A1"><!-- </c> --><v>1</v></c>)",
             R"(<c r="A1"><v><![CDATA[1</v></c>]]></v></c>)",
             R"(<c r="a1"><v>1</v></c>)",
             R"(<c r="A1" t="inlineStr"><v>1</v><is><t>x</t></is></c>)",
             R"(<c r="A1" t="s"><v>1</v></row>)",
             R"(<c r="A1" t="odd"><v>1</v></c>)",
             R"(<c r="A1" t="s"><v>none</v></c>)",
             R"(<c r="A1"><v>1</v></c></c>)",
             R"(<d/>)",
             "text",
             R"(<?instruction </row>?>)",
             R"(<row r="3"/>)",
         })
        both(sheet_of("<row r=\"1\">" + std::string(cell) +
                      "</row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"));
    for (const char* row :
         {R"(<row r="1" r="1"/>)", R"(<row foo:a="1"/>)", R"(<row x14ac:a="1" x14ac:a="2"/>)",
          R"(<row r="0"/>)", R"(<row r="2000000"/>)",
          R"(<row xmlns="http://example.org"><c r="A1"><v>1</v></c></row>)", R"(</row>)",
          R"(<row r="1"><row r="2"/></row>)", R"(<row r="1">)", R"(<c r="A1"><v>1</v></c>)",
          R"(<row r="1" a="&lt;"/>)", R"(<!-- <row r="1"> --><row r="2"><c><v>1</v></c></row>)",
          R"(</sheetData><sheetData>)"})
        both(sheet_of(row));
}

TEST(PlainCells, AreOthersInOtherSurroundings) {
    const std::string other =
        R"(<worksheet xmlns="http://example.org"><sheetData xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)";
    both(other + kRows + "</sheetData></worksheet>");
    both(sheet_of(kRows, R"(<worksheet xmlns="http://example.org">)"));
    both(sheet_of(kRows, kOpening + "<!-- <sheetData> -->"));
    both(sheet_of(kRows, kOpening + "<mc:AlternateContent><mc:Fallback>") + "x");
    both(sheet_of(
        "<row><c t=\"str\"><v>\xE9</v></c></row>",
        R"(<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"));
}

/// Each byte once, each kind of damage: the two ways must agree on all of them.
TEST(PlainCells, AgreeWithTheParserOnDamagedSheets) {
    std::mt19937 random(17);
    std::string rows;
    for (int i = 0; i < 3; ++i) rows += kRows;
    const std::string whole = sheet_of(rows);
    const std::string_view marks = "<>/\"&; =cvrsA1]-!?:\n\xE0";
    for (int i = 0; i < 3000; ++i) {
        std::string damaged = whole;
        const int faults = 1 + static_cast<int>(random() % 3);
        for (int fault = 0; fault < faults; ++fault) {
            const std::size_t at = random() % damaged.size();
            const std::size_t length = 1 + random() % 12;
            switch (random() % 4) {
                case 0:
                    damaged[at] = marks[random() % marks.size()];
                    break;
                case 1:
                    damaged.erase(at, length);
                    break;
                case 2:
                    damaged.insert(at, damaged.substr(random() % damaged.size(), length));
                    break;
                default:
                    damaged.insert(at, 1, marks[random() % marks.size()]);
                    break;
            }
        }
        both(damaged);
    }
}

/// A sheet of many pieces of a container: cells are cut anywhere.
TEST(PlainCells, CutBetweenPieces) {
    std::string rows;
    for (int row = 1; row <= 2000; ++row) {
        rows += "<row r=\"" + std::to_string(row) + "\">";
        for (const char* column : {"A", "B", "C"}) {
            const bool odd = (row + *column) % 7 == 0;
            rows += "<c r=\"" + std::string(column) + std::to_string(row) +
                    (odd ? "\" t='str" : "\" t=\"str") + std::string(odd ? "'" : "\"") + "><v>" +
                    std::string(static_cast<std::size_t>(row % 40), 'x') + "</v></c>";
        }
        rows += "</row>";
    }
    EXPECT_EQ(both(sheet_of(rows)).cells.size(), 6001U);
    const std::string longer =
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + std::string(200'000, 'x') + "</v></c></row>";
    EXPECT_EQ(both(sheet_of(longer)).cells.size(), 2U);
}

}  // namespace
}  // namespace tarang::read::office
