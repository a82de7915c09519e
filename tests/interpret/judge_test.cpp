// Which tables are of activities, whatever form they have, and which are not.
#include "pipeline/interpret/forms/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/forms/choice.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::Row;
using test::table_of;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DocumentRecords read(const CleanTable& table, const std::vector<std::string>& head = {}) {
    DocumentRecords records = interpret(document_of({table}, head), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

std::vector<std::string> names(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const ActivityRecord& activity : records.activities)
        result.push_back(test::text_of(activity.field(FieldKey::kActivity)));
    return result;
}

std::string kind(const DocumentRecords& records) {
    return std::string(name_of(records.tables.front().kind)) + " " + records.tables.front().form;
}

/// What one table of another kind is: no records, its rows kept, one finding that says why.
void expect_none(const CleanTable& table, const char* because) {
    const DocumentRecords records = read(table);
    EXPECT_THAT(records.activities, IsEmpty()) << because;
    ASSERT_EQ(records.tables.size(), 1U);
    EXPECT_EQ(records.tables[0].kind, TableRecord::Kind::kNone) << because;
    EXPECT_EQ(records.tables[0].rows.size(), static_cast<std::size_t>(table.rows - table.header_rows))
        << because;
    ASSERT_TRUE(records.tables[0].reason);
    EXPECT_EQ(records.tables[0].reason->code, FindingCode::kTableOfOtherKind) << because;
    EXPECT_THAT(records.tables[0].reason->arguments[0], HasSubstr(because));
}

// Rows of the table before whose columns were not all seen stay a table of their own.
TEST(Judge, AmountsOfAScanWithoutAHeaderMayBeOfActivities) {
    CleanTable table = table_of(0, {{"13", "โครงการสร้างเครือข่ายระบบน้ำดื่มสะอาด", "390 คน", "5,439.00"}});
    expect_none(table, "+");
    for (CleanCell& cell : table.cells) cell.value.source = Source::kOcr;
    const DocumentRecords records = read(table);
    ASSERT_TRUE(records.tables[0].reason);
    EXPECT_EQ(records.tables[0].reason->code, FindingCode::kUnknownForm);
}

TEST(Judge, WorkToldByQuarterIsOfActivitiesAndNoPeriod) {
    const DocumentRecords records =
        read(table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("แผน/ผล", 1, 2), Cell("ไตรมาส", 4)},
                          {"1", "2", "3", "4"},
                          {"1", "ขุดลอกลำรางหน้าวัด", "แผน", "9", "20", "3", "9"},
                          {"2", "ปลูกหญ้าแฝกริมตลิ่ง", "แผน", "7", "17", "9", "20"}}),
             {"รายงานผลการดำเนินงาน ปีงบประมาณ ๒๕๖๖"});
    EXPECT_THAT(names(records), ElementsAre("ขุดลอกลำรางหน้าวัด", "ปลูกหญ้าแฝกริมตลิ่ง"));
    for (const ActivityRecord& activity : records.activities) {
        EXPECT_FALSE(activity.period);
        EXPECT_EQ(test::text_of(activity.field(FieldKey::kPeriod)), "<none>")
            << "amounts of work are no time";
    }
}

TEST(Choice, AnExactFormSaysOfEachColumnWhatItIs) {
    // The shipped form of monitoring reports explains more of these columns, and one of them otherwise.
    const CleanTable table = table_of(1, {{"ที่", "กิจกรรม", "ผลการดำเนินงาน", "งบประมาณ", "ปัญหาอุปสรรค"},
                                          {"๑", "รดน้ำสวน", "ปลูกต้นไม้ ๕ ต้น", "๑,๐๐๐", "ไม่มี"},
                                          {"๒", "ทาสีรั้ว", "ซ่อมประตู ๒ บาน", "๒,๐๐๐", "ไม่มี"}});
    std::vector<Profile> forms = shipped_profiles();
    forms.push_back(
        parse_profile("name = \"river\"\nextends = \"monitoring\"\nexact = true\n"
                      "fits = [[\"activity\", \"budget\"]]\n[columns]\n"
                      "activity = [\"ผลการดำเนินงาน\"]\nbudget = [\"งบประมาณ\"]\n",
                      "river"));
    std::stable_partition(forms.begin(), forms.end(), [](const Profile& form) { return !form.judged; });
    const DocumentRecords records = interpret(document_of({table}, {}), forms);
    EXPECT_THAT(names(records), ElementsAre("ปลูกต้นไม้ ๕ ต้น", "ซ่อมประตู ๒ บาน"));
    EXPECT_EQ(kind(records), "plan river");
    const ActivityRecord& first = records.activities[0];
    EXPECT_EQ(first.budget, (Budget{Satang{100'000}, Budget::Stated::kAmount}));
    EXPECT_EQ(first.field(FieldKey::kProblems), std::nullopt);
    ASSERT_EQ(first.extra.size(), 2U);
    EXPECT_THAT(first.extra[0].header, ElementsAre("กิจกรรม"));
}

TEST(Judge, ANameAndOneWitnessAreEnough) {
    const DocumentRecords money =
        read(table_of(1, {{"ลำดับ", "ชื่อโครงการ/กิจกรรม", "ลักษณะงาน", "สถานที่ดำเนินการ", "จำนวนเงิน (บาท)"},
                          {"๑", "ปรับปรุงลานกีฬา", "กว้าง ๒๐ เมตร", "หมู่ ๓", "๑๒๐,๐๐๐"},
                          {"๒", "ซ่อมแซมศาลาประชาคม", "เปลี่ยนหลังคา", "หมู่ ๕", "๔๕,๐๐๐"}}));
    EXPECT_THAT(names(money), ElementsAre("ปรับปรุงลานกีฬา", "ซ่อมแซมศาลาประชาคม"));
    EXPECT_EQ(kind(money), "plan general");
    EXPECT_EQ(money.activities[0].budget, (Budget{Satang{12'000'000}, Budget::Stated::kAmount}));
    EXPECT_EQ(test::text_of(money.activities[1].field(FieldKey::kPlace)), "หมู่ ๕");

    const DocumentRecords people =
        read(table_of(1, {{"ที่", "ชื่อโครงการ", "อำเภอ", "หน่วยดำเนินงาน"},
                          {"๑.", "ขุดลอกหนองน้ำสาธารณะ", "เมืองใหม่", "สำนักงานโยธา"}}));
    EXPECT_EQ(people.activities.size(), 1U);
    EXPECT_EQ(test::text_of(people.activities[0].field(FieldKey::kResponsible)), "สำนักงานโยธา");
}

TEST(Judge, ARowForEachIndicator) {
    const DocumentRecords records =
        read(table_of(1, {{"ที่", "ตัวชี้วัด", "ค่าเป้าหมาย", "ผู้รับผิดชอบ"},
                          {"๑", "ร้อยละของผู้ป่วยที่ได้รับการติดตาม", "๘๐", "กลุ่มงานพยาบาล"},
                          {"๒", "อัตราการกลับมารักษาซ้ำ", "ไม่เกิน ๕", "องค์กรแพทย์"}}));
    EXPECT_THAT(names(records), ElementsAre("ร้อยละของผู้ป่วยที่ได้รับการติดตาม", "อัตราการกลับมารักษาซ้ำ"));
    EXPECT_EQ(kind(records), "indicators general");
}

TEST(Judge, TablesThatLookLikePlansAndAreNone) {
    expect_none(table_of(1, {{"เวลา", "กิจกรรม", "วิทยากร"},
                             {"08.30 - 09.00 น.", "ลงทะเบียน", "คณะทำงาน"},
                             {"๙.๐๐-๑๐.๓๐ น.", "บรรยายเรื่องดิน", "นักวิชาการ"}}),
                "hours");
    expect_none(table_of(1, {{"ลำดับ", "รายการ", "จำนวน", "หน่วยละ (บาท)", "เป็นเงิน (บาท)"},
                             {"1", "ค่าอาหารกลางวัน", "40", "90", "3,600"},
                             {"2", "ค่าตอบแทนวิทยากร", "6", "600", "3,600"}}),
                "costs");
    expect_none(table_of(1, {{"ด้าน", "แผนงาน", "งบประมาณ (บาท)", "ร้อยละ"},
                             {"สังคม", "การศึกษา", "600,000", "60.00"},
                             {"โยธา", "เคหะและชุมชน", "400,000", "40.00"}}),
                "shares_of_a_sum");
    expect_none(table_of(1, {{"รายการ", "หมายเหตุ", "2563", "2562"},
                             {"เงินสดในมือ", "1", "18,000.00", "17,000.00"},
                             {"ลูกหนี้เงินยืม", "2", "9,000.00", "8,000.00"}}),
                "years_alone");
}

TEST(Judge, PlansWithColumnsThatOtherTablesHave) {
    const DocumentRecords camps = read(table_of(
        1, {{"ที่", "รายการ", "งบประมาณ"}, {"1", "ค่ายอาสาปลูกป่า", "5,000"}, {"2", "ค่าก่อสร้างฝาย", "7,000"}}));
    EXPECT_THAT(names(camps), ElementsAre("ค่ายอาสาปลูกป่า", "ค่าก่อสร้างฝาย"));
    const DocumentRecords shares = read(table_of(1, {{"ที่", "โครงการ", "งบประมาณ", "ร้อยละ"},
                                                     {"1", "ปลูกป่าชายเลน", "5,000", "90"},
                                                     {"2", "สร้างฝายชะลอน้ำ", "7,000", "100"}}));
    EXPECT_THAT(names(shares), ElementsAre("ปลูกป่าชายเลน", "สร้างฝายชะลอน้ำ"));
}

TEST(Judge, TablesOfOtherKindsGiveNoRecords) {
    expect_none(table_of(1, {{"ที่", "ชื่อ-สกุล", "ตำแหน่ง", "หน้าที่ในโครงการ"},
                             {"๑", "นายสมคิด ใจงาม", "ผู้อำนวยการ", "ประธานกรรมการ"},
                             {"๒", "นางสาวอรทัย ทองดี", "ครู", "กรรมการ"}}),
                "members");
    expect_none(table_of(1, {{"ที่", "รายการ", "จำนวน", "หน่วยนับ", "ราคาต่อหน่วย", "จำนวนเงิน"},
                             {"๑", "กระดาษถ่ายเอกสาร", "๕๐", "รีม", "๑๒๐", "๖,๐๐๐"},
                             {"๒", "หมึกพิมพ์", "๔", "ตลับ", "๒,๕๐๐", "๑๐,๐๐๐"}}),
                "goods");
    expect_none(
        table_of(1, {{"คำศัพท์", "ความหมาย"}, {"แผนงาน", "กลุ่มของโครงการ"}, {"ผลผลิต", "สิ่งที่ได้จากกิจกรรม"}}),
        "terms");
    expect_none(table_of(2, {{Cell("ประเด็นคำถาม", 1, 2), Cell("ระดับความพึงพอใจ", 3), Cell("ค่าเฉลี่ย", 1, 2)},
                             {"มาก", "ปานกลาง", "น้อย"},
                             {"ความเหมาะสมของเวลา", "๒๐", "๕", "๑", "๔.๒๑"},
                             {"ความรู้ที่ได้รับ", "๒๒", "๔", "๐", "๔.๕๐"}}),
                "counts");
    expect_none(table_of(1, {{"ยุทธศาสตร์", "จำนวนโครงการ", "งบประมาณ", "เบิกจ่าย"},
                             {"ด้านการศึกษา", "๑๒", "๑,๒๐๐,๐๐๐", "๙๐๐,๐๐๐"},
                             {"ด้านสาธารณสุข", "๗", "๘๐๐,๐๐๐", "๕๐๐,๐๐๐"}}),
                "groups_of_projects");
    expect_none(table_of(1, {{"เวลา", "กิจกรรม", "วิทยากร"},
                             {"๐๘.๓๐", "ลงทะเบียน", "คณะทำงาน"},
                             {"๐๙.๐๐", "พิธีเปิด", "ประธาน"}}),
                "time");
}

/// A column of codes under the activity's header made activities named "5000".
TEST(Judge, AnActivitysNameIsWords) {
    expect_none(table_of(1, {{"ลำดับ", "รายการ", "จังหวัด", "จำนวนเงิน"},
                             {"1", "5000", "เมืองเหนือ", "120,000.00"},
                             {"2", "5100", "เมืองใต้", "98,000.00"},
                             {"3", "5200", "เมืองกลาง", "75,500.00"}}),
                "no_words");
    const DocumentRecords mixed = read(table_of(1, {{"ลำดับ", "โครงการ", "งบประมาณ", "ผู้รับผิดชอบ"},
                                                    {"1", "อบรมอาสาสมัคร", "5,000", "กองสวัสดิการ"},
                                                    {"2", "5100", "7,000", "กองช่าง"},
                                                    {"3", "จัดงานประเพณี", "9,000", "กองการศึกษา"}}));
    EXPECT_THAT(names(mixed), ElementsAre("อบรมอาสาสมัคร", "จัดงานประเพณี"));
}

/// The first row of data stood among the header's rows, and was lost.
TEST(Judge, AHeaderSwallowsNoRowOfData) {
    const DocumentRecords records = read(table_of(2, {{"ลำดับ", "ชื่อโครงการ", "งบประมาณ", "หน่วยงาน"},
                                                      {"1", "ปลูกป่าชุมชน", "15,000.00", "กองสาธารณสุข"},
                                                      {"2", "คัดแยกขยะ", "8,000.00", "กองช่าง"}}));
    EXPECT_THAT(names(records), ElementsAre("ปลูกป่าชุมชน", "คัดแยกขยะ"));
}

TEST(Judge, EachTableIsJudgedByItself) {
    const CleanTable plan =
        table_of(1, {{"ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", "งบประมาณ", "ระยะเวลา"},
                     {"๑", "อบรมเยาวชนต้นกล้าความดี", "เพื่อปลูกจิตสำนึก", "๑๐๐ คน", "๕๐,๐๐๐", "ม.ค. ๖๗"}});
    const CleanTable people = table_of(1, {{"ที่", "ชื่อ-สกุล", "ตำแหน่ง"}, {"๑", "นายดี มีสุข", "ครู"}}, 2);
    const CleanTable report = table_of(1,
                                       {{"ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย", "สถานะ"},
                                        {"๑", "อบรมเยาวชนต้นกล้าความดี", "๕๐,๐๐๐", "๔๘,๐๐๐", "แล้วเสร็จ"}},
                                       3);
    const DocumentRecords records = interpret(document_of({plan, people, report}), shipped_profiles());
    ASSERT_EQ(records.tables.size(), 3U);
    EXPECT_EQ(records.tables[0].kind, TableRecord::Kind::kPlan);
    EXPECT_EQ(records.tables[1].kind, TableRecord::Kind::kNone);
    EXPECT_EQ(records.tables[2].kind, TableRecord::Kind::kReport);
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_THAT(records.activities[0].also_in, ElementsAre(Appearance{2, records.activities[1].id}));
    EXPECT_THAT(records.activities[1].also_in, ElementsAre(Appearance{0, records.activities[0].id}));
}

// A sheet that was kept beside its update names the same indicators; another office's list may, too.
TEST(Judge, AListToldTwiceIsCountedOnce) {
    const auto list = [](const char* target, std::int32_t page) {
        std::vector<Row> rows{{"ตัวชี้วัด", "เป้าหมาย", "ผู้รับผิดชอบ"}};
        for (const char* name : {"ร้อยละของครัวเรือนที่คัดแยกขยะ", "จำนวนครั้งที่จัดอบรมครู", "ระดับความพึงพอใจของผู้ปกครอง",
                                 "จำนวนหนังสือในห้องสมุด", "ร้อยละของนักเรียนที่อ่านออก"})
            rows.push_back({name, target, "ฝ่ายแผนงาน"});
        return table_of(1, rows, page);
    };
    const DocumentRecords records =
        interpret(document_of({list("๘๐", 1), list("๙๐", 2)}), shipped_profiles());
    ASSERT_EQ(records.activities.size(), 10U);
    for (const ActivityRecord& activity : records.activities) EXPECT_EQ(activity.also_in.size(), 1U);
}

/// Two reports with one row each of the same number, name and budget.
DocumentRecords reported_twice(const Row& first, const Row& second, const char* over_first = "",
                               const char* over_second = "") {
    const auto report = [](const Row& row, const char* over, std::int32_t page) {
        std::vector<Row> rows{{"ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย", "สถานะ"}};
        if (*over != '\0') rows.push_back({Cell(over, 5)});
        rows.push_back({"๑", "จัดซื้อวัสดุสำนักงานกลาง", "๕๐,๐๐๐", row[0], row[1]});
        rows.push_back(
            {"๒", std::string("ซ่อมแซมอาคารหลังที่ ") + (page == 1 ? "หนึ่ง" : "สอง"), "๙,๐๐๐", "๐", "แล้วเสร็จ"});
        return table_of(1, rows, page);
    };
    return interpret(document_of({report(first, over_first, 1), report(second, over_second, 2)}),
                     shipped_profiles());
}

std::size_t repeats(const DocumentRecords& records) {
    std::size_t count = 0;
    for (const ActivityRecord& activity : records.activities) count += activity.also_in.size();
    return count;
}

// A budget that is spent over quarters stands in each quarter's report: what the later ones spent was left
// out of sums.
TEST(Judge, WhatOtherValuesContradictIsNotCountedOnce) {
    EXPECT_EQ(repeats(reported_twice({"๑๒,๐๐๐", "แล้วเสร็จ"}, {"๑๒,๐๐๐", "แล้วเสร็จ"})), 2U);
    EXPECT_EQ(repeats(reported_twice({"๑๒,๐๐๐", "แล้วเสร็จ"}, {"๑๓,๐๐๐", "แล้วเสร็จ"})), 0U);
    EXPECT_EQ(repeats(reported_twice({"", "แล้วเสร็จ"}, {"๑๓,๐๐๐", "แล้วเสร็จ"})), 0U);
    EXPECT_EQ(repeats(reported_twice({"๑๒,๐๐๐", "อยู่ระหว่างดำเนินการ"}, {"๑๒,๐๐๐", "แล้วเสร็จ"})), 0U);
}

TEST(Judge, WhatStandsUnderOtherTimesIsNotCountedOnce) {
    const Row row{"๑๒,๐๐๐", "แล้วเสร็จ"};
    EXPECT_EQ(repeats(reported_twice(row, row, "ไตรมาสที่ ๑", "ไตรมาสที่ ๑")), 2U);
    EXPECT_EQ(repeats(reported_twice(row, row, "ไตรมาสที่ ๑", "ไตรมาสที่ ๒")), 0U);
    EXPECT_EQ(repeats(reported_twice(row, row, "ประจำเดือนมีนาคม", "ประจำเดือนเมษายน")), 0U);
    EXPECT_EQ(repeats(reported_twice(row, row, "ปีงบประมาณ ๒๕๖๗", "ปีงบประมาณ ๒๕๖๘")), 0U);
}

TEST(Judge, WhatScoresAsActivitiesAndNamesNoneIsSaid) {
    const DocumentRecords records = read(table_of(1, {{"รหัส", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ"},
                                                      {"01", "5,000", "ม.ค. ๖๗", "กองช่าง"},
                                                      {"02", "6,000", "ก.พ. ๖๗", "กองคลัง"}}));
    EXPECT_THAT(records.activities, IsEmpty());
    ASSERT_TRUE(records.tables[0].reason);
    EXPECT_EQ(records.tables[0].reason->code, FindingCode::kUnknownForm);
}

}  // namespace
}  // namespace tarang::interpret
