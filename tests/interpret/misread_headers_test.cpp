// Headers that a scan misread too far for any spelling are known by what they are most like; their values are
// flagged.
#include "pipeline/interpret/columns/misread_headers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::document_of;
using test::Row;
using test::table_of;
using testing::Contains;

DocumentRecords read(const std::vector<Row>& rows, Source source = Source::kOcr) {
    CleanTable table = table_of(1, rows);
    for (CleanCell& cell : table.cells) {
        cell.value.source = source;
        cell.value.confidence = 0.95F;
    }
    return interpret(document_of({table}, {}), shipped_profiles());
}

std::vector<std::string> doubted(const DocumentRecords& records) {
    std::vector<std::string> fields;
    for (const Finding& finding : records.findings)
        if (finding.code == FindingCode::kHeaderDoubtful) fields.push_back(finding.field);
    return fields;
}

std::vector<Row> report(const std::string& header, const std::string& first, const std::string& second) {
    return {{"ที่", "โครงการ", "งบประมาณ", header, "สถานะการดำเนินงาน"},
            {"๑", "ปรับปรุงโรงอาหาร", "๑๘,๐๐๐", first, "ดำเนินการแล้ว"},
            {"๒", "จัดค่ายวิชาการ", "๒๕,๐๐๐", second, "กำลังดำเนินการ"}};
}

TEST(MisreadHeaders, AmountsAreTheFieldThatTheirHeaderIsMostLike) {
    const DocumentRecords records = read(report("ผลการเษิ๊กจ่าย", "๑๒,๕๐๐", "๓,๓๑๙"));
    ASSERT_EQ(records.activities.size(), 2U);
    ASSERT_TRUE(records.activities[0].spent);
    EXPECT_EQ(records.activities[0].spent->amount, Satang{12'500'00});
    EXPECT_THAT(doubted(records), Contains("spent"));
}

TEST(MisreadHeaders, SoAreThoseUnderOtherWordsThatAreNearer) {
    const DocumentRecords records = read(report("มลการเปิกจ่าย", "๑๒,๕๐๐", "๓,๓๑๙"));
    ASSERT_TRUE(records.activities[0].spent);
    EXPECT_THAT(doubted(records), Contains("spent"));
    EXPECT_FALSE(read(report("ราคาต่อหน่วย", "๑๒,๕๐๐", "๓,๓๑๙")).activities[0].spent);
}

TEST(MisreadHeaders, SharesAreTheProgress) {
    const DocumentRecords records = read(report("ร้อยละควา ๖- ก้าวหน", "๙๕", "๑๒"));
    ASSERT_TRUE(records.activities[0].progress);
    EXPECT_THAT(doubted(records), Contains("progress"));
}

TEST(MisreadHeaders, WhatIsOfAnotherKindStaysOpen) {
    EXPECT_FALSE(read(report("ผลการเษิ๊กจ่าย", "นางวันดี มีสุข", "นายปรีชา ดีใจ")).activities[0].spent);
    EXPECT_FALSE(read(report("ผฒณ์", "๑๒,๕๐๐", "๓,๓๑๙")).activities[0].spent) << "it is like nothing";
}

TEST(MisreadHeaders, ATextLayerSaysWhatItSays) {
    EXPECT_FALSE(read(report("ผลการเษิ๊กจ่าย", "๑๒,๕๐๐", "๓,๓๑๙"), Source::kTextLayer).activities[0].spent);
}

}  // namespace
}  // namespace tarang::interpret
