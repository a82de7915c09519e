// The fiscal year of a title that does not call it so.
#include "lib/values/told_year.h"

#include <gtest/gtest.h>

namespace tarang::values {
namespace {

TEST(ToldYear, TheOnlyYear) {
    EXPECT_EQ(fiscal_year_told("รายงานสรุปผลการดำเนินงาน ปี 2566"), BuddhistYear{2566});
    EXPECT_EQ(fiscal_year_told("รายงานการทำงานรอบปี ๒๕๖๗"), BuddhistYear{2567});
    EXPECT_EQ(fiscal_year_told("บัญชีโครงการตามแผนการดำเนินงาน พ.ศ. 2565"), BuddhistYear{2565});
}

TEST(ToldYear, AMonthIsOfTheFiscalYearThatItFallsIn) {
    EXPECT_EQ(fiscal_year_told("ผลการเบิกจ่าย ประจำเดือนมีนาคม ๒๕๖๓"), BuddhistYear{2563});
    EXPECT_EQ(fiscal_year_told("ผลการเบิกจ่าย เดือนตุลาคม พ.ศ. ๒๕๖๓"), BuddhistYear{2564});
}

TEST(ToldYear, DatesWithinOneYear) {
    EXPECT_EQ(fiscal_year_told("ระหว่างวันที่ 1 ตุลาคม 2562 ถึงวันที่ 30 กันยายน 2563"), BuddhistYear{2563});
    EXPECT_EQ(fiscal_year_told("ระหว่างวันที่ 1 มกราคม 2562 ถึงวันที่ 30 กันยายน 2563"), std::nullopt);
}

TEST(ToldYear, SeveralYearsAndSchoolYearsTellNone) {
    EXPECT_EQ(fiscal_year_told("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)"), std::nullopt);
    EXPECT_EQ(fiscal_year_told("แผนปฏิบัติการ ปีการศึกษา 2566"), std::nullopt);
    EXPECT_EQ(fiscal_year_told("คำสั่งที่ 2566"), std::nullopt);
    EXPECT_EQ(fiscal_year_told(""), std::nullopt);
}

}  // namespace
}  // namespace tarang::values
