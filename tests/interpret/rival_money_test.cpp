// Several columns of money: which of them is the budget, and which was paid out.
#include "pipeline/interpret/columns/rival_money.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::table_of;
using testing::IsEmpty;

std::vector<ActivityRecord> read(const CleanTable& table) {
    DocumentRecords records = interpret(document_of({table}, {}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records.activities;
}

std::int64_t baht(const std::optional<Budget>& money) {
    return money && money->amount ? money->amount->value / 100 : -1;
}

TEST(RivalMoney, TheColumnThatIsTheSumOfTheOthersIsTheBudget) {
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("รายละเอียดงบประมาณ", 4), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"ค่าตอบแทน", "ค่าใช้สอย", "ค่าวัสดุ", "ยอด"},
                          {"ปรับปรุงโรงอาหาร", "-", "๑๗,๐๐๐", "๖,๐๐๐", "๒๓,๐๐๐", "นางวันดี มีสุข"},
                          {"จัดค่ายวิชาการ", "๑๑,๐๐๐", "๑๖,๐๐๐", "๒,๐๐๐", "๒๙,๐๐๐", "นายปรีชา ดีใจ"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 23'000);
    EXPECT_EQ(baht(records[1].budget), 29'000);
    EXPECT_EQ(records[1].amounts.size(), 3U);
}

TEST(RivalMoney, WithoutATotalTheyAreParts) {
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ (บาท)", 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"ค่าตอบแทน", "ค่าวัสดุ"},
                          {"ปรับปรุงโรงอาหาร", "๑๗,๐๐๐", "๖,๐๐๐", "นางวันดี มีสุข"},
                          {"จัดค่ายวิชาการ", "๑๑,๐๐๐", "๒,๐๐๐", "นายปรีชา ดีใจ"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 23'000);
    EXPECT_EQ(records[0].budget->stated, Budget::Stated::kSum);
}

TEST(RivalMoney, WhatWasGrantedCountsAndWhatWasAskedForDoesNot) {
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ", 4), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"ที่ขอ", "ที่ได้", "ที่จ่าย", "คงเหลือ"},
                          {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "๔๐,๐๐๐", "๓๙,๐๐๐", "๑,๐๐๐", "นางวันดี มีสุข"},
                          {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "๒๐,๐๐๐", "๑๙,๐๐๐", "๑,๐๐๐", "นายปรีชา ดีใจ"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 40'000);
    EXPECT_EQ(baht(records[0].spent), 39'000);
    EXPECT_EQ(baht(records[0].remaining), 1'000);
}

TEST(RivalMoney, AfterAChangeAndAllSoFarCount) {
    const auto records = read(table_of(1, {{"โครงการ", "งบเดิม", "งบหลังปรับ", "เบิกจ่ายเดือนนี้", "เบิกจ่ายสะสม"},
                                           {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "๔๐,๐๐๐", "๙,๐๐๐", "๓๐,๐๐๐"},
                                           {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "๒๕,๐๐๐", "๑,๐๐๐", "๑๑,๐๐๐"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 40'000);
    EXPECT_EQ(baht(records[0].spent), 30'000);
    EXPECT_EQ(records[0].amounts.size(), 0U);
}

TEST(RivalMoney, TheOnlyAmountsAreTheBudgetUnlessTheirHeaderSaysOtherwise) {
    const auto budget = [](const char* header) {
        const auto records = read(table_of(1, {{"โครงการ", header, "ผู้รับผิดชอบ"},
                                               {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "นางวันดี มีสุข"},
                                               {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "นายปรีชา ดีใจ"}}));
        return records.empty() ? -1 : baht(records[0].budget);
    };
    EXPECT_EQ(budget("ตั้งจ่าย"), 50'000);
    EXPECT_EQ(budget("ประมาณการ"), 50'000);
    EXPECT_EQ(budget("จ่ายไปแล้ว"), -1);
    EXPECT_EQ(budget("ราคากลาง"), -1);
}

TEST(RivalMoney, NeededIsNotPaidOut) {
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ", 2), Cell("ผลการดำเนินงาน", 1, 2)},
                          {"ไม่ใช้", "ใช้ (บาท)"},
                          {"ปรับปรุงโรงอาหาร", "", "๕๐,๐๐๐", "แล้วเสร็จ"},
                          {"จัดค่ายวิชาการ", "", "๒๐,๐๐๐", "แล้วเสร็จ"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 50'000);
    EXPECT_FALSE(records[0].spent);
}

TEST(RivalMoney, WhatIsPlannedOrSetAsideIsNotPaidOut) {
    const auto planned = read(table_of(1, {{"โครงการ", "ประมาณการค่าใช้จ่าย", "ผู้รับผิดชอบ"},
                                           {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "นางวันดี มีสุข"},
                                           {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "นายปรีชา ดีใจ"}}));
    ASSERT_EQ(planned.size(), 2U);
    EXPECT_EQ(baht(planned[0].budget), 50'000);
    EXPECT_FALSE(planned[0].spent);
    const auto aside =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ (บาท)", 3), Cell("หมายเหตุ", 1, 2)},
                          {"ตั้งจ่าย", "เบิกแล้ว", "รอเบิก"},
                          {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "๓๐,๐๐๐", "๒๐,๐๐๐", ""},
                          {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "-", "๒๐,๐๐๐", ""}}));
    ASSERT_EQ(aside.size(), 2U);
    EXPECT_EQ(baht(aside[0].budget), 50'000);
    EXPECT_EQ(baht(aside[0].spent), 30'000);
}

TEST(RivalMoney, SatangInAColumnOfTheirOwnBelongToTheBaht) {
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ", 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"บาท", "สต."},
                          {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "๗๕", "นางวันดี มีสุข"},
                          {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "-", "นายปรีชา ดีใจ"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].budget->amount, Satang{5'000'075});
    EXPECT_EQ(records[1].budget->amount, Satang{2'000'000});
}

TEST(RivalMoney, KindsOfExpensesAreNoActivities) {
    EXPECT_THAT(read(table_of(1, {{"รายการ", "งบประมาณ", "เบิกจ่าย"},
                                  {"ค่าวัสดุสำนักงาน", "๕๐,๐๐๐", "๔๐,๐๐๐"},
                                  {"ค่าใช้สอย", "๒๐,๐๐๐", "๑๐,๐๐๐"}})),
                IsEmpty());
}

TEST(RivalMoney, BesideLastYearsAmountsThoseOfTheDocumentsYearCount) {
    const CleanTable table = table_of(1, {{"โครงการ", "งบประมาณปี ๒๕๖๖", "งบประมาณปี ๒๕๖๗", "ผู้รับผิดชอบ"},
                                          {"ปรับปรุงโรงอาหาร", "๕๐,๐๐๐", "๔๐,๐๐๐", "นางวันดี มีสุข"},
                                          {"จัดค่ายวิชาการ", "๒๐,๐๐๐", "๑๐,๐๐๐", "นายปรีชา ดีใจ"}});
    const auto budget = [&table](std::vector<std::string> lines) {
        return baht(
            interpret(document_of({table}, std::move(lines)), shipped_profiles()).activities.at(0).budget);
    };
    EXPECT_EQ(budget({"แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"}), 40'000);
    EXPECT_EQ(budget({"แผนปฏิบัติการ"}), 90'000);
}

TEST(RivalMoney, AfterATransferCountsAndTheTransferIsNone) {
    const auto records =
        read(table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 3), Cell("เบิกจ่าย", 1, 2),
                           Cell("สถานะ/ปัญหา", 1, 2)},
                          {"ตาม พ.ร.บ.", "โอนเปลี่ยนแปลง (+/-)", "หลังโอนเปลี่ยนแปลง"},
                          {"๑", "ปรับปรุงโรงอาหาร", "37,000", "-5,000", "32,000", "8,000", "แล้วเสร็จ"},
                          {"๒", "จัดค่ายวิชาการ", "20,000", "5,000", "25,000", "-", "ยกเลิก"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 32'000);
    EXPECT_EQ(baht(records[1].budget), 25'000);
    EXPECT_TRUE(records[0].amounts.empty()) << "a transfer is no part of the budget";
}

TEST(RivalMoney, WhatIsLeftAfterATransferIsTheBudget) {
    const auto records = read(
        table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 3), Cell("ผลการดำเนินงาน", 2)},
                     {"ตั้งไว้", "โอนเพิ่ม/ลด", "คงเหลือหลังโอน", "เบิกจ่าย", "คงเหลือ"},
                     {"๑", "ปรับปรุงโรงอาหาร", "37,000", "-5,000", "32,000", "8,000", "24,000"},
                     {"๒", "จัดค่ายวิชาการ", "20,000", "-", "20,000", "20,000", "-"},
                     {"๓", "ทาสีรั้ว", "10,000", "1,000", "11,000", "-", "11,000"}}));
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(baht(records[0].budget), 32'000);
    EXPECT_EQ(baht(records[1].budget), 20'000);
    EXPECT_EQ(baht(records[2].budget), 11'000);
    EXPECT_EQ(baht(records[0].spent), 8'000);
}

TEST(RivalMoney, OnASheetAGroupMayStandOverItsFirstColumnAlone) {
    CleanTable table = table_of(0, {{"ที่", "โครงการ", "งบประมาณ", "", "การเบิกจ่าย", ""},
                                    {"", "", "อุดหนุน", "รายได้", "อุดหนุน", "รายได้"},
                                    {"๑", "ปรับปรุงโรงอาหาร", "37,000", "5,000", "8,000", "5,000"},
                                    {"๒", "จัดค่ายวิชาการ", "20,000", "", "20,000", ""}});
    for (CleanCell& cell : table.cells) {
        for (Fragment& piece : cell.value.fragments) piece.place = Place{};
    }
    const auto records = read(table);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 42'000);
    EXPECT_EQ(baht(records[0].spent), 13'000);
    EXPECT_EQ(baht(records[1].budget), 20'000);
}

TEST(RivalMoney, WhatTheOrdinanceGrantsCountsBesideThePlan) {
    const auto records = read(table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 3)},
                                           {"ตามแผน", "ตามข้อบัญญัติ", "เบิกจ่าย"},
                                           {"๑", "ปรับปรุงโรงอาหาร", "37,000", "-", "-"},
                                           {"๒", "จัดค่ายวิชาการ", "20,000", "18,000", "17,500"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].budget->stated, Budget::Stated::kNone);
    EXPECT_EQ(baht(records[1].budget), 18'000);
    EXPECT_EQ(baht(records[1].spent), 17'500);
}

TEST(RivalMoney, BesideASourceEveryNameIsASource) {
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("ระยะเวลา", 1, 2), Cell("งบประมาณ/แหล่งที่จัดสรร", 4)},
                          {"อุดหนุน", "กิจกรรมพัฒนา", "อปท.", "อื่น ๆ"},
                          {"ปรับปรุงโรงอาหาร", "ม.ค. ๒๕๖๗", "๑๑,๐๐๐", "๑๒,๐๐๐", "-", "๘,๐๐๐"},
                          {"จัดค่ายวิชาการ", "ก.พ. ๒๕๖๗", "-", "๓,๐๐๐", "๒,๐๐๐", "-"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 31'000);
    EXPECT_EQ(baht(records[1].budget), 5'000);
    EXPECT_FALSE(records[1].field(FieldKey::kResponsible)) << "an office that pays answers for nothing";
}

TEST(RivalMoney, TheSameMoneyUnderEachYear) {
    const std::string money = "งบประมาณ (บาท)";
    const auto records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), "ปี ๒๕๖๖", "ปี ๒๕๖๗", "ปี ๒๕๖๘", Cell("หมายเหตุ", 1, 2)},
                          {money, money, money},
                          {"ปรับปรุงโรงอาหาร", "๑๑,๐๐๐", "๑๒,๐๐๐", "-", ""},
                          {"จัดค่ายวิชาการ", "-", "๓,๐๐๐", "๒,๐๐๐", ""}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 23'000);
    EXPECT_EQ(records[0].amounts.size(), 3U);
    EXPECT_EQ(records[0].amounts[1].year, BuddhistYear{2567});
}

TEST(RivalMoney, TargetAndMoneyUnderEachYear) {
    const auto records =
        read(table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("ปี ๒๕๖๖", 2), Cell("ปี ๒๕๖๗", 2),
                           Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"เป้าหมาย", "งบประมาณ", "เป้าหมาย", "งบประมาณ"},
                          {"๑", "ปรับปรุงโรงอาหาร", "๕๘ คน", "๑๑,๐๐๐", "-", "-", "กองช่าง"},
                          {"๒", "จัดค่ายวิชาการ", "๒๐ คน", "๓,๐๐๐", "๓๐ คน", "๒,๐๐๐", "กองการศึกษา"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 11'000);
    EXPECT_EQ(baht(records[1].budget), 5'000);
    EXPECT_EQ(records[1].amounts.size(), 2U);
}

TEST(RivalMoney, AMoneyColumnInARowOfSourcesIsOne) {
    const auto records = read(table_of(1, {{"ที่", "โครงการ", "งบ อบต.", "งบ อบจ.", "งบกรมส่งเสริมฯ", "ผู้รับผิดชอบ"},
                                           {"๑", "ปรับปรุงโรงอาหาร", "-", "๕,๐๐๐", "๖,๐๐๐", "กองช่าง"},
                                           {"๒", "จัดค่ายวิชาการ", "๓,๐๐๐", "-", "-", "กองการศึกษา"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 11'000);
    EXPECT_EQ(baht(records[1].budget), 3'000);
}

TEST(RivalMoney, PlanAndResultUnderEachSourceAreAddedUp) {
    const auto records =
        read(table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("เงินอุดหนุน", 2), Cell("เงินรายได้", 2)},
                          {"แผน", "ผล", "แผน", "ผล"},
                          {"๑", "ปรับปรุงโรงอาหาร", "11,000", "10,500", "4,000", "-"},
                          {"๒", "จัดค่ายวิชาการ", "3,000", "-", "2,000", "2,000"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(baht(records[0].budget), 15'000);
    EXPECT_EQ(baht(records[0].spent), 10'500);
    EXPECT_EQ(baht(records[1].spent), 2'000);
}

TEST(RivalMoney, WhatIsMeasuredMonthByMonthIsNoMoney) {
    const auto records = read(table_of(
        2, {{Cell("ที่", 1, 2), Cell("ตัวชี้วัด", 1, 2), Cell("เป้าหมาย", 1, 2), Cell("ผลงานปีงบประมาณ 2568", 3)},
            {"ต.ค.", "พ.ย.", "ธ.ค."},
            {"๑", "ร้อยละของเด็กที่มีพัฒนาการสมวัย", "80.00", "81.25", "84.50", "90.10"},
            {"๒", "อัตราการฝากครรภ์ครบเกณฑ์", "75.00", "70.30", "77.20", "79.60"}}));
    ASSERT_EQ(records.size(), 2U);
    EXPECT_FALSE(records[0].budget);
    EXPECT_TRUE(records[0].amounts.empty());
}

}  // namespace
}  // namespace tarang::interpret
