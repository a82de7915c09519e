#include "host/export/terminal/text_table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "host/export/terminal/show.h"
#include "tests/support/sample_records.h"

namespace tarang::exporting {
namespace {

using thai::Align;

std::string drawn(const TextTable& table, std::size_t width, bool color = false) {
    std::ostringstream out;
    table.write(out, width, color);
    return out.str();
}

TextTable sample() {
    TextTable table({{"ชื่อ", Align::kLeft, 4}, {"บาท", Align::kRight}, {"ว่าง"}});
    table.add({{"ผู้ให้น้ำใจ"}, {"1.00"}});
    table.add({{"abc"}, {"1,000.00", Tone::kBad}, {}});
    return table;
}

TEST(TextTable, AlignsByWhatIsDrawn) {
    EXPECT_EQ(drawn(sample(), 0),
              "ชื่อ            บาท\n"
              "───────  ────────\n"
              "ผู้ให้น้ำใจ      1.00\n"
              "abc      1,000.00\n");
}

TEST(TextTable, CutsOnlyWhatMayBeCut) {
    EXPECT_EQ(drawn(sample(), 15),
              "ชื่อ          บาท\n"
              "─────  ────────\n"
              "ผู้ให้น้…      1.00\n"
              "abc    1,000.00\n");
    EXPECT_EQ(drawn(sample(), 3), drawn(sample(), 14));  // never below the least
}

TEST(TextTable, LeavesOutWhatIsSpareWhereCuttingIsNotEnough) {
    TextTable table({{"a", Align::kLeft, 2}, {"b", Align::kLeft, 0, 1}, {"c", Align::kLeft, 0, 2}});
    table.add({{"aaaa"}, {"bbbb"}, {"cccc"}});
    EXPECT_EQ(drawn(table, 14), "a   b     c\n──  ────  ────\na…  bbbb  cccc\n");
    EXPECT_EQ(drawn(table, 13), "a     b\n────  ────\naaaa  bbbb\n");
    EXPECT_EQ(drawn(table, 1), "a\n──\na…\n");
}

TEST(TextTable, ColorsSurroundTheCell) {
    EXPECT_NE(drawn(sample(), 0, true).find("\x1b[31m1,000.00\x1b[0m\n"), std::string::npos);
    EXPECT_EQ(drawn(sample(), 0, false).find('\x1b'), std::string::npos);
}

// A report's text must not be able to command the terminal or to show one name as another.
TEST(TextTable, TextCannotCommandTheTerminal) {
    EXPECT_EQ(terminal_text("a\x1b[2Jb\x07\u009B31m"), "a[2Jb31m");
    EXPECT_EQ(terminal_text("fdp.\u202Eexe\u2066"), "fdp.exe");
    EXPECT_EQ(terminal_text(" ก \n\t ข\r\n"), "ก ข");
    EXPECT_EQ(terminal_text("ก\xFF"), "ก\uFFFD");
}

TEST(Show, Periods) {
    const auto thai = [](Date start, Date end) { return text_of_period({start, end, {}}, Language::kThai); };
    using test::date;
    EXPECT_EQ(thai(date(2019, 3, 1), date(2019, 7, 31)), "มี.ค. - ก.ค. 2562");
    EXPECT_EQ(thai(date(2018, 10, 1), date(2019, 9, 30)), "ต.ค. 2561 - ก.ย. 2562");
    EXPECT_EQ(thai(date(2020, 2, 1), date(2020, 2, 29)), "ก.พ. 2563");
    EXPECT_EQ(thai(date(2019, 2, 1), date(2019, 2, 27)), "1 ก.พ. - 27 ก.พ. 2562");
    EXPECT_EQ(thai(date(2019, 5, 9), date(2019, 5, 9)), "9 พ.ค. 2562");
    EXPECT_EQ(text_of_period({std::nullopt, date(2019, 5, 9), {}}, Language::kThai), "? - 9 พ.ค. 2562");
    EXPECT_EQ(text_of_period({date(2019, 5, 9), std::nullopt, {}}, Language::kEnglish), "2019-05-09 - ?");
    EXPECT_EQ(text_of_period({}, Language::kThai), "");
}

TEST(Show, Money) {
    const auto amount = [](std::int64_t satang) {
        return text_of_money({Satang{satang}, Budget::Stated::kAmount});
    };
    EXPECT_EQ(amount(0), "0.00");
    EXPECT_EQ(amount(99999), "999.99");
    EXPECT_EQ(amount(100000), "1,000.00");
    EXPECT_EQ(amount(123456789012), "1,234,567,890.12");
    EXPECT_EQ(amount(-12345678), "-123,456.78");
    EXPECT_EQ(text_of_money({std::nullopt, Budget::Stated::kNone}), "-");
    EXPECT_EQ(text_of_money({std::nullopt, Budget::Stated::kUnreadable}), "?");
}

}  // namespace
}  // namespace tarang::exporting
