#include "host/export/tables/csv_writer.h"

#include <gtest/gtest.h>

#include <sstream>

#include "host/export/plain_text.h"

namespace tarang::exporting {
namespace {

/// The line that one text makes, without mark and line end.
std::string csv_of(std::string_view text) {
    std::ostringstream out;
    CsvWriter csv(out);
    csv.number("1");
    csv.text(text);
    csv.end_row();
    const std::string file = out.str();
    EXPECT_TRUE(file.starts_with("\xEF\xBB\xBF"));
    EXPECT_TRUE(file.ends_with("\r\n"));
    return file.substr(5, file.size() - 7);
}

TEST(CsvWriter, QuotesWhatNeedsIt) {
    EXPECT_EQ(csv_of("น้ำ"), "น้ำ");
    EXPECT_EQ(csv_of("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_of("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csv_of("a\r\nb\rc"), "\"a\nb\nc\"");
    EXPECT_EQ(csv_of(" a"), "\" a\"");
    EXPECT_EQ(csv_of(""), "");
}

TEST(CsvWriter, NoTextIsAFormula) {
    EXPECT_EQ(csv_of("- เพื่อพัฒนาครู"), "'- เพื่อพัฒนาครู");
    EXPECT_EQ(csv_of("-"), "'-");
    EXPECT_EQ(csv_of("=1+1"), "'=1+1");
    EXPECT_EQ(csv_of("+66 2"), "'+66 2");
    EXPECT_EQ(csv_of("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csv_of("\t=1"), "\"'\t=1\"");
    EXPECT_EQ(csv_of("\r=1"), "\"'\n=1\"");
    EXPECT_EQ(csv_of("  =1"), "'  =1");
    EXPECT_EQ(csv_of("\u200B=1"), "'\u200B=1");
    EXPECT_EQ(csv_of("＝1＋1"), "'＝1＋1");
    EXPECT_EQ(csv_of("－๕"), "'－๕");
    EXPECT_EQ(csv_of("＠x"), "'＠x");
    EXPECT_EQ(csv_of("๑ - ๒"), "๑ - ๒");
    EXPECT_EQ(csv_of("– เพื่อ"), "– เพื่อ");  // a dash is no minus
}

// Taking one apostrophe off gives every text back.
TEST(CsvWriter, TheMarkCanBeTakenOff) {
    EXPECT_EQ(csv_of("'=1"), "''=1");
    EXPECT_EQ(csv_of("'น้ำ'"), "''น้ำ'");
}

TEST(CsvWriter, NumbersStayNumbers) {
    std::ostringstream out;
    CsvWriter csv(out);
    csv.number("-500.00");
    csv.empty();
    csv.empty();
    csv.end_row();
    EXPECT_EQ(out.str(), "\xEF\xBB\xBF-500.00,,\r\n");
}

TEST(CsvWriter, AnEmptyLineIsNoRow) {
    std::ostringstream out;
    CsvWriter csv(out);
    csv.text("");
    csv.end_row();
    csv.blank_line();
    csv.text("x");
    csv.end_row();
    EXPECT_EQ(out.str(), "\xEF\xBB\xBF\"\"\r\n\r\nx\r\n");
}

TEST(PlainText, IsWhatAnyReaderTakes) {
    EXPECT_EQ(plain_text("ก\xFFข"), "ก\uFFFDข");
    EXPECT_EQ(plain_text(std::string_view("a\0b\x1b", 4)), "a\uFFFDb\uFFFD");
    EXPECT_EQ(plain_text("a\tb\r\n\rc\n"), "a\tb\n\nc\n");
    EXPECT_EQ(plain_text("\uFFFEx\uFFFF\u0085"), "\uFFFDx\uFFFD\uFFFD");
}

}  // namespace
}  // namespace tarang::exporting
