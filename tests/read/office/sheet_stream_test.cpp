// Workbooks too large to be held: their rows as they come.
#include "pipeline/read/office/sheet_stream.h"

#include <gtest/gtest.h>

#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::office {
namespace {

using test::row_of;
using test::TemporaryFile;
using test::xlsx;

std::string sheet_data(std::string_view rows) { return "<sheetData>" + std::string(rows) + "</sheetData>"; }

std::vector<std::string> texts_of(const TextRow& row) {
    std::vector<std::string> texts;
    std::string_view rest = row.texts;
    for (const std::int32_t length : row.lengths) {
        texts.emplace_back(rest.substr(0, static_cast<std::size_t>(length)));
        rest.remove_prefix(static_cast<std::size_t>(length));
    }
    return texts;
}

/// The second style is a day with a Buddhist year.
const std::string kStyles =
    "<numFmts><numFmt numFmtId=\"200\" formatCode=\"[$-D07041E]d mmm yyyy\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>";

TEST(SheetStream, RowsOfALargeWorkbookComeOneByOne) {
    const std::string hidden = "<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>9</v></c></row>";
    const std::string date = "<row r=\"4\"><c r=\"C4\" s=\"1\"><v>43539</v></c></row>";
    const TemporaryFile file(xlsx({{"s", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>" +
                                             sheet_data(row_of(1, {"a", "ซ่อน", "c"}) + hidden + date)},
                                   {"ซ่อน", sheet_data(row_of(1, {"x"})), "state=\"hidden\""},
                                   {"t", sheet_data(row_of(1, {"b"}))}},
                                  kStyles));
    std::vector<std::pair<std::int32_t, std::vector<std::string>>> rows;
    const RowSink take = [&rows](const TextRow& row) { rows.emplace_back(row.sheet, texts_of(row)); };
    const auto streamed = stream_rows(0, file.fd(), {}, take);
    ASSERT_TRUE(streamed && streamed->index() == 0);
    EXPECT_EQ(std::get<0>(*streamed).at(0).code, FindingCode::kHiddenSheet);
    const std::vector<std::pair<std::int32_t, std::vector<std::string>>> wanted{
        {0, {"a", "", "c"}}, {0, {"", "", "๑๕ มี.ค. ๒๕๖๒"}}, {1, {"b"}}};
    EXPECT_EQ(rows, wanted);
    rows.clear();
    EXPECT_EQ(stream_rows(6, file.fd(), {}, take), std::nullopt);
    EXPECT_TRUE(rows.empty());
    EXPECT_TRUE(stream_rows(5, file.fd(), {}, take).has_value());
    EXPECT_EQ(rows, wanted);
    Limits limits;
    limits.max_cells = 1;
    const auto refused = stream_rows(0, file.fd(), limits, take);
    ASSERT_TRUE(refused);
    EXPECT_EQ(std::get<EventCode>(*refused), EventCode::kTooComplex);
}

TEST(SheetStream, ACellThatComesLateStandsInItsColumn) {
    const std::string late =
        "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c>"
        "<c r=\"C1\"><v>33</v></c></row>";
    const TemporaryFile file(xlsx({{"s", sheet_data(late)}}));
    std::vector<std::string> texts;
    const auto streamed =
        stream_rows(0, file.fd(), {}, [&texts](const TextRow& row) { texts = texts_of(row); });
    ASSERT_TRUE(streamed);
    EXPECT_EQ(texts, (std::vector<std::string>{"1", "", "33"}));
}

}  // namespace
}  // namespace tarang::read::office
