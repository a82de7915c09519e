// One printed cell for several values: each field that shares it is flagged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"
#include "tests/interpret/interpreted.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::document_of;
using test::records_of;
using test::table_of;
using test::warnings;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

const test::Row kHeader{"ที่", "กิจกรรม", "ระยะเวลา", "งบประมาณ", "ผลการดำเนินงาน"};

std::string text(const ActivityRecord& activity, FieldKey key) { return test::text_of(activity.field(key)); }

TEST(SharedCells, OneAmountForSeveralActivitiesIsFlagged) {
    const DocumentRecords records = records_of(document_of({table_of(
        1, {kHeader, {"๑", "อบรม", "", Cell("๑๐๐", 1, 2), "แล้วเสร็จ"}, {"๒", "ประชุม", "", "แล้วเสร็จ"}})}));
    ASSERT_EQ(records.activities.size(), 2U);
    EXPECT_EQ(records.activities[1].budget, (Budget{Satang{10'000}, Budget::Stated::kAmount}));
    EXPECT_THAT(warnings(records), ElementsAre("cell_shared p1-r2.budget", "cell_shared p1-r3.budget"));
}

TEST(SharedCells, OneCellOverTwoMoneyColumnsBelongsToTheFirst) {
    const DocumentRecords records =
        records_of(document_of({table_of(2, {{Cell("กิจกรรม", 1, 2), Cell("งบประมาณ", 2), Cell("สถานะ", 1, 2)},
                                             {"ได้รับ", "เบิกจ่าย"},
                                             {"อบรม", Cell("๑๐๐", 2), "แล้วเสร็จ"}})}));
    ASSERT_EQ(records.activities.size(), 1U);
    EXPECT_EQ(records.activities[0].budget, (Budget{Satang{10'000}, Budget::Stated::kAmount}));
    EXPECT_EQ(records.activities[0].spent, std::nullopt);
    EXPECT_EQ(text(records.activities[0], FieldKey::kSpent), "");
    EXPECT_THAT(warnings(records), ElementsAre("cell_shared p1-r3.budget", "cell_shared p1-r3.spent"));
}

// No rule was seen between the columns of some rows. What has lost its words looks as empty as any.
TEST(SharedCells, OneCellOverColumnsFlagsEveryFieldThatSharesIt) {
    const DocumentRecords records =
        records_of(document_of({table_of(1, {{"กิจกรรม", "งบประมาณ", "เบิกจ่าย", "ความก้าวหน้า", "หมายเหตุ", "ฝ่าย"},
                                             {"อบรม", "๓๐๐", Cell("๑๐๐ ๓๐", 2), "", "ก"},
                                             {"ประชุม", "๓๐๐", "๑๐๐", Cell("๓๐ ส่งแล้ว", 2), "ก"},
                                             {Cell("ประกวด ๒๐๐", 2), "๑๐๐", "๕๐", "", "ก"}})}));
    ASSERT_EQ(records.activities.size(), 3U);
    EXPECT_THAT(warnings(records), IsSupersetOf({"cell_shared p1-r2.spent", "cell_shared p1-r2.progress",
                                                 "cell_shared p1-r3.progress", "cell_shared p1-r3.note",
                                                 "cell_shared p1-r4.activity", "cell_shared p1-r4.budget"}));
}

}  // namespace
}  // namespace tarang::interpret
