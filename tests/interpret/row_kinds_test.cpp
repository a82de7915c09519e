// Sums and the headings that state them, told by the rows around them.
#include "pipeline/interpret/rows/row_kinds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Row;
using testing::ElementsAre;
using testing::IsEmpty;

const Row kHeader{"ที่", "โครงการ/กิจกรรม", "งบประมาณ", "ผู้รับผิดชอบ"};

DocumentRecords read(std::vector<Row> rows) {
    rows.insert(rows.begin(), kHeader);
    DocumentRecords records = interpret(test::document_of({test::table_of(1, rows)}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

/// Each activity's name behind its headings.
std::vector<std::string> activities(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const ActivityRecord& activity : records.activities) {
        std::string text;
        for (const Field& heading : activity.headings) text += heading.text + " / ";
        result.push_back(text + test::text_of(activity.field(FieldKey::kActivity)));
    }
    return result;
}

std::vector<OtherRow::Kind> others(const DocumentRecords& records) {
    std::vector<OtherRow::Kind> kinds;
    for (const OtherRow& row : records.rows) kinds.push_back(row.kind);
    return kinds;
}

TEST(RowKinds, ANumberOverItsOwnIsASection) {
    const DocumentRecords records = read({{"๑", "ด้านน้ำ", "5,000", ""},
                                          {"๑.๑", "ขุดสระ", "3,000", "กองช่าง"},
                                          {"๑.๒", "ลอกคลอง", "2,000", "กองช่าง"},
                                          {"๒", "ด้านดิน", "", ""},
                                          {"๒.๑", "ปลูกหญ้า", "1,000", "กองช่าง"},
                                          {"๓", "ทำฝาย", "4,000", "กองช่าง"}});
    EXPECT_THAT(activities(records),
                ElementsAre("ด้านน้ำ / ขุดสระ", "ด้านน้ำ / ลอกคลอง", "ด้านดิน / ปลูกหญ้า", "ทำฝาย"))
        << "what does not count inside of a section ends it";
    EXPECT_THAT(others(records), ElementsAre(OtherRow::Kind::kSection, OtherRow::Kind::kSection));
}

TEST(RowKinds, WhatIsMoreThanASumStaysAnActivity) {
    EXPECT_THAT(activities(read({{"1", "ขุดสระ", "9,000", ""},
                                 {"1.1", "สำรวจ", "3,000", "กองช่าง"},
                                 {"1.2", "ขุด", "2,000", "กองช่าง"}})),
                ElementsAre("ขุดสระ", "สำรวจ", "ขุด"))
        << "an amount that is no sum";
    EXPECT_THAT(activities(read({{"1", "ขุดสระ", "5,000", "กองคลัง"},
                                 {"1.1", "สำรวจ", "3,000", "กองช่าง"},
                                 {"1.2", "ขุด", "2,000", "กองช่าง"}})),
                ElementsAre("ขุดสระ", "สำรวจ", "ขุด"))
        << "a project with an office of its own";
    EXPECT_THAT(activities(read({{"1", "ขุดสระ", "", ""}, {"2", "ลอกคลอง", "", ""}})),
                ElementsAre("ขุดสระ", "ลอกคลอง"));
}

TEST(RowKinds, ARowThatIsNotCountedMayBeASum) {
    const DocumentRecords records = read({{"", "ด้านน้ำ", "5,000", ""},
                                          {"1", "ขุดสระ", "3,000", "กองช่าง"},
                                          {"2", "ลอกคลอง", "2,000", "กองช่าง"},
                                          {"", "งานดิน", "3,500", ""},
                                          {"3", "ปลูกหญ้า", "1,000", "กองช่าง"},
                                          {"4", "ทำฝาย", "2,500", "กองช่าง"},
                                          {"", "ทุกงาน", "3,500", ""}});
    EXPECT_THAT(activities(records),
                ElementsAre("ด้านน้ำ / ขุดสระ", "ด้านน้ำ / ลอกคลอง", "งานดิน / ปลูกหญ้า", "งานดิน / ทำฝาย"));
    EXPECT_THAT(others(records),
                ElementsAre(OtherRow::Kind::kSection, OtherRow::Kind::kSection, OtherRow::Kind::kTotal));
    EXPECT_THAT(activities(read({{"1", "ขุดสระ", "3,000", "กองช่าง"},
                                 {"", "ลอกคลอง", "2,000", ""},
                                 {"2", "ทำฝาย", "2,000", "กองช่าง"}})),
                ElementsAre("ขุดสระ", "ลอกคลอง", "ทำฝาย"))
        << "two rows may have one amount by chance";
}

TEST(RowKinds, TotalsWithoutAmountsAndSumsCarriedOver) {
    const DocumentRecords records = read({{"1", "ขุดสระ", "3,000", "กองช่าง"},
                                          {"2", "ลอกคลอง", "2,000", "กองช่าง"},
                                          {"", "ยอดยกไป", "5,000", ""},
                                          {"", "ยอดยกมา", "5,000", ""},
                                          {"3", "รวมใจปลูกหญ้า", "1,000", "กองช่าง"},
                                          {"", "รวมงานดินน้ำ", "", ""}});
    EXPECT_THAT(activities(records), ElementsAre("ขุดสระ", "ลอกคลอง", "รวมใจปลูกหญ้า"));
    EXPECT_THAT(others(records),
                ElementsAre(OtherRow::Kind::kTotal, OtherRow::Kind::kTotal, OtherRow::Kind::kTotal));
}

TEST(RowKinds, LevelsOfANumber) {
    EXPECT_THAT(levels_of_number("๑.๒"), ElementsAre(1, 2));
    EXPECT_THAT(levels_of_number("(3)"), ElementsAre(3));
    EXPECT_THAT(levels_of_number("1.2.10."), ElementsAre(1, 2, 10));
    EXPECT_THAT(levels_of_number("ก"), IsEmpty());
    EXPECT_THAT(levels_of_number("1,000"), IsEmpty());
    EXPECT_TRUE(is_inside({1, 2}, {1}));
    EXPECT_FALSE(is_inside({1, 2}, {1, 2}));
    EXPECT_FALSE(is_inside({2, 1}, {1}));
}

}  // namespace
}  // namespace tarang::interpret
