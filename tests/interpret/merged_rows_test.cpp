// Rows beside a merged activity: records of their own, or its lines.
#include "pipeline/interpret/rows/merged_rows.h"

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

DocumentRecords read(const std::vector<Row>& rows) {
    DocumentRecords records = interpret(test::document_of({test::table_of(1, rows)}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

/// Number, name, target and budget of each record.
std::vector<std::string> told(const DocumentRecords& records) {
    std::vector<std::string> result;
    for (const ActivityRecord& activity : records.activities) {
        std::string text;
        for (const FieldKey key :
             {FieldKey::kNumber, FieldKey::kActivity, FieldKey::kTarget, FieldKey::kBudget})
            text += (text.empty() ? "" : " | ") + test::text_of(activity.field(key));
        result.push_back(text);
    }
    return result;
}

const Row kSessions{"ที่", "หลักสูตร/โครงการ", "กลุ่มเป้าหมาย", "ระยะเวลา", "งบประมาณ"};

TEST(MergedRows, EachSessionWithItsOwnAmountIsARecord) {
    const DocumentRecords records = read({kSessions,
                                          {{"1", 1, 2}, {"อบรมบัญชี", 1, 2}, "ครู", "ม.ค. 2567", "5,000"},
                                          {"นักเรียน", "ก.พ. 2567", "7,000"},
                                          {"2", "อบรมพัสดุ", "ครู", "มี.ค. 2567", "9,000"}});
    EXPECT_THAT(told(records), ElementsAre("1 | อบรมบัญชี | ครู | 5,000", "1 | อบรมบัญชี | นักเรียน | 7,000",
                                           "2 | อบรมพัสดุ | ครู | 9,000"));
    EXPECT_EQ(records.activities[1].budget->amount->value, 700000);
    EXPECT_FALSE(records.activities[1].field(FieldKey::kBudget)->needs_review);
    EXPECT_NE(records.activities[0].id, records.activities[1].id);
}

TEST(MergedRows, ATimeOfItsOwnIsEnough) {
    EXPECT_EQ(read({kSessions,
                    {{"1", 1, 2}, {"อบรมบัญชี", 1, 2}, "ครู", "ม.ค. 2567", {"", 1, 2}},
                    {"นักเรียน", "ก.พ. 2567"},
                    {"2", "อบรมพัสดุ", "ครู", "มี.ค. 2567", "9,000"}})
                  .activities.size(),
              3U);
}

TEST(MergedRows, OneAmountForAllIsOneActivity) {
    EXPECT_EQ(read({kSessions,
                    {{"1", 1, 2}, {"อบรมบัญชี", 1, 2}, "ครู", "ม.ค. 2567", {"12,000", 1, 2}},
                    {"นักเรียน", "ก.พ. 2567"},
                    {"2", "อบรมพัสดุ", "ครู", "มี.ค. 2567", "9,000"}})
                  .activities.size(),
              2U);
}

TEST(MergedRows, ARowWithoutItsOwnAmountOrTimeIsALine) {
    EXPECT_EQ(read({kSessions,
                    {{"1", 1, 2}, {"อบรมบัญชี", 1, 2}, "ครู", "ม.ค. 2567", "5,000"},
                    {"นักเรียน", "", ""},
                    {"2", "อบรมพัสดุ", "ครู", "มี.ค. 2567", "9,000"}})
                  .activities.size(),
              2U);
}

TEST(MergedRows, StepsCostsAndSumsAreLinesOfOneActivity) {
    const Row steps{"ที่", "กิจกรรม", "ขั้นตอน", "ระยะเวลา", "งบประมาณ"};
    EXPECT_EQ(read({steps,
                    {{"1", 1, 2}, {"อบรมบัญชี", 1, 2}, "ประชุม", "ม.ค. 2567", "5,000"},
                    {"สรุปผล", "ก.พ. 2567", "7,000"},
                    {"2", "อบรมพัสดุ", "ประชุม", "มี.ค. 2567", "9,000"}})
                  .activities.size(),
              2U);
    for (const char* line : {"ค่าอาหาร", "รวม"}) {
        EXPECT_EQ(read({kSessions,
                        {{"1", 1, 2}, {"อบรมบัญชี", 1, 2}, "ครู", "ม.ค. 2567", "5,000"},
                        {line, "ม.ค. 2567", "7,000"},
                        {"2", "อบรมพัสดุ", "ครู", "มี.ค. 2567", "9,000"}})
                      .activities.size(),
                  2U)
            << line;
    }
}

}  // namespace
}  // namespace tarang::interpret
