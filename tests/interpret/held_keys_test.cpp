// Columns that are known by what they hold, where their headers leave it open.
#include "pipeline/interpret/columns/held_keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using namespace std::chrono;
using test::Cell;
using test::document_of;
using test::table_of;
using testing::IsEmpty;

DocumentRecords read(const CleanTable& table) {
    DocumentRecords records = interpret(document_of({table}, {}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

std::string text(const ActivityRecord& activity, FieldKey key) { return test::text_of(activity.field(key)); }

TEST(HeldKeys, PeriodsPersonsAndAmountsAreKnownWithoutTheirHeaders) {
    const DocumentRecords records =
        read(table_of(1, {{"ที่", "โครงการ", "งบประมาณ/แหล่งที่มา", "เดือนที่จัด", "ครูเจ้าของงาน"},
                          {"๑", "ปรับปรุงโรงอาหาร", "๑๐,๐๐๐ บาท (งบจังหวัด)", "ม.ค. ๒๕๖๗", "นางวันดี มีสุข"},
                          {"๒", "จัดค่ายวิชาการ", "๒๕,๐๐๐ บาท (เงินรายได้)", "ก.พ. ๒๕๖๗", "นายปรีชา ดีใจ"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{1'000'000}, Budget::Stated::kAmount}));
    EXPECT_EQ(records.activities[1].period->start, 2024y / February / 1);
    EXPECT_EQ(text(records.activities[1], FieldKey::kResponsible), "นายปรีชา ดีใจ");
}

// No rule was seen between two headers: both columns are under the name's.
TEST(HeldKeys, PeriodsBesideTheNamesUnderOneHeaderAreTheTime) {
    const DocumentRecords records =
        read(table_of(1, {{"ที่", Cell("โครงการ/กิจกรรม I ระยมวลา", 2), "งบประมาณ", "สถานะ"},
                          {"1", "ปรับปรุงโรงอาหาร", "ต.ค. 2566 - ม.ค. 2567", "8,251", "ดำเนินการแล้ว"},
                          {"2", "จัดค่ายวิชาการ", "ม.ค. 2567", "7,000", "ดำเนินการแล้ว"},
                          {"3", "อบรมครู", "ก.พ. 2567 - ก.ย. 2567", "9,500", "ดำเนินการแล้ว"}}));
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_EQ(text(records.activities[1], FieldKey::kActivity), "จัดค่ายวิชาการ");
    ASSERT_TRUE(records.activities[1].period);
    EXPECT_EQ(records.activities[1].period->start, 2024y / January / 1);
}

TEST(HeldKeys, CountsAreNoTimeAndNoState) {
    const DocumentRecords days = read(table_of(1, {{"ที่", "โครงการ", "งบประมาณ", "ระยะเวลา (วัน)", "คู่สัญญา"},
                                                   {"1", "ขุดลอกหนองปลาดุก", "5,000", "90", "ร้านดินดี"},
                                                   {"2", "ถมดินลานวัด", "7,000", "120", "ร้านทรายงาม"}}));
    ASSERT_EQ(days.activities.size(), 2U);
    EXPECT_EQ(text(days.activities[0], FieldKey::kPeriod), "<none>") << "how long says not when";
    const DocumentRecords quarters = read(
        table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ไตรมาสที่ 4", 2)},
                     {"แผน", "ผล"},
                     {"1", "ขุดลอกหนองปลาดุก", "5,000", "4", "3"},
                     {"2", "ถมดินลานวัด", "7,000", "2", "2"}}));
    ASSERT_EQ(quarters.activities.size(), 2U);
    EXPECT_EQ(text(quarters.activities[0], FieldKey::kResult), "<none>")
        << "what was done of a quarter's part";
    EXPECT_FALSE(quarters.activities[0].status);
    const DocumentRecords said = read(
        table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ไตรมาสที่ 4", 2)},
                     {"แผน", "ผล"},
                     {"1", "ขุดลอกหนองปลาดุก", "5,000", "4", "แล้วเสร็จ"},
                     {"2", "ถมดินลานวัด", "7,000", "2", "ยกเลิก"}}));
    ASSERT_EQ(said.activities.size(), 2U);
    EXPECT_EQ(said.activities[1].status, Status::kCancelled) << "words are a state wherever they stand";
}

// What a bracket says that names no source may be part of the amount: "ต่อคน".
TEST(HeldKeys, ABracketThatNamesNoSourceIsFlagged) {
    const DocumentRecords records =
        read(table_of(1, {{"โครงการ", "งบประมาณ", "ผู้รับผิดชอบ"}, {"ทัศนศึกษา", "๕๐๐ บาท (ต่อคน)", "นางวันดี มีสุข"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_TRUE(records.activities[0].field(FieldKey::kBudget)->needs_review);
}

TEST(HeldKeys, AShareOfTheWorkIsNoStory) {
    const DocumentRecords records =
        read(table_of(1, {{"โครงการ", "งบประมาณ", "ผลงาน (%)", "สรุปผลงานที่ทำได้"},
                          {"ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "80", "ปูกระเบื้องและทาสีแล้ว เหลืองานประตู"},
                          {"จัดค่ายวิชาการ", "๑๐,๐๐๐", "45", "อบรมวิทยากรแล้ว รอวันจัดค่าย"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(text(records.activities[0], FieldKey::kProgress), "80");
    EXPECT_EQ(text(records.activities[1], FieldKey::kSummary), "อบรมวิทยากรแล้ว รอวันจัดค่าย");
}

TEST(HeldKeys, DatesInNumbersArePeriods) {
    const DocumentRecords records = read(table_of(1, {{"โครงการ", "งบประมาณ", "วันที่ออกพื้นที่"},
                                                      {"ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "๑๓/๑/๒๕๖๗"},
                                                      {"จัดค่ายวิชาการ", "๑๐,๐๐๐", "๒/๒/๒๕๖๗"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].period->start, 2024y / January / 13);
}

TEST(HeldKeys, DatesOfContractsAreNoPeriod) {
    const DocumentRecords records = read(table_of(1, {{"โครงการ", "งบประมาณ", "วันที่ทำสัญญา"},
                                                      {"ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "๕ ม.ค. ๒๕๖๗"},
                                                      {"จัดค่ายวิชาการ", "๑๐,๐๐๐", "๖ ม.ค. ๒๕๖๗"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_FALSE(records.activities[0].period);
}

TEST(HeldKeys, MoneyThatWillBeUsedIsAPlansBudget) {
    const auto money = [](const char* header, const char* beside) {
        const DocumentRecords records =
            read(table_of(1, {{"กิจกรรม", "เป้าหมาย", header, beside, "ผู้รับผิดชอบ"},
                              {"ปรับปรุงโรงอาหาร", "๑ แห่ง", "๑๐,๐๐๐", "แล้วเสร็จ", "นางวันดี มีสุข"},
                              {"จัดค่ายวิชาการ", "๒ ครั้ง", "๒๐,๐๐๐", "แล้วเสร็จ", "นายปรีชา ดีใจ"}}));
        const ActivityRecord& first = records.activities.at(0);
        return first.budget ? "budget" : first.spent ? "spent" : "none";
    };
    EXPECT_STREQ(money("งบประมาณที่ใช้", "สถานที่"), "budget");
    EXPECT_STREQ(money("งบประมาณที่ใช้", "ผลการดำเนินงาน"), "spent");
    EXPECT_STREQ(money("งบประมาณที่ใช้ไป", "สถานที่"), "spent");
}

// Beside a target in percent, percents are what was reached of an indicator; behind a result, how much of it.
TEST(HeldKeys, PercentsAreProgressOrAResultAsTheirNeighboursSay) {
    const DocumentRecords reached = read(table_of(1, {{"กิจกรรม", "ค่าเป้าหมาย", "ผลการดำเนินงาน", "ผู้รับผิดชอบ"},
                                                      {"ปรับปรุงโรงอาหาร", "ร้อยละ ๘๐", "ร้อยละ ๗๖", "กองช่าง"},
                                                      {"จัดค่ายวิชาการ", "ร้อยละ ๘๐", "ร้อยละ ๙๐", "กองช่าง"}}));
    EXPECT_EQ(text(reached.activities.at(0), FieldKey::kSummary), "ร้อยละ ๗๖");
    const DocumentRecords share = read(table_of(1, {{"ตัวชี้วัด", "ค่าเป้าหมาย", "ผลการดำเนินงาน", "คิดเป็นร้อยละ"},
                                                    {"จำนวนครัวเรือนที่คัดแยกขยะ", "๘๐", "๔๐", "๕๐.๐๐"},
                                                    {"จำนวนครั้งที่จัดกิจกรรม", "๑๐", "๕", "๕๐.๐๐"}}));
    EXPECT_EQ(text(share.activities.at(0), FieldKey::kProgress), "๕๐.๐๐");
}

TEST(HeldKeys, AResultThatNamesTheActivityIsItsColumn) {
    const DocumentRecords records =
        read(table_of(1, {{"ผลการดำเนินงานกิจกรรม/โครงการ", "ดำเนินการแล้ว", "กำลังดำเนินการ", "ปัญหาและอุปสรรค"},
                          {"จัดค่ายวิชาการให้นักเรียนชั้นประถมศึกษาปีที่ ๖", "✓", "", "ไม่มี"},
                          {"ปรับปรุงโรงอาหารและบริเวณโดยรอบโรงเรียน", "", "✓", "งบประมาณไม่พอ"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[1].status, Status::kInProgress);
}

TEST(HeldKeys, PlannedAndReachedPercentagesAreNoProjectAndNoStory) {
    const DocumentRecords records = read(table_of(
        2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ความก้าวหน้า (ร้อยละ)", 3)},
            {"แผนงาน", "ผลงาน", "เร็ว/ช้า"},
            {"1", "ขุดลอกหนองปลาดุก", "5,000", "52.00", "48.00", "-4.00"},
            {"2", "ถมดินลานวัด", "7,000", "60.00", "75.00", "15.00"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].project, std::nullopt);
    ASSERT_TRUE(records.activities[0].progress);
    EXPECT_EQ(text(records.activities[1], FieldKey::kProgress), "75.00");
}

TEST(HeldKeys, NumbersUnderAHeaderOfSharesAreProgress) {
    const DocumentRecords records = read(
        table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ผลงาน (%)", 2)},
                     {"แผน", "จริง"},
                     {"1", "ขุดลอกหนองปลาดุก", "5,000", "60", "48"},
                     {"2", "ถมดินลานวัด", "7,000", "80", "84"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(text(records.activities[1], FieldKey::kProgress), "84");
    EXPECT_EQ(records.activities[1].status, Status::kInProgress) << "as any percentage says";
}

}  // namespace
}  // namespace tarang::interpret
