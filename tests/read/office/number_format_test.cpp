// What numbers look like in the formats that Thai offices use. Expected texts are those that Excel shows.
#include "pipeline/read/office/number_format.h"

#include <gtest/gtest.h>

namespace tarang::read::office {
namespace {

// 15 March 2019 (2562).
constexpr double kDay = 43539;

std::string shown(std::string_view code, double value) { return NumberFormat(code).show(value, false); }

TEST(NumberFormat, GeneralShowsWhatThereIs) {
    EXPECT_EQ(shown("General", 0), "0");
    EXPECT_EQ(shown("General", 159100), "159100");
    EXPECT_EQ(shown("General", 0.1 + 0.2), "0.3");
    EXPECT_EQ(shown("General", 12.315), "12.315");
    EXPECT_EQ(shown("General", -7.5), "-7.5");
    EXPECT_EQ(shown("General", 3101234567890), "3101234567890");
    EXPECT_EQ(shown("", 5), "5");
}

TEST(NumberFormat, DigitsGroupsAndSections) {
    EXPECT_EQ(shown("#,##0.00", 159100), "159,100.00");
    EXPECT_EQ(shown("#,##0", 1234567.5), "1,234,568");
    EXPECT_EQ(shown("0.00", 1.005), "1.01");
    EXPECT_EQ(shown("0%", 0.8), "80%");
    EXPECT_EQ(shown("0.0%", 0.125), "12.5%");
    EXPECT_EQ(shown("#,##0.00;(#,##0.00)", -10000), "(10,000.00)");
    EXPECT_EQ(shown("#,##0;-#,##0;\"-\"", 0), "-");
    EXPECT_EQ(shown("0.00", -0.001), "0.00");
    EXPECT_EQ(shown("#,##0.00\\ \"บาท\"", 1500), "1,500.00 บาท");
    EXPECT_EQ(shown("#,##0,", 1500000), "1,500");
    EXPECT_EQ(shown("[<100]0;[>=100]\"มาก\"", 100), "มาก");
    EXPECT_EQ(shown("[Red]0", 7), "7");
    EXPECT_EQ(shown("0\" ข้อ\"", 7), "7 ข้อ");
}

TEST(NumberFormat, ThaiDigitsByBracketLetterAndNumber) {
    EXPECT_EQ(shown("\"ข้อ \"[$-D00041E]0", 7), "ข้อ ๗");
    EXPECT_EQ(shown("[$-D00041E]#,##0.00", 159100), "๑๕๙,๑๐๐.๐๐");
    EXPECT_EQ(shown("[$-th-TH,D00]0%", 0.05), "๕%");
    EXPECT_EQ(shown("t#,##0", 21000), "๒๑,๐๐๐");
    EXPECT_EQ(NumberFormat::built_in(61).show(21000, false), "๒๑,๐๐๐");
    EXPECT_EQ(NumberFormat::built_in(67).show(0.5, false), "๕๐%");
}

TEST(NumberFormat, DatesInBothEras) {
    EXPECT_EQ(shown("d/m/yyyy", kDay), "15/3/2019");
    EXPECT_EQ(shown("[$-107041E]d mmm yyyy", kDay), "15 มี.ค. 2562");
    EXPECT_EQ(shown("[$-D07041E]d mmmm yyyy", kDay), "๑๕ มีนาคม ๒๕๖๒");
    EXPECT_EQ(shown("[$-th-TH,107]d mmm yy", kDay), "15 มี.ค. 62");
    EXPECT_EQ(shown("[$-th-TH,D07]d/m/yyyy", kDay), "๑๕/๓/๒๕๖๒");
    EXPECT_EQ(shown("[$-41E]d mmm yyyy", kDay), "15 มี.ค. 2019");
    EXPECT_EQ(shown("d/m/bbbb", kDay), "15/3/2562");
    EXPECT_EQ(shown("d/m/bb", kDay), "15/3/62");
    EXPECT_EQ(shown("mmm-yy", kDay), "Mar-19");
    EXPECT_EQ(NumberFormat::built_in(72).show(kDay, false), "๑๕-มี.ค.-๖๒");
    EXPECT_EQ(NumberFormat::built_in(81).show(kDay, false), "15/3/62");
}

TEST(NumberFormat, MinutesAreMonthsBesideHours) {
    EXPECT_EQ(shown("h:mm", 0.5625), "13:30");
    EXPECT_EQ(shown("d/m/yyyy h:mm:ss", kDay + 0.25), "15/3/2019 6:00:00");
    EXPECT_EQ(shown("[h]:mm", 1.5), "36:00");
    EXPECT_EQ(shown("h:mm AM/PM", 0.5625), "1:30 PM");
}

TEST(NumberFormat, TheStoredDaySaysWhatIsADate) {
    EXPECT_TRUE(NumberFormat("[$-D07041E]d mmm yy").is_date(kDay));
    EXPECT_TRUE(NumberFormat::built_in(14).is_date(kDay));
    EXPECT_FALSE(NumberFormat("#,##0").is_date(kDay));
    EXPECT_FALSE(NumberFormat("\"วันที่ \"0").is_date(5));
    EXPECT_FALSE(NumberFormat("General").is_date(kDay));
}

TEST(NumberFormat, TextSectionAndWhatIsNotUnderstood) {
    EXPECT_EQ(NumberFormat("0;0;0;\"โครงการ\"@").show("ก"), "โครงการก");
    EXPECT_EQ(NumberFormat("@").show("๑๔"), "๑๔");
    EXPECT_EQ(shown("[", 5), "5");
    EXPECT_EQ(shown("\"open", 5), "open");
    EXPECT_EQ(shown("d/m/yyyy", -5), "-5");
}

TEST(SerialDate, CountsFrom1900WithItsDayThatNeverWas) {
    const auto day = [](double serial) { return moment_of(serial, false)->date; };
    using namespace std::chrono;
    EXPECT_EQ(day(1), 1900y / January / 1);
    EXPECT_EQ(day(59), 1900y / February / 28);
    EXPECT_EQ(day(61), 1900y / March / 1);
    EXPECT_EQ(day(kDay), 2019y / March / 15);
    EXPECT_EQ(moment_of(kDay - 1462, true)->date, 2019y / March / 15);
    EXPECT_FALSE(moment_of(-1, false));
    EXPECT_FALSE(moment_of(1e9, false));
    EXPECT_FALSE(moment_of(std::numeric_limits<double>::quiet_NaN(), false));
}

TEST(SerialDate, IsoTextsAreDaysToo) {
    EXPECT_EQ(serial_of_iso("2019-03-15"), kDay);
    EXPECT_EQ(serial_of_iso("2019-03-15T12:00:00"), kDay + 0.5);
    EXPECT_EQ(serial_of_iso("1900-02-28"), 59);
    EXPECT_FALSE(serial_of_iso("2019-02-30"));
    EXPECT_FALSE(serial_of_iso("15/03/2562"));
    EXPECT_FALSE(serial_of_iso(""));
}

}  // namespace
}  // namespace tarang::read::office
