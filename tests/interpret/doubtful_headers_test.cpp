// What becomes of values under headers that a scan misread: known by what the column holds or by other tables
// where that is sure, else flagged. The same tables from a text layer have no such doubts.
#include "pipeline/interpret/columns/doubtful_headers.h"

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
using test::Row;
using test::table_of;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

CleanTable scanned(CleanTable table) {
    for (CleanCell& cell : table.cells) {
        cell.value.source = Source::kOcr;
        cell.value.confidence = 0.95F;
    }
    return table;
}

DocumentRecords read(std::vector<CleanTable> tables, const std::vector<std::string>& head = {}) {
    DocumentRecords records = interpret(document_of(std::move(tables), head), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

/// Fields and columns of the first record whose header was doubted.
std::vector<std::string> doubted(const DocumentRecords& records) {
    std::vector<std::string> fields;
    for (const Finding& finding : records.findings) {
        const bool first = !records.activities.empty() && finding.activity_id == records.activities[0].id;
        if (finding.code == FindingCode::kHeaderDoubtful && first) fields.push_back(finding.field);
    }
    return fields;
}

std::vector<std::int64_t> baht(const DocumentRecords& records, FieldKey key) {
    std::vector<std::int64_t> amounts;
    for (const ActivityRecord& activity : records.activities) {
        const auto& money = *activity.money(key);
        amounts.push_back(money && money->amount ? money->amount->value / 100 : -1);
    }
    return amounts;
}

const std::vector<Row> kMillions{{"ที่", "โครงการ", "งบประมาณ", "ผู้รับผิดชอบ"},
                                 {"๑", "ปรับปรุงถนนสายหลัก", "14.57", "กองช่าง"},
                                 {"๒", "ขุดลอกคลองส่งน้ำ", "6.02", "กองช่าง"},
                                 {"๓", "ก่อสร้างอาคารเรียน", "24.13", "กองคลัง"}};

// "(ล้านบาท)" stood on a line of its own, and the scan lost it.
TEST(DoubtfulHeaders, BudgetsOfAFewBahtHaveAnotherUnit) {
    EXPECT_THAT(doubted(read({scanned(table_of(1, kMillions))})), ElementsAre("budget"));
    EXPECT_THAT(doubted(read({table_of(1, kMillions)})), IsEmpty());
    std::vector<Row> plain = kMillions;
    plain[1][2] = "14,570";
    plain[2][2] = "6,020";
    plain[3][2] = "24,130";
    EXPECT_THAT(doubted(read({scanned(table_of(1, plain))})), IsEmpty());
}

TEST(DoubtfulHeaders, AMisreadUnitIsTheOneThatItIsNearly) {
    std::vector<Row> rows = kMillions;
    rows[0][2] = "งบประมาณ (ล้นบาท)";
    const DocumentRecords records = read({scanned(table_of(1, rows))});
    EXPECT_THAT(baht(records, FieldKey::kBudget), ElementsAre(14'570'000, 6'020'000, 24'130'000));
    EXPECT_THAT(doubted(records), IsEmpty());
    rows[0][2] = "งบประมาณ (ฐ๙๖ษฒ)";
    rows[1][2] = "1,457";
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows))})), ElementsAre("budget"));
}

std::vector<Row> parts_under(const char* total) {
    return {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ (บาท)", 4), Cell("ผู้รับผิดชอบ", 1, 2)},
            {"ค่าตอบแทน", "ค่าใช้สอย", "ค่าวัสดุ", total},
            {"๑", "อบรมครูผู้สอน", "2,000", "1,500", "500", "4,000", "นายเอก"},
            {"๒", "ทัศนศึกษานักเรียน", "3,000", "1,500", "-", "4,500", "นายโท"},
            {"๓", "กีฬาสีภายใน", "5,000", "2,500", "1,000", "8,500", "นายตรี"}};
}

// "รวม" was read as "ธิ": the column is what the others come to, and is not added to them.
TEST(DoubtfulHeaders, AMisreadTotalIsKnownByTheSums) {
    const DocumentRecords records = read({scanned(table_of(2, parts_under("ธิ")))});
    EXPECT_THAT(baht(records, FieldKey::kBudget), ElementsAre(4'000, 4'500, 8'500));
    EXPECT_THAT(doubted(records), IsEmpty());
}

TEST(DoubtfulHeaders, APartThatNobodyCanReadIsFlaggedWhereNoTotalSettlesIt) {
    std::vector<Row> rows = parts_under("ธิ");
    rows[2][5] = "100";
    rows[3][5] = "200";
    rows[4][5] = "300";
    EXPECT_THAT(doubted(read({scanned(table_of(2, rows))})), ElementsAre("extra:งบประมาณ (บาท) > ธิ"));
    EXPECT_THAT(doubted(read({table_of(2, rows)})), IsEmpty());
}

// A whole and its only part, whose headers are both misread, are no two parts.
TEST(DoubtfulHeaders, EqualPartsAreFlagged) {
    const auto table = [](const char* second) {
        return scanned(table_of(
            2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                {"ค่าใช้สอย", "ค่าวัสดุ"},
                {"๑", "อบรมครูผู้สอน", "2,000", second, "นายเอก"},
                {"๒", "ทัศนศึกษานักเรียน", "3,000", second, "นายโท"}}));
    };
    EXPECT_THAT(doubted(read({table("700")})), IsEmpty());
    CleanTable equal = table("2,000");
    for (CleanCell& cell : equal.cells)
        if (cell.row == 3 && cell.column == 3) cell.value.text = "3,000";
    EXPECT_THAT(doubted(read({equal})),
                UnorderedElementsAre("extra:งบประมาณ > ค่าใช้สอย", "extra:งบประมาณ > ค่าวัสดุ"));
}

std::vector<Row> year_of(std::vector<const char*> months) {
    Row names;
    Row first{"๑", "อบรมครูผู้สอน"};
    Row second{"๒", "ทัศนศึกษานักเรียน"};
    for (const char* month : months) {
        names.emplace_back(month);
        first.emplace_back("1,000");
        second.emplace_back("2,000");
    }
    return {
        {Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("แผนการใช้จ่ายรายเดือน (บาท)", 12)}, names, first, second};
}

TEST(DoubtfulHeaders, MisreadMonthsOfAYearArePartsLikeTheOthers) {
    const auto sums = [](const std::vector<const char*>& months) {
        return baht(read({scanned(table_of(2, year_of(months)))}), FieldKey::kBudget);
    };
    EXPECT_THAT(sums({"ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.",
                      "ก.ย."}),
                ElementsAre(12'000, 24'000));
    EXPECT_THAT(sums({"ด.ค.", "พ.ย.", "5.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เ.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.",
                      "ท.ธ."}),
                ElementsAre(12'000, 24'000));
}

TEST(DoubtfulHeaders, AmountsUnderNoWordsAreFlagged) {
    const auto table = [](const char* header) {
        return table_of(1, {{"ที่", "โครงการ", "งบประมาณ", header, "ผู้รับผิดชอบ"},
                            {"๑", "อบรมครูผู้สอน", "20,000", "12,000", "นายเอก"},
                            {"๒", "ทัศนศึกษานักเรียน", "30,000", "13,000", "นายโท"}});
    };
    EXPECT_THAT(doubted(read({scanned(table("ร24ะ88:"))})), ElementsAre("extra:ร24ะ88:"));
    EXPECT_THAT(doubted(read({scanned(table("12,000 บาท"))})), ElementsAre("extra:12,000 บาท"));
    EXPECT_THAT(doubted(read({scanned(table("ราคากลาง"))})), IsEmpty());
    EXPECT_THAT(doubted(read({table("ร24ะ88:")})), IsEmpty());
}

// The rule between two headers was not seen: which column is which is not known.
TEST(DoubtfulHeaders, MixedDigitsAreNoYear) {
    std::vector<Row> rows = kMillions;
    rows[0][2] = "๒๐4,8 (บาท)";
    for (std::size_t row = 1; row < rows.size(); ++row) rows[row][2] = std::to_string(row) + "4,500.-";
    const DocumentRecords records = read({scanned(table_of(1, rows))});
    EXPECT_THAT(baht(records, FieldKey::kBudget), ElementsAre(14'500, 24'500, 34'500));
    EXPECT_THAT(doubted(records), ElementsAre("budget"));
}

TEST(DoubtfulHeaders, AWordThatIsMisreadIsDoubted) {
    const auto rows = [](const char* header) {
        return std::vector<Row>{{"ที่", "โครงการ", "งบประมาณ", header},
                                {"๑", "ปรับปรุงถนนสายหลัก", "14,570", "14,570"},
                                {"๒", "ขุดลอกคลองส่งน้ำ", "6,020", "6,000"},
                                {"๓", "ก่อสร้างอาคารเรียน", "24,130", "12,000"}};
    };
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("ผลเษิ๊กฏ่า")))})), ElementsAre("extra:ผลเษิ๊กฏ่า"));
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("ผลการเบิกจ่าย")))})), IsEmpty());
}

TEST(DoubtfulHeaders, WordsUnderAMisreadHeaderAreDoubted) {
    const auto rows = [](const char* header) {
        return std::vector<Row>{{"ที่", "โครงการ", "งบประมาณ", header, "สถานะ"},
                                {"๑", "ปรับปรุงถนนสายหลัก", "14,570", "เพื่อแก้ปัญหาน้ำท่วม", "แล้วเสร็จ"},
                                {"๒", "ขุดลอกคลองส่งน้ำ", "6,020", "เพื่อให้มีน้ำใช้", "แล้วเสร็จ"}};
    };
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("วัฒ ฬงฆ์")))})), ElementsAre("extra:วัฒ ฬงฆ์"));
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("ซูรบ๗๑ชอบ")))})), ElementsAre("extra:ซูรบ๗๑ชอบ"));
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("")))})), ElementsAre("extra:"));
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("ความเป็นมา")))})), IsEmpty());
}

TEST(DoubtfulHeaders, AmountsUnderAShareAreDoubted) {
    const auto rows = [](const char* first, const char* second) {
        return std::vector<Row>{{"ที่", "โครงการ", "งบประมาณ /๗๖ ๒๑๑- %", "สถานะ"},
                                {"๑", "ปรับปรุงถนนสายหลัก", first, "แล้วเสร็จ"},
                                {"๒", "ขุดลอกคลองส่งน้ำ", second, "แล้วเสร็จ"}};
    };
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("49,250.00", "135,000.00")))})),
                ElementsAre("extra:งบประมาณ /๗๖ ๒๑๑- %"));
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("49", "100")))})), IsEmpty());
}

TEST(DoubtfulHeaders, TwoAmountsUnderOneHeaderMayBeSwapped) {
    const auto rows = [](const char* header) {
        return std::vector<Row>{{"ที่", "โครงการ", Cell(header, 2), "สถานะ"},
                                {"๑", "ปรับปรุงถนนสายหลัก", "61,000", "49,033", "แล้วเสร็จ"},
                                {"๒", "ขุดลอกคลองส่งน้ำ", "21,000", "20,774", "แล้วเสร็จ"}};
    };
    EXPECT_THAT(doubted(read({scanned(table_of(1, rows("งบประมาณที่ไ•๙ดตร-บI ผลการเบิกจ่าย")))})),
                UnorderedElementsAre("budget", "spent"));
}

TEST(DoubtfulHeaders, OneHeaderOverColumnsOfTheirOwnIsFlagged) {
    const DocumentRecords records =
        read({scanned(table_of(1, {{"ที่", "โครงการ", "งบประมาณ", Cell("ผู้รับจ้าง เษิกจ่าย", 2), "สถานะ"},
                                   {"๑", "ปรับปรุงถนน", "20,000", "ร้านหนึ่ง", "12,000", "แล้วเสร็จ"},
                                   {"๒", "ขุดลอกคลอง", "30,000", "ร้านสอง", "13,000", "แล้วเสร็จ"}}))});
    EXPECT_THAT(doubted(records), Contains("extra:ผู้รับจ้าง เษิกจ่าย"));
}

// Marks under quarters whose own headers were lost.
TEST(DoubtfulHeaders, MarksUnderOneHeaderAreFlagged) {
    const auto marks = [](const char* header) {
        return scanned(table_of(2, {{"ที่", "โครงการ", "งบประมาณ", Cell(header, 2), "ผู้รับผิดชอบ"},
                                    {"", "", "", "", "", ""},
                                    {"๑", "ปรับปรุงถนน", "20,000", "/", "3", "นายเอก"},
                                    {"๒", "ขุดลอกคลอง", "30,000", "/", "/", "นายโท"}}));
    };
    EXPECT_THAT(doubted(read({marks("โตรมาสที่ดีาเนินการ")})), Contains("extra:โตรมาสที่ดีาเนินการ"));
}

// A rule between two headers was read as a letter: shares of an indicator stand among parts of money.
TEST(DoubtfulHeaders, PartsUnderAHeaderOfTwoAreFlagged) {
    const auto table = [](const char* group) {
        return scanned(
            table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell(group, 2), Cell("ผู้รับผิดชอบ", 1, 2)},
                         {"ค่าใช้สอย", "ค่าวัสดุ"},
                         {"๑", "อบรมครูผู้สอน", "2,000", "52", "นายเอก"},
                         {"๒", "ทัศนศึกษานักเรียน", "3,000", "75", "นายโท"}}));
    };
    EXPECT_THAT(doubted(read({table("งบประมาณ")})), IsEmpty());
    EXPECT_THAT(doubted(read({table("งบประมาณ I ตัวชี้วัด")})),
                UnorderedElementsAre("extra:งบประมาณ I ตัวชี้วัด > ค่าใช้สอย", "extra:งบประมาณ I ตัวชี้วัด > ค่าวัสดุ"));
}

TEST(DoubtfulHeaders, NumbersBeforeTheNamesAreNotLostInSilence) {
    const DocumentRecords records = read({scanned(table_of(1, {{"3ฐ --", "โครงการ", "งบประมาณ", "ผู้รับผิดชอบ"},
                                                               {"9", "อบรมครูผู้สอน", "20,000", "นายเอก"},
                                                               {"2", "ทัศนศึกษานักเรียน", "30,000", "นายโท"},
                                                               {"7", "กีฬาสีภายใน", "9,000", "นายตรี"}}))});
    EXPECT_THAT(doubted(records), ElementsAre("extra:3ฐ --"));
}

TEST(DoubtfulHeaders, MonthsOfAQuarterAreKnownByTheirPlace) {
    const auto table = [](const char* second, const char* third) {
        return scanned(table_of(2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("ไตรมาส 1", 3),
                                     Cell("ไตรมาส 2", 3), Cell("งบประมาณ", 1, 2)},
                                    {"", "๔ ฒ", "", "", second, third},
                                    {"๑", "อบรมครูผู้สอน", "/", "/", "", "", "", "", "20,000"},
                                    {"๒", "ทัศนศึกษานักเรียน", "", "", "", "/", "", "", "30,000"},
                                    {"๓", "กีฬาสีภายใน", "", "", "", "", "/", "/", "9,000"}}));
    };
    const std::vector<std::string> head{"แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2567"};
    const DocumentRecords records = read({table("", "")}, head);
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_EQ(records.activities[0].period, (Period{2023y / October / 1, 2023y / November / 30, {}}));
    EXPECT_EQ(records.activities[2].period, (Period{2024y / February / 1, 2024y / March / 31, {}}));
    // "แผน" and "ผล" under a quarter are no months.
    EXPECT_FALSE(read({table("แผน", "ผล")}, head).activities.at(2).period);
}

// The second page's header was misread, unit and all.
TEST(DoubtfulHeaders, AHeaderThatNobodyCanReadIsThatOfTheSameTableBefore) {
    std::vector<Row> first = kMillions;
    first[0][2] = "งบประมาณ (ล้านบาท)";
    std::vector<Row> second = kMillions;
    second[0][2] = "๙%๑z27๖3";
    second[1][1] = "ติดตั้งไฟฟ้าส่องสว่าง";
    const DocumentRecords records = read({scanned(table_of(1, first)), scanned(table_of(1, second))});
    EXPECT_THAT(baht(records, FieldKey::kBudget),
                ElementsAre(14'570'000, 6'020'000, 24'130'000, 14'570'000, 6'020'000, 24'130'000));
}

TEST(DoubtfulHeaders, AMisreadStatusUnderTheSameHeaderIsOneOfThem) {
    const auto table = [](const char* last) {
        return scanned(table_of(
            2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ผลการดำเนินงาน", 3)},
                {"ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", last},
                {"๑", "ปรับปรุงถนน", "20,000", "/", "", ""},
                {"๒", "ขุดลอกคลอง", "30,000", "", "/", ""},
                {"๓", "ก่อสร้างอาคาร", "-", "", "", "/"}}));
    };
    const DocumentRecords told = read({table("ไม่ใด้ดำเนินการ")});
    ASSERT_EQ(told.activities.size(), 3U);
    EXPECT_EQ(told.activities[2].status, Status::kNotStarted);
    const DocumentRecords open = read({table("ฒ๙เ๖ร")});
    ASSERT_EQ(open.activities.size(), 3U);
    EXPECT_EQ(open.activities[0].status, Status::kCompleted);
    EXPECT_EQ(open.activities[2].status, Status::kUnknown);
    EXPECT_TRUE(open.activities[2].field(FieldKey::kResult)->needs_review);
}

// What the other side's print was read as, in one row, is no word in columns of ticks.
TEST(DoubtfulHeaders, WordsThatTheEngineDoesNotBelieveTellNothingOfAColumn) {
    CleanTable table = scanned(table_of(
        2, {{Cell("ที่", 1, 2), Cell("โครงการ", 1, 2), Cell("งบประมาณ", 1, 2), Cell("ผลการดำเนินงาน", 2)},
            {"บรรลุ", "ไม่บรรลุ"},
            {"๑", "ปรับปรุงถนน", "20,000", "/", ""},
            {"๒", "ขุดลอกคลอง", "30,000", "/", "๙• ฿.๖ ๖๑ กขค"},
            {"๓", "ก่อสร้างอาคาร", "9,000", "/", ""}}));
    for (CleanCell& cell : table.cells)
        if (cell.row == 3 && cell.column == 4) cell.value.confidence = 0.1F;
    const DocumentRecords records = read({table});
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_EQ(records.activities[0].status, Status::kCompleted);
    EXPECT_EQ(records.activities[1].status, Status::kUnknown);
}

// The number's header was lost, and which column names what is done only its contents tell.
TEST(DoubtfulHeaders, AColumnThatCountsIsTheNumbersAlsoWhereContentsNameTheActivity) {
    const DocumentRecords records =
        read({scanned(table_of(1, {{"", "งานที่ซื้อหรือจ้าง", "วงเงินที่ซื้อหรือจ้าง (บาท)", "วิธีการจัดซื้อจัดจ้าง", "สถานะ"},
                                   {"๑", "จ้างปรับปรุงห้องประชุมใหญ่", "20,000", "เฉพาะเจาะจง", "แล้วเสร็จ"},
                                   {"๒", "ซื้อวัสดุสำนักงานของกองคลัง", "30,000", "เฉพาะเจาะจง", "แล้วเสร็จ"},
                                   {"๓", "จ้างทำความสะอาดอาคารเรียน", "9,000", "เฉพาะเจาะจง", "แล้วเสร็จ"}}))});
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_EQ(records.activities[2].number, "3");
}

TEST(DoubtfulHeaders, ARuleBesideTheNumberBeforeANameIsNoLetterOfIt) {
    const std::vector<Row> rows{{"กิจกรรม", "งบประมาณ", "ผู้รับผิดชอบ"},
                                {"๑) อบรมครูผู้สอน", "20,000", "นายเอก"},
                                {"I๒) ทัศนศึกษานักเรียน", "30,000", "นายโท"}};
    EXPECT_EQ(read({scanned(table_of(1, rows))}).activities.at(1).number, "2");
    EXPECT_EQ(read({table_of(1, rows)}).activities.at(1).number, "");
}

TEST(DoubtfulHeaders, WhatCannotBeReadHasNoWords) {
    for (const char* header : {"๙%๑z27๖3", "ร24ะ88:", "ธิ", "ฒ๓", "บcC"})
        EXPECT_TRUE(is_unreadable(header)) << header;
    for (const char* header : {"งบประมาณ (บาท)", "๒๕๖๗", "(๑)", "KPI", "ต.ค.", "หน่วยงานที่รับผิดชอบ", "", "สพฐ."})
        EXPECT_FALSE(is_unreadable(header)) << header;
}

}  // namespace
}  // namespace tarang::interpret
