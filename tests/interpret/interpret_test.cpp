// Whole documents: tables of many shapes become activities and other rows.
#include "pipeline/interpret/interpret.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/interpret/document_builder.h"
#include "tests/interpret/interpreted.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::records_of;
using test::Row;
using test::table_of;
using test::warnings;
using testing::ElementsAre;
using testing::IsEmpty;

std::string text(const ActivityRecord& activity, FieldKey key) { return test::text_of(activity.field(key)); }

std::vector<std::string> names(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const ActivityRecord& activity : records.activities) {
        result.push_back(activity.number + " " + text(activity, FieldKey::kActivity));
    }
    return result;
}

/// "kind: cell | cell" of each other row.
std::vector<std::string> rows(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const OtherRow& row : records.rows) {
        std::string line(name_of(row.kind));
        for (const Field& cell : row.cells) {
            if (!cell.text.empty()) line += " | " + cell.text;
        }
        result.push_back(line);
    }
    return result;
}

const Row kHeader{"ที่", "กิจกรรม", "ระยะเวลา", "งบประมาณ", "ผลการดำเนินงาน"};

TEST(Interpret, OneActivityWhole) {
    const CleanDocument document = document_of(
        {table_of(
            1,
            {{"ลำดับ", "กิจกรรม", "เป้าหมาย", "ระยะเวลา", "ขั้นตอน", "งบประมาณ", "เบิกจ่าย", "สถานะ", "ผู้รับผิดชอบ"},
             {"๑", "อบรม", "เชิงปริมาณ ๕๐ คน", "มิ.ย.- ก.ค.๖๒", "ก่อนอื่น ๑) ประชุม ๒) อบรม", "๒๑,๐๐๐.-", "-",
              "แล้วเสร็จ", "นาย ก"}},
            2)},
        {"รายงานผลการดำเนินงาน", "สำนักงานทดสอบ", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๒", "ยุทธศาสตร์ที่ ๑ ซื่อสัตย์",
         "โครงการสุจริต"});
    const DocumentRecords records = records_of(document);

    EXPECT_EQ(records.profile, "monitoring");
    EXPECT_EQ(test::text_of(records.title), "รายงานผลการดำเนินงาน");
    EXPECT_EQ(test::text_of(records.agency), "สำนักงานทดสอบ");
    EXPECT_EQ(records.fiscal_year, BuddhistYear{2562});

    ActivityRecord expected;
    expected.id = "p2-r2";
    expected.number = "1";
    expected.strategy = "ยุทธศาสตร์ที่ ๑ ซื่อสัตย์";
    expected.project = "โครงการสุจริต";
    expected.headings = {test::line_of("ยุทธศาสตร์ที่ ๑ ซื่อสัตย์"), test::line_of("โครงการสุจริต")};
    const auto cell = [&](FieldKey key, const char* value, std::int32_t column) {
        expected.field(key) = test::field_at(value, 2, 1, column);
    };
    cell(FieldKey::kNumber, "๑", 0);
    cell(FieldKey::kActivity, "อบรม", 1);
    cell(FieldKey::kTarget, "เชิงปริมาณ ๕๐ คน", 2);
    cell(FieldKey::kPeriod, "มิ.ย.- ก.ค.๖๒", 3);
    cell(FieldKey::kSteps, "ก่อนอื่น ๑) ประชุม ๒) อบรม", 4);
    cell(FieldKey::kBudget, "๒๑,๐๐๐.-", 5);
    cell(FieldKey::kSpent, "-", 6);
    cell(FieldKey::kResult, "แล้วเสร็จ", 7);
    cell(FieldKey::kResponsible, "นาย ก", 8);
    using namespace std::chrono;
    expected.period = Period{2019y / June / 1, 2019y / July / 31, {}};
    expected.budget = Budget{Satang{2'100'000}, Budget::Stated::kAmount};
    expected.spent = Budget{std::nullopt, Budget::Stated::kNone};
    expected.status = Status::kCompleted;
    expected.steps_intro = "ก่อนอื่น";
    expected.steps = {{"1", "ประชุม"}, {"2", "อบรม"}};
    expected.targets = Targets{"๕๐ คน", std::nullopt};
    expected.row = 1;
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities.front(), expected);
    EXPECT_THAT(warnings(records), IsEmpty());
}

TEST(Interpret, ColumnNumbersOfAScanMayBeMisread) {
    CleanTable table =
        table_of(1, {kHeader, {"(๑)", "(ษ)", "(๓)", "(๔)", "(๕)"}, {"๑", "อบรม", "", "๑๐๐", "แล้วเสร็จ"}});
    EXPECT_EQ(records_of(document_of({table})).activities.size(), 2U);
    for (CleanCell& cell : table.cells) cell.value.source = Source::kOcr;
    EXPECT_EQ(records_of(document_of({table})).activities.size(), 1U);
}

/// Of "(๑)" and "(๔)" only the brackets are read, which are no words: the others keep their columns.
TEST(Interpret, ColumnNumbersOfAScanMayBeLost) {
    CleanTable table =
        table_of(1, {kHeader, {"()", "(๒)", "(๓)", "(", "(๕)"}, {"๑", "อบรม", "", "๑๐๐", "แล้วเสร็จ"}});
    for (CleanCell& cell : table.cells) cell.value.source = Source::kOcr;
    EXPECT_THAT(names(records_of(document_of({table}))), ElementsAre("1 อบรม"));
}

TEST(Interpret, RowsThatAreNoActivities) {
    const DocumentRecords records =
        records_of(document_of({table_of(1, {kHeader,
                                             {"(๑)", "(๒)", "(๓)", "(๔)", "(๕)"},
                                             {Cell("ยุทธศาสตร์ที่ ๑ ซื่อสัตย์", 5)},
                                             {"๑", "รวมพลังต้านโกง", "", "๑๐๐", "แล้วเสร็จ"},
                                             {Cell("รวม", 3), "๑๐๐", ""},
                                             {Cell("ยุทธศาสตร์ที่ ๒ โปร่งใส", 5)},
                                             {"๑", "อบรม", "", "๒๐๐", "แล้วเสร็จ"},
                                             {"", "รวมทั้งสิ้น ๒ กิจกรรม", "", "๓๐๐", ""},
                                             {"๒", "", "", "", ""},
                                             {"", "", "", "", ""},
                                             {Cell("หมายเหตุ ข้อมูล ณ วันที่ ๑", 5)},
                                             {Cell("ลงชื่อ.........ผู้รายงาน", 5)}})}));
    EXPECT_THAT(names(records), ElementsAre("1 รวมพลังต้านโกง", "1 อบรม"));
    EXPECT_EQ(records.activities[0].strategy, "ยุทธศาสตร์ที่ ๑ ซื่อสัตย์");
    EXPECT_EQ(records.activities[1].strategy, "ยุทธศาสตร์ที่ ๒ โปร่งใส");
    EXPECT_THAT(
        rows(records),
        ElementsAre("other | (๑) | (๒) | (๓) | (๔) | (๕)", "section | ยุทธศาสตร์ที่ ๑ ซื่อสัตย์", "total | รวม | ๑๐๐",
                    "section | ยุทธศาสตร์ที่ ๒ โปร่งใส", "total | รวมทั้งสิ้น ๒ กิจกรรม | ๓๐๐", "other | ๒",
                    "other | หมายเหตุ ข้อมูล ณ วันที่ ๑", "signature | ลงชื่อ.........ผู้รายงาน"));
    EXPECT_THAT(warnings(records), IsEmpty());
}

/// Words of totals and signatures in a numbered row are an activity's own.
TEST(Interpret, ANumberedRowIsAnActivityWhateverItsFirstWord) {
    const DocumentRecords records =
        records_of(document_of({table_of(1, {{"กิจกรรม", "ที่", "งบประมาณ", "ผลการดำเนินงาน"},
                                             {"รวม", "๑", "๑๐๐", ""},
                                             {"ผู้จัดทำแผน", "๒", "", ""},
                                             {"รวม", "", "๑๐๐", ""}})}));
    EXPECT_THAT(names(records), ElementsAre("1 รวม", "2 ผู้จัดทำแผน"));
    EXPECT_THAT(rows(records), ElementsAre("total | รวม | ๑๐๐"));
}

TEST(Interpret, SectionsWithNumbersAndAmounts) {
    const DocumentRecords records =
        records_of(document_of({table_of(1, {kHeader,
                                             {"๑", Cell("โครงการสุจริต", 4)},
                                             {"๑.๑", "อบรม", "", "", "แล้วเสร็จ"},
                                             {Cell("โครงการโปร่งใส", 3), "๕๐๐", ""},
                                             {"๒.๑", "ประชุม", "", "๕๐๐", "แล้วเสร็จ"},
                                             {"", "โครงการที่สาม", "", "", ""},
                                             {"๓.๑", "สัมมนา", "", "", "ยกเลิก"}})}));
    EXPECT_THAT(names(records), ElementsAre("1.1 อบรม", "2.1 ประชุม", "3.1 สัมมนา"));
    EXPECT_EQ(records.activities[0].project, "โครงการสุจริต");
    EXPECT_EQ(records.activities[1].project, "โครงการโปร่งใส");
    EXPECT_EQ(records.activities[2].project, "โครงการที่สาม");
}

TEST(Interpret, ProjectAndStrategyColumnsMergedOverRows) {
    const DocumentRecords records = records_of(
        document_of({table_of(1, {{"ยุทธศาสตร์", "โครงการ", "กิจกรรม", "ผลการดำเนินงาน"},
                                  {Cell("ยุทธศาสตร์ที่ ๑", 1, 3), Cell("โครงการ ก", 1, 2), "อบรม", "แล้วเสร็จ"},
                                  {"ประชุม", "แล้วเสร็จ"},
                                  {"โครงการ ข", "สัมมนา", "แล้วเสร็จ"}})}));
    ASSERT_EQ(records.activities.size(), 3U);
    for (const ActivityRecord& activity : records.activities) EXPECT_EQ(activity.strategy, "ยุทธศาสตร์ที่ ๑");
    EXPECT_EQ(records.activities[1].project, "โครงการ ก");
    EXPECT_EQ(records.activities[2].project, "โครงการ ข");
    EXPECT_EQ(records.activities[1].extra[1].field.text, "โครงการ ก");
    EXPECT_THAT(warnings(records), IsEmpty());
}

TEST(Interpret, RowsUnderOneMergedActivityAreOneActivity) {
    const DocumentRecords records = records_of(document_of(
        {table_of(1, {kHeader,
                      {Cell("๑", 1, 2), Cell("อบรม", 1, 2), "มีนาคม ๒๕๖๒", "๑๐๐", Cell("แล้วเสร็จ", 1, 2)},
                      {"", "๒๐๐"},
                      {"๒", "ประชุม", "", "๕", "แล้วเสร็จ"}})}));
    EXPECT_THAT(names(records), ElementsAre("1 อบรม", "2 ประชุม"));
    EXPECT_EQ(text(records.activities[0], FieldKey::kBudget), "๑๐๐\n๒๐๐");
    EXPECT_EQ(text(records.activities[0], FieldKey::kResult), "แล้วเสร็จ");
    EXPECT_EQ(records.activities[0].budget, (Budget{std::nullopt, Budget::Stated::kUnreadable}));
    EXPECT_THAT(warnings(records), ElementsAre("budget_two_numbers p1-r2.budget"));
}

TEST(Interpret, NumbersMissingOrBeforeTheText) {
    const DocumentRecords with_column =
        records_of(document_of({table_of(1, {kHeader, {"", "อบรม", "", "", "แล้วเสร็จ"}})}));
    EXPECT_THAT(warnings(with_column), ElementsAre("number_missing p1-r2.number"));
    const DocumentRecords without_column = records_of(document_of(
        {table_of(1, {{"กิจกรรม", "ผลการดำเนินงาน"}, {"๒. อบรม", "แล้วเสร็จ"}, {"ประชุม ๓ ครั้ง", "แล้วเสร็จ"}})}));
    EXPECT_THAT(names(without_column), ElementsAre("2 ๒. อบรม", " ประชุม ๓ ครั้ง"));
    EXPECT_THAT(warnings(without_column), IsEmpty());
}

TEST(Interpret, RowsThatAreNotUnderstoodAreKeptWithAFinding) {
    const DocumentRecords records = records_of(document_of(
        {table_of(1, {kHeader, {"๑", "อบรม", "", "", "แล้วเสร็จ"}, {"", "", "", "๕๐๐", "เพิ่มเติม"}})}));
    EXPECT_THAT(names(records), ElementsAre("1 อบรม"));
    EXPECT_THAT(rows(records), ElementsAre("other | ๕๐๐ | เพิ่มเติม"));
    EXPECT_THAT(warnings(records), ElementsAre("row_not_understood ."));
}

TEST(Interpret, HeadingsHoldOnUntilTheirLevelComesAgain) {
    CleanTable first = table_of(1, {kHeader, {"๑", "อบรม", "", "", "แล้วเสร็จ"}});
    CleanTable second = table_of(1, {kHeader, {"๑", "ประชุม", "", "", "แล้วเสร็จ"}}, 2);
    second.headings = {test::line_of("รายงานผล", 2), test::line_of("โครงการ ข", 2)};
    CleanTable third = table_of(1, {kHeader, {"๒", "สัมมนา", "", "", "แล้วเสร็จ"}}, 3);
    const DocumentRecords records = records_of(
        document_of({first, second, third}, {"รายงานผล", "ปีงบประมาณ ๒๕๖๒", "ยุทธศาสตร์ที่ ๑ ก", "โครงการ ก"}));
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_EQ(records.activities[0].project, "โครงการ ก");
    EXPECT_EQ(records.activities[1].project, "โครงการ ข");
    EXPECT_EQ(records.activities[1].strategy, "ยุทธศาสตร์ที่ ๑ ก");
    EXPECT_EQ(records.activities[2].headings, records.activities[1].headings);
}

TEST(Interpret, WhatAPrinterOrALetterPutsOverATableIsNoHeading) {
    CleanTable second = table_of(1, {kHeader, {"๑", "ประชุม", "", "", "แล้วเสร็จ"}}, 2);
    second.headings = {test::line_of("พิมพ์เมื่อ 1/2/2567 09:30:00 หน้า : 1", 2), test::line_of("เอกสารแนบ", 2),
                       test::line_of("โครงการ ข", 2)};
    const DocumentRecords records = records_of(
        document_of({table_of(1, {kHeader, {"๑", "อบรม", "", "", "แล้วเสร็จ"}}), second}, {"รายงานผล"}));
    ASSERT_EQ(records.activities.size(), 2U);
    ASSERT_EQ(records.activities[1].headings.size(), 1U);
    EXPECT_EQ(records.activities[1].headings[0].text, "โครงการ ข");
}

TEST(Interpret, TablesOfAnotherKindAreLeft) {
    const CleanTable people = table_of(1, {{"ที่", "ชื่อ", "ตำแหน่ง"}, {"๑", "นาย ก", "ครู"}});
    const CleanTable plan =
        table_of(1, {{"ที่", "กิจกรรม", "เป้าหมาย", "ระยะเวลา", "งบประมาณ"}, {"๑", "ก", "", "", ""}}, 2);
    const CleanTable report = table_of(1, {kHeader, {"๑", "อบรม", "", "", "แล้วเสร็จ"}}, 3);
    const DocumentRecords records = records_of(document_of({people, plan, report}));
    EXPECT_THAT(names(records), ElementsAre("1 ก", "1 อบรม"));
    EXPECT_THAT(warnings(records), IsEmpty());
    EXPECT_EQ(records.activities[0].table, 1);
    ASSERT_EQ(records.tables.size(), 3U);
    EXPECT_EQ(records.tables[0].kind, TableRecord::Kind::kNone);
    ASSERT_EQ(records.tables[0].rows.size(), 1U);
    EXPECT_EQ(records.tables[0].rows[0][1].text, "นาย ก");
    EXPECT_EQ(records.tables[1].form, "action_plan");
    EXPECT_EQ(records.tables[2].form, "monitoring");
}

TEST(Interpret, ATableWithoutAHeaderGoesOnWithTheOneBefore) {
    const CleanTable first = table_of(1, {kHeader, {"๑", "อบรม", "", "", "แล้วเสร็จ"}});
    const CleanTable second = table_of(0, {{"๒", "ประชุม", "", "", "แล้วเสร็จ"}}, 2);
    EXPECT_THAT(names(records_of(document_of({first, second}))), ElementsAre("1 อบรม", "2 ประชุม"));
}

// On a scan a letter of the next header stood in the activity's, and the table's records were lost.
TEST(Interpret, AMisreadHeaderIsKnownByTheSameOverAnotherTable) {
    const auto scanned = [](const Row& header, const Row& row, std::int32_t page) {
        CleanTable table = table_of(1, {header, row}, page);
        for (CleanCell& cell : table.cells) cell.value.source = Source::kOcr;
        return table;
    };
    const Row misread{"ลำดัที่", "น\nมาตรฺกจกรมก", "ระยะเวลา", "งบประมาณ", "ผลการดำเนินงาน", "หมายเหตุ"};
    const Row whole{"ลำดับที่", "มาตรการ/กิจกรรม", "ระยะเวลา", "งบประมาณ", "ผลการดำเนินงาน", "หมายเหตุ"};
    const CleanTable first = scanned(misread, {"๑", "อบรม", "", "", "แล้วเสร็จ", ""}, 1);
    const CleanTable second = scanned(whole, {"๒", "ประชุม", "", "", "แล้วเสร็จ", ""}, 2);
    EXPECT_THAT(names(records_of(document_of({first, second}))), ElementsAre("1 อบรม", "2 ประชุม"));
    const Row other{"ลำดับที่", "รายการ", "จำนวน", "หน่วยนับ", "ราคา", "หมายเหตุ"};
    const CleanTable list = scanned(other, {"๑", "กระดาษ", "", "", "", ""}, 1);
    EXPECT_THAT(names(records_of(document_of({list, second}))), ElementsAre("2 ประชุม"));
}

TEST(Interpret, AmountsCountInWhatTheirHeaderSays) {
    const CleanTable table = table_of(1, {{"ที่", "กิจกรรม", "งบประมาณ (ล้านบาท)", "เบิกจ่าย (พันบาท)", "สถานะ"},
                                          {"๑", "อบรม", "๑.๕", "๑,๒๐๐", "แล้วเสร็จ"},
                                          {"๒", "ประชุม", "5,000 บาท", "-", "แล้วเสร็จ"}});
    const DocumentRecords records = records_of(document_of({table}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[0].budget->amount, Satang{150'000'000});
    EXPECT_EQ(records.activities[0].spent->amount, Satang{120'000'000});
    EXPECT_EQ(records.activities[1].budget->amount, Satang{500'000});
    EXPECT_EQ(records.activities[1].spent->stated, Budget::Stated::kNone);
}

/// "form kind: columns" of each table, and the document's form.
std::vector<std::string> chosen(const std::vector<CleanTable>& tables) {
    const DocumentRecords records = records_of(document_of(tables));
    std::vector<std::string> result;
    for (const TableRecord& table : records.tables) {
        EXPECT_TRUE(table.reason && table.reason->code == FindingCode::kFormChosen);
        result.push_back(table.form + " " + std::string(name_of(table.kind)) + ": " +
                         table.reason->arguments[1]);
    }
    result.push_back(records.profile);
    return result;
}

TEST(Interpret, EachTablesFormIsChosenByItsColumns) {
    const CleanTable report =
        table_of(1, {kHeader, {"๑", "อบรม", "", "", "แล้วเสร็จ"}, {"๒", "ประชุม", "", "", "แล้วเสร็จ"}});
    const CleanTable plan =
        table_of(1, {{"ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", "งบประมาณ", "ระยะเวลา", "ผู้รับผิดชอบ"},
                     {"๑", "อบรม", "เพื่อ", "๑๐ คน", "๕,๐๐๐", "มี.ค. ๖๗", "กองช่าง"}});
    const CleanTable money =
        table_of(1, {{"ลำดับ", "งบรายจ่าย/รายการ", "งบประมาณหลังโอนเปลี่ยนแปลง", "เบิกจ่ายสะสม", "คงเหลือ"},
                     {"๑", "งบบุคลากร", "๕,๐๐๐", "๔,๐๐๐", "๑,๐๐๐"}});
    EXPECT_THAT(
        chosen({plan, report, money}),
        ElementsAre("action_plan plan: number, activity, objective, target, period, budget, responsible",
                    "monitoring report: number, activity, period, budget, result",
                    "spending spending: number, activity, budget, spent, remaining", "monitoring"));
}

TEST(Interpret, NoFormFits) {
    const DocumentRecords records =
        records_of(document_of({table_of(1, {{"ที่", "ชื่อ"}, {"๑", "นาย ก"}})}, {"รายงานผล"}));
    EXPECT_EQ(records.profile, "");
    EXPECT_EQ(test::text_of(records.title), "รายงานผล");
    EXPECT_THAT(records.activities, IsEmpty());
    EXPECT_THAT(warnings(records), ElementsAre("no_records ."));
}

TEST(Interpret, AFormOfOnesOwnReadsWhatTheShippedOnesCannot) {
    const Profile own = parse_profile(
        "name = \"own\"\nextends = \"monitoring\"\n[columns]\nactivity = [\"หัวข้องาน\"]\nresult = "
        "[\"เสร็จไหม\"]\n"
        "[status]\ncompleted = [\"จบ\"]",
        "own.toml");
    const CleanDocument document = document_of({table_of(1, {{"หัวข้องาน", "เสร็จไหม"}, {"อบรม", "จบ"}})});
    EXPECT_THAT(records_of(document).activities, IsEmpty());
    const DocumentRecords records = interpret(document, {&own, 1});
    EXPECT_EQ(records.profile, "own");
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].status, Status::kCompleted);
}

TEST(Interpret, WhatIsNotUnderstoodIsFlaggedInItsField) {
    const DocumentRecords records =
        records_of(document_of({table_of(1, {kHeader, {"๑", "อบรม", "เมื่อพร้อม", "ตามจริง", "อบรมครูสองรุ่น"}})}));
    EXPECT_THAT(warnings(records),
                ElementsAre("period_unreadable p1-r2.period", "budget_unreadable p1-r2.budget",
                            "status_unknown p1-r2.result"));
}

/// A place over two cells flagged the last of them alone, and columns that the form does not know never.
TEST(Interpret, ADoubtfulPlaceFlagsEachFieldThatStandsThere) {
    CleanDocument document = document_of(
        {table_of(1, {{"ที่", "กิจกรรม", "รหัส", "ผลการดำเนินงาน"}, {"๑", "อบรม", "ก-๑", "แล้วเสร็จ"}})});
    Finding doubt;
    doubt.code = FindingCode::kTextDoubtful;
    doubt.region = Region{{1}, {60, 22, 120, 30}, std::nullopt};
    document.findings.push_back(doubt);
    const DocumentRecords records = records_of(document);
    EXPECT_THAT(warnings(records),
                ElementsAre("text_doubtful p1-r2.activity", "text_doubtful p1-r2.extra:รหัส"));
}

TEST(Interpret, AnEmptyDocument) {
    EXPECT_THAT(records_of(CleanDocument{}).activities, IsEmpty());
    EXPECT_THAT(interpret(CleanDocument{}, {}).findings, IsEmpty());
}

}  // namespace
}  // namespace tarang::interpret
