// Two rows a record: what was planned, and what came of it.
#include "pipeline/interpret/columns/plan_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "models/flags.h"
#include "pipeline/interpret/interpret.h"
#include "tests/interpret/document_builder.h"

namespace tarang::interpret {
namespace {

using test::Cell;
using test::Row;
using testing::ElementsAre;
using testing::IsEmpty;

DocumentRecords read(std::int32_t header_rows, const std::vector<Row>& rows) {
    DocumentRecords records =
        interpret(test::document_of({test::table_of(header_rows, rows)}), shipped_profiles());
    EXPECT_THAT(flag_violations(records), IsEmpty());
    return records;
}

std::vector<std::string> activities(const DocumentRecords& records) {
    std::vector<std::string> names;
    for (const ActivityRecord& activity : records.activities)
        names.push_back(test::text_of(activity.field(FieldKey::kActivity)));
    return names;
}

const Row kMoney{"ที่", "กิจกรรม", "แผน/ผล", "งบประมาณ (บาท)", "ระยะเวลา", "ผู้รับผิดชอบ"};

TEST(PlanLines, ThePlanIsTheBudgetAndTheResultWasSpent) {
    const DocumentRecords records = read(1, {kMoney,
                                             {Cell("๑", 1, 2), Cell("ปรับปรุงโรงอาหาร", 1, 2), "แผน", "50,000",
                                              "พ.ย. ๖๗", Cell("นางวันดี มีสุข", 1, 2)},
                                             {"ผล", "48,500", "ธ.ค. ๖๗"},
                                             {Cell("๒", 1, 2), Cell("จัดค่ายวิชาการ", 1, 2), "แผน", "20,000",
                                              "ม.ค. ๖๘", Cell("นายปรีชา ดีใจ", 1, 2)},
                                             {"ผล", "-", ""}});
    ASSERT_THAT(activities(records), ElementsAre("ปรับปรุงโรงอาหาร", "จัดค่ายวิชาการ"));
    const ActivityRecord& first = records.activities[0];
    EXPECT_EQ(first.budget->amount, Satang{5'000'000});
    EXPECT_EQ(first.spent->amount, Satang{4'850'000});
    ASSERT_TRUE(first.period && first.period->end);
    EXPECT_EQ(first.period->end->month(), std::chrono::November) << "the result's month is none of the plan";
    const auto later = std::find_if(first.extra.begin(), first.extra.end(), [](const ExtraField& extra) {
        return extra.header.back() == "ผล" && extra.field.text == "ธ.ค. ๖๗";
    });
    EXPECT_NE(later, first.extra.end()) << "and stands under its own word";
}

TEST(PlanLines, TheWordsNameNothingWhateverTheirHeader) {
    const DocumentRecords records =
        read(2, {{Cell("ตัวชี้วัด", 1, 2), Cell("รายการ", 1, 2), Cell("ผลงานรายเดือน", 3), Cell("ผู้รับผิดชอบ", 1, 2)},
                 {"ต.ค.", "พ.ย.", "ธ.ค."},
                 {Cell("ร้อยละความพึงพอใจของผู้รับบริการ", 1, 2), "เป้า", "80", "80", "80", Cell("งานบริการ", 1, 2)},
                 {"ผล", "81", "79", ""},
                 {Cell("จำนวนข้อร้องเรียน", 1, 2), "เป้า", "0", "0", "0", Cell("งานบริการ", 1, 2)},
                 {"ผล", "1", "0", ""}});
    EXPECT_THAT(activities(records), ElementsAre("ร้อยละความพึงพอใจของผู้รับบริการ", "จำนวนข้อร้องเรียน"));
}

TEST(PlanLines, NamesMayBeBlankBelowInsteadOfMerged) {
    EXPECT_THAT(activities(read(1, {kMoney,
                                    {"1", "ปรับปรุงโรงอาหาร", "แผน", "50,000", "พ.ย. 67", "นางวันดี มีสุข"},
                                    {"", "", "ผล", "48,500", "ธ.ค. 67", ""},
                                    {"2", "จัดค่ายวิชาการ", "แผน", "20,000", "ม.ค. 68", "นายปรีชา ดีใจ"},
                                    {"", "", "ผล", "", "", ""}})),
                ElementsAre("ปรับปรุงโรงอาหาร", "จัดค่ายวิชาการ"));
}

/// Sessions, places and other words in turn are told apart as before.
TEST(PlanLines, OtherWordsInTurnAreNone) {
    const auto lines = [](const char* first, const char* second) {
        const CleanTable table =
            test::table_of(1, {kMoney,
                               {Cell("1", 1, 2), Cell("ก", 1, 2), first, "1", "", Cell("x", 1, 2)},
                               {second, "2", ""},
                               {Cell("2", 1, 2), Cell("ข", 1, 2), first, "3", "", Cell("y", 1, 2)},
                               {second, "4", ""}});
        return plan_lines(TableView(table), 1, shipped_profiles().front());
    };
    EXPECT_EQ(lines("แผน", "ผล"), (PlanLines{2, 2, 0, 1, 1}));
    EXPECT_EQ(lines("ผล", "แผน"), (PlanLines{2, 2, 1, 0, 1}));
    EXPECT_EQ(lines("รุ่นที่ 1", "รุ่นที่ 2"), std::nullopt);
    EXPECT_EQ(lines("แผน", "ครู"), std::nullopt);
    EXPECT_EQ(lines("แผน", "แผน"), std::nullopt);
}

}  // namespace
}  // namespace tarang::interpret
