// Workbooks of Excel 97 to 2003, composed record by record.
#include "pipeline/read/office/xls.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>

namespace tarang::read::office {
namespace {

std::string little(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i));
    return out;
}

std::string record(std::uint16_t kind, const std::string& body) {
    return little(kind, 2) + little(body.size(), 2) + body;
}

/// Letters of Thai in two bytes each, behind a count and a flag.
std::string wide(std::u16string_view text, int count_bytes = 2) {
    std::string out = little(text.size(), count_bytes) + "\x01";
    for (const char16_t c : text) out += little(c, 2);
    return out;
}

std::string begin(int type) {
    return record(0x809,
                  little(0x600, 2) + little(static_cast<std::uint64_t>(type), 2) + std::string(12, '\0'));
}
std::string end() { return record(0x0A, ""); }

std::string head(int row, int column, int style = 0) {
    return little(static_cast<std::uint64_t>(row), 2) + little(static_cast<std::uint64_t>(column), 2) +
           little(static_cast<std::uint64_t>(style), 2);
}

std::string shared(int row, int column, int index) {
    return record(0xFD, head(row, column) + little(static_cast<std::uint64_t>(index), 4));
}

std::string number(int row, int column, double value, int style = 0) {
    return record(0x203, head(row, column, style) + little(std::bit_cast<std::uint64_t>(value), 8));
}

std::string style(int format) {
    return record(0xE0, little(0, 2) + little(static_cast<std::uint64_t>(format), 2) + std::string(16, '\0'));
}

/// The book of one sheet with these cells.
std::string book(const std::string& cells, const std::string& strings, bool hidden = false) {
    const std::string name = wide(u"แผน", 1);
    const std::string before =
        begin(5) + record(0x41E, little(200, 2) + wide(u"[$-D07041E]d mmm yyyy")) + style(0) + style(200);
    const std::size_t entry = 4 + 6 + name.size();
    const std::size_t position = before.size() + entry + strings.size() + end().size();
    return before + record(0x85, little(position, 4) + little(hidden ? 1 : 0, 1) + little(0, 1) + name) +
           strings + end() + begin(0x10) + cells + end();
}

std::string strings_of(const std::vector<std::u16string>& texts) {
    std::string body = little(texts.size(), 4) + little(texts.size(), 4);
    for (const auto& text : texts) body += wide(text);
    return record(0xFC, body);
}

SheetContent only_sheet(const std::string& stream) {
    auto read = read_xls(stream, {});
    EXPECT_EQ(read.index(), 0U);
    if (read.index() != 0) return {};
    auto& sheets = std::get<XlsBook>(read).sheets;
    return sheets.size() == 1 ? sheets[0].content : SheetContent();
}

std::vector<std::string> texts_of(const SheetContent& sheet) {
    std::vector<std::string> texts;
    for (const SheetCell& cell : sheet.cells) texts.push_back(name_of(cell.place) + "=" + cell.value.text);
    return texts;
}

TEST(Xls, CellsOfAllKinds) {
    const std::string packed =
        record(0x27E, head(1, 0) + little(7U << 2U | 2U, 4)) +       // 7
        record(0x27E, head(1, 1) + little((1050U << 2U) | 3U, 4)) +  // 10.5
        record(0xBD, little(2, 2) + little(0, 2) + little(0, 2) + little(1U << 2U | 2U, 4) + little(0, 2) +
                         little(2U << 2U | 2U, 4) + little(1, 2));
    const std::string formula = record(0x06, head(3, 0) + little(std::bit_cast<std::uint64_t>(2.5), 8)) +
                                record(0x06, head(3, 1) + std::string("\0\0\0\0\0\0\xFF\xFF", 8)) +
                                record(0x207, wide(u"ผล")) +
                                record(0x205, head(3, 2) + std::string("\x07\x01", 2));
    const SheetContent sheet = only_sheet(
        book(shared(0, 0, 1) + number(0, 1, 43539, 1) + packed + formula, strings_of({u"หนึ่ง", u"สอง"})));
    EXPECT_EQ(sheet.name, "แผน");
    EXPECT_EQ(texts_of(sheet), (std::vector<std::string>{"A1=สอง", "B1=๑๕ มี.ค. ๒๕๖๒", "A2=7", "B2=10.5",
                                                         "A3=1", "B3=2", "A4=2.5", "B4=ผล", "C4=#DIV/0!"}));
    EXPECT_EQ(sheet.cells[1].value.stored, "2019-03-15");
}

/// The second string's letters go on in the next record, which says anew how wide they are.
TEST(Xls, StringsGoOnInTheNextRecord) {
    const std::string first =
        little(2, 4) + little(2, 4) + wide(u"ก") + little(4, 2) + "\x01" + little(u'ข', 2);
    const std::string second = std::string("\x01") + little(u'ค', 2);
    const std::string third = std::string("\x00", 1) + "ab";
    const SheetContent sheet = only_sheet(book(
        shared(0, 0, 0) + shared(0, 1, 1), record(0xFC, first) + record(0x3C, second) + record(0x3C, third)));
    EXPECT_EQ(texts_of(sheet), (std::vector<std::string>{"A1=ก", "B1=ขคab"}));
}

TEST(Xls, MergesAndWhatIsHidden) {
    const std::string hidden_row = record(0x208, little(1, 2) + std::string(10, '\0') + little(0x20, 4));
    const std::string hidden_column = record(0x7D, little(2, 2) + little(2, 2) + little(0, 4) + little(1, 2));
    const std::string merge =
        record(0xE5, little(1, 2) + little(0, 2) + little(2, 2) + little(0, 2) + little(1, 2));
    const SheetContent sheet =
        only_sheet(book(hidden_column + hidden_row + shared(0, 0, 0) + number(0, 2, 5) + number(1, 3, 6) +
                            number(2, 1, 7) + merge,
                        strings_of({u"ก"})));
    ASSERT_EQ(sheet.cells.size(), 1U);
    EXPECT_EQ(sheet.cells[0].row_span, 3);
    EXPECT_EQ(sheet.cells[0].column_span, 2);
    EXPECT_EQ(sheet.hidden.size(), 2U);
}

TEST(Xls, PasswordsAndOlderVersions) {
    const auto code = [](const std::string& stream) {
        const auto read = read_xls(stream, {});
        const auto* failed = std::get_if<EventCode>(&read);
        return failed == nullptr ? EventCode::kOk : *failed;
    };
    EXPECT_EQ(code(begin(5) + record(0x2F, "x") + end()), EventCode::kEncrypted);
    EXPECT_EQ(code(record(0x809, little(0x500, 2) + little(5, 2))), EventCode::kUnsupportedFormat);
    EXPECT_EQ(code(""), EventCode::kDamaged);
    const std::string whole = book(shared(0, 0, 0), strings_of({u"ก"}));
    EXPECT_EQ(code(whole.substr(0, whole.size() - 6)), EventCode::kDamaged);
    Limits limits;
    limits.max_cells = 0;
    EXPECT_EQ(std::get<EventCode>(read_xls(whole, limits)), EventCode::kTooComplex);
}

TEST(Xls, BrokenStreamsHaveAVerdictEach) {
    const std::string whole =
        book(shared(0, 0, 1) + number(0, 1, 43539, 1) + record(0xE5, little(1, 2) + std::string(8, '\1')),
             strings_of({u"หนึ่ง", u"สอง"}));
    int read_well = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        std::string bytes = whole;
        for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
        if (seed % 3 == 0) bytes.erase(random() % bytes.size(), 1 + random() % 8);
        read_well += read_xls(bytes, {}).index() == 0 ? 1 : 0;
    }
    EXPECT_LT(read_well, 300);
}

}  // namespace
}  // namespace tarang::read::office
