// Values that stand in several columns: sources and years of money, targets by year, start and end, statuses
// told by which column is filled; and the units of money.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/head/units.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using namespace std::chrono;
using test::Cell;
using test::document_of;
using test::table_of;
using testing::ElementsAre;
using testing::IsEmpty;
using By = PartAmount::By;
using Stated = Budget::Stated;

DocumentRecords read(const CleanTable& table, const std::vector<std::string>& head = {}) {
    DocumentRecords records = interpret(document_of({table}, head), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

std::vector<std::string> warnings(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const Finding& finding : records.findings) {
        if (severity_of(finding.code) != Severity::kInfo)
            result.push_back(std::string(name_of(finding.code)) + " " + finding.field);
    }
    return result;
}

TEST(Parts, MoneyBySourceIsSummed) {
    const DocumentRecords records = read(table_of(
        2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 3), Cell("ผลการดำเนินงาน", 1, 2)},
            {"เงินอุดหนุน", "เงินรายได้", "เงินบริจาค"},
            {"๑", "ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "๕,๐๐๐", "๕๐๐", "แล้วเสร็จ"},
            {"๒", "ทัศนศึกษา", "-", "๗,๐๐๐", "-", "แล้วเสร็จ"},
            {"๓", "วันเด็ก", "-", "-", "-", "แล้วเสร็จ"}}));
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{1'550'000}, Stated::kSum}));
    EXPECT_EQ(records.activities[1].budget, (Budget{Satang{700'000}, Stated::kSum}));
    EXPECT_EQ(records.activities[2].budget, (Budget{std::nullopt, Stated::kNone}));
    ASSERT_EQ(records.activities[0].amounts.size(), 3U);
    EXPECT_EQ(records.activities[0].amounts[1],
              (PartAmount{
                  {"งบประมาณ", "เงินรายได้"}, By::kSource, std::nullopt, {Satang{500'000}, Stated::kAmount}}));
    EXPECT_EQ(records.activities[0].extra.size(), 3U);
    EXPECT_THAT(warnings(records), IsEmpty());
}

/// The table as a spreadsheet has it: every value says in which cell it stands.
CleanTable on_sheet(CleanTable table) {
    for (CleanCell& cell : table.cells) {
        Fragment& fragment = cell.value.fragments.front();
        fragment.place = Place{.sheet = "งบ", .row = fragment.row + 1, .column = fragment.column + 1};
    }
    return table;
}

TEST(Parts, ASheetsHeaderGoesOnUnderGroupsThatNobodyMerged) {
    const DocumentRecords records =
        read(on_sheet(table_of(1, {{"ที่", "โครงการ", "งบประมาณ", "", "การเบิกจ่าย", "", "คงเหลือ"},
                                   {"", "", "อุดหนุน", "รายได้", "อุดหนุน", "รายได้", ""},
                                   {"1", "ปรับปรุงโรงอาหาร", "14000", "5000", "7000", "5000", "7000"},
                                   {"2", "ทัศนศึกษา", "7000", "", "3500", "", "3500"}})));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{1'900'000}, Stated::kSum}));
    EXPECT_EQ(records.activities[0].spent, (Budget{Satang{1'200'000}, Stated::kSum}));
    EXPECT_EQ(records.activities[1].budget->amount, Satang{700'000});
}

TEST(Parts, APrintedTotalCountsBeforeTheSum) {
    const DocumentRecords records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ", 3), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"เงินงบประมาณ", "เงินนอกงบประมาณ", "รวม"},
                          {"ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "๕,๐๐๐", "๑๕,๐๐๐", "ฝ่ายพัสดุ"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{1'500'000}, Stated::kAmount}));
    EXPECT_EQ(records.activities[0].amounts.size(), 2U);
    EXPECT_THAT(warnings(records), IsEmpty());
}

TEST(Parts, ATotalRightBesideThemIsTheirsAndHasToAgree) {
    const DocumentRecords records = read(
        table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ", 2), Cell("รวม", 1, 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                     {"เงินอุดหนุน", "เงินรายได้"},
                     {"ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "๕,๐๐๐", "๑๕,๐๐๐", "ฝ่ายพัสดุ"},
                     {"ทัศนศึกษา", "-", "๗,๐๐๐", "๙,๐๐๐", "ฝ่ายวิชาการ"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{1'500'000}, Stated::kAmount}));
    EXPECT_EQ(records.activities[1].budget, (Budget{Satang{900'000}, Stated::kAmount}));
    EXPECT_THAT(warnings(records), ElementsAre("parts_differ budget"));
}

TEST(Parts, MoneyByQuarterIsKept) {
    const DocumentRecords records =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("ผลการเบิกจ่าย", 4), Cell("สถานะ", 1, 2)},
                          {"ไตรมาส ๑", "ไตรมาส ๒", "ไตรมาส ๓", "ไตรมาส ๔"},
                          {"ปรับปรุงโรงอาหาร", "๑,๐๐๐", "๒,๐๐๐", "-", "๕๐๐.๕๐", "แล้วเสร็จ"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].spent, (Budget{Satang{350'050}, Stated::kSum}));
    ASSERT_EQ(records.activities[0].amounts.size(), 4U);
    EXPECT_EQ(records.activities[0].amounts[0].by, By::kQuarter);
    EXPECT_EQ(records.activities[0].budget, std::nullopt);
}

TEST(Parts, TargetsAndMoneyByYear) {
    const DocumentRecords targets = read(
        table_of(2, {{Cell("กลยุทธ์", 1, 2), Cell("แผนงาน/โครงการ", 1, 2), Cell("ตัวชี้วัด", 1, 2),
                      Cell("เป้าหมาย", 3), Cell("งบประมาณ", 1, 2)},
                     {"๖๗", "๖๘", "๖๙"},
                     {Cell("พัฒนางานวิจัย", 1, 2), "ศึกษาพืชท้องถิ่น", "จำนวนเรื่อง", "๑ เรื่อง", "-", "-", "๒๐,๐๐๐"},
                     {"เผยแพร่ผลงาน", "จำนวนครั้ง", "-", "๒ ครั้ง", "๓ ครั้ง", "๓๐,๐๐๐"}}));
    ASSERT_EQ(targets.activities.size(), 2U);
    EXPECT_THAT(targets.activities[0].targets_by_year, ElementsAre(YearTarget{{2567}, "๑ เรื่อง"}));
    EXPECT_THAT(targets.activities[1].targets_by_year,
                ElementsAre(YearTarget{{2568}, "๒ ครั้ง"}, YearTarget{{2569}, "๓ ครั้ง"}));
    for (const ActivityRecord& activity : targets.activities) EXPECT_EQ(activity.strategy, "พัฒนางานวิจัย");

    const DocumentRecords money =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("งบประมาณ (บาท)", 2), Cell("หน่วยงาน", 1, 2)},
                          {"ปี ๒๕๖๗", "ปี ๒๕๖๘"},
                          {"ก่อสร้างถนนสายใน", "๑๐๐,๐๐๐", "๒๐๐,๐๐๐", "กองช่าง"}}));
    ASSERT_EQ(money.activities.size(), 1U);
    EXPECT_EQ(money.activities[0].budget, (Budget{Satang{30'000'000}, Stated::kSum}));
    ASSERT_EQ(money.activities[0].amounts.size(), 2U);
    EXPECT_EQ(money.activities[0].amounts[1].year, BuddhistYear{2568});
    EXPECT_EQ(money.activities[0].amounts[1].by, By::kYear);
}

TEST(Parts, StartAndEndAreOnePeriod) {
    const DocumentRecords records = read(table_of(
        2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("ระยะเวลาดำเนินการ", 2), Cell("สถานะ", 1, 2)},
            {"เริ่มต้น", "สิ้นสุด"},
            {"๑", "ปรับปรุงโรงอาหาร", "๑ ต.ค. ๒๕๖๖", "๓๑ มี.ค. ๒๕๖๗", "แล้วเสร็จ"},
            {"๒", "ทัศนศึกษา", "๕ ม.ค. ๒๕๖๗", "", "แล้วเสร็จ"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].period, (Period{2023y / October / 1, 2024y / March / 31, {}}));
    EXPECT_EQ(records.activities[1].period, (Period{2024y / January / 5, std::nullopt, {}}));
    EXPECT_EQ(records.activities[0].extra.size(), 0U);
    EXPECT_EQ(records.activities[0].field(FieldKey::kPeriod)->fragments.size(), 2U);
}

TEST(Parts, AnEndIsKnownByItsPlaceAndAStartAloneTellsNone) {
    const DocumentRecords pair =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("กำหนดการ", 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"เริ่ม", "ปิดงาน"},
                          {"ปรับปรุงโรงอาหาร", "๕ ม.ค. ๒๕๖๗", "๑๐ ก.พ. ๒๕๖๗", "ฝ่ายพัสดุ"},
                          {"จัดค่ายวิชาการ", "๖ ม.ค. ๒๕๖๗", "๗ ม.ค. ๒๕๖๗", "ฝ่ายวิชาการ"}}));
    ASSERT_EQ(pair.activities.size(), 2U);
    EXPECT_EQ(pair.activities[0].period->start, 2024y / January / 5);
    EXPECT_EQ(pair.activities[0].period->end, 2024y / February / 10);
    // A mark that a scan lost makes the start's header another.
    const DocumentRecords misread =
        read(table_of(2, {{Cell("โครงการ", 1, 2), Cell("ช่วงเวลาก่อสร้าง", 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                          {"เริมงาน", "แล้วเสร็จ"},
                          {"ปรับปรุงโรงอาหาร", "๕ ม.ค. ๒๕๖๗", "๑๐ ก.พ. ๒๕๖๗", "ฝ่ายพัสดุ"},
                          {"จัดค่ายวิชาการ", "๖ ม.ค. ๒๕๖๗", "๗ ม.ค. ๒๕๖๗", "ฝ่ายวิชาการ"}}));
    ASSERT_EQ(misread.activities.size(), 2U);
    EXPECT_EQ(misread.activities[0].period->end, 2024y / February / 10);
    const DocumentRecords alone = read(table_of(1, {{"โครงการ", "วันที่เริ่ม", "ผู้รับผิดชอบ"},
                                                    {"ปรับปรุงโรงอาหาร", "๕ ม.ค. ๒๕๖๗", "ฝ่ายพัสดุ"},
                                                    {"จัดค่ายวิชาการ", "๖ ม.ค. ๒๕๖๗", "ฝ่ายวิชาการ"}}));
    ASSERT_EQ(alone.activities.size(), 2U);
    EXPECT_EQ(alone.activities[0].period->start, 2024y / January / 5);
    EXPECT_EQ(alone.activities[0].period->end, std::nullopt);
}

TEST(Parts, PlannedAndActualPeriodsStayApart) {
    const DocumentRecords records =
        read(table_of(1, {{"โครงการ", "ระยะเวลาดำเนินการ", "ระยะเวลาดำเนินการจริง", "สถานะ"},
                          {"ปรับปรุงโรงอาหาร", "ม.ค. ๒๕๖๗", "ก.พ. ๒๕๖๗", "แล้วเสร็จ"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].period->start, 2024y / January / 1);
    ASSERT_TRUE(records.activities[0].actual.period);
    EXPECT_EQ(records.activities[0].actual.period->start, 2024y / February / 1);
}

TEST(Parts, PlannedAndActualPairsStayApart) {
    const DocumentRecords records = read(
        table_of(2, {{Cell("โครงการ", 1, 2), Cell("ระยะเวลาตามแผน", 2), Cell("ระยะเวลาดำเนินการจริง", 2),
                      Cell("สถานะ", 1, 2)},
                     {"เริ่มต้น", "สิ้นสุด", "เริ่มต้น", "สิ้นสุด"},
                     {"ปรับปรุงโรงอาหาร", "๑ ม.ค. ๖๗", "๓๑ มี.ค. ๖๗", "๕ ม.ค. ๖๗", "", "อยู่ระหว่างดำเนินการ"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].period, (Period{2024y / January / 1, 2024y / March / 31, {}}));
    EXPECT_EQ(records.activities[0].actual.period, (Period{2024y / January / 5, std::nullopt, {}}));
    EXPECT_EQ(records.activities[0].extra.size(), 2U);
}

// As a scan reads them: two headers are misread, and the best start and the best end are of two spans.
TEST(Parts, AnEndBelongsToTheStartBeforeIt) {
    const DocumentRecords records = read(
        table_of(2, {{Cell("โครงการ", 1, 2), Cell("ระยะเวลาตามแผน", 2), Cell("ระยะเวลาดำเนินการจริง", 2),
                      Cell("สถานะ", 1, 2)},
                     {"เริ่มตัน", "สิ้นสุด", "เริ่มต้น", "สั้นสุด"},
                     {"ปรับปรุงโรงอาหาร", "๑ ม.ค. ๖๗", "๓๑ มี.ค. ๖๗", "๕ ม.ค. ๖๗", "", "อยู่ระหว่างดำเนินการ"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].period, (Period{2024y / January / 1, 2024y / March / 31, {}}));
}

TEST(Parts, TheFilledColumnSaysTheStatusAndWhatFillsItThePeriod) {
    const DocumentRecords records = read(table_of(
        2,
        {{Cell("ที่", 1, 2), Cell("กิจกรรม", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ความครบถ้วนของการดำเนินงาน", 2)},
         {"แล้วเสร็จ", "อยู่ระหว่างดำเนินงาน"},
         {"๑", "ปรับปรุงโรงอาหาร", "๑๐,๐๐๐", "ต.ค. ๖๖ - มี.ค. ๖๗", ""},
         {"๒", "ทัศนศึกษา", "-", "", "เม.ย. - ก.ย. ๖๗"}}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].status, Status::kCompleted);
    EXPECT_EQ(records.activities[0].period, (Period{2023y / October / 1, 2024y / March / 31, {}}));
    EXPECT_EQ(records.activities[1].status, Status::kInProgress);
    EXPECT_EQ(test::text_of(records.activities[1].field(FieldKey::kResult)), "อยู่ระหว่างดำเนินงาน");
    EXPECT_THAT(warnings(records), IsEmpty());
}

TEST(Units, ACaptionTellsWhatAmountsCount) {
    const auto amounts = [](const char* caption, const char* header) {
        const DocumentRecords records =
            read(table_of(1, {{"กิจกรรม", header, "สถานะ"}, {"ปรับปรุงโรงอาหาร", "๑.๒๕", "แล้วเสร็จ"}}),
                 {"รายงานผล", caption});
        const auto& budget = records.activities.at(0).budget;
        std::string text = budget && budget->amount ? values::format_satang(*budget->amount) : "none";
        for (const std::string& warning : warnings(records)) text += " " + warning;
        return text;
    };
    EXPECT_EQ(amounts("หน่วย : ล้านบาท", "งบประมาณ"), "1250000.00");
    EXPECT_EQ(amounts("(หน่วย: ล้าน บาท)", "งบประมาณ"), "1250000.00");
    EXPECT_EQ(amounts("(ลบ.)", "งบประมาณ"), "1250000.00");
    EXPECT_EQ(amounts("หน่วย : 1,000 บาท", "งบประมาณ"), "1250.00");
    EXPECT_EQ(amounts("หน่วยงาน กองช่าง", "งบประมาณ"), "1.25");
    EXPECT_EQ(amounts("หน่วย : บาท", "งบประมาณ (ล้านบาท)"), "1250000.00 money_unit_doubtful budget");
    EXPECT_EQ(amounts("หน่วย : ล้านบาท/พันบาท", "งบประมาณ"), "1.25 money_unit_doubtful budget");
}

TEST(Units, ARowOverTheWidthTellsItToo) {
    const DocumentRecords records = read(table_of(2, {{Cell("(หน่วย : พันบาท)", 3)},
                                                      {"กิจกรรม", "งบประมาณ", "สถานะ"},
                                                      {"ปรับปรุงโรงอาหาร", "๑๒.๕", "แล้วเสร็จ"}}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{1'250'000}, Stated::kAmount}));
}

}  // namespace
}  // namespace tarang::interpret
