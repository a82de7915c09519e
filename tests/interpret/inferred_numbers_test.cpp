// Numbers on scans that were not surely read.
#include "pipeline/interpret/rows/inferred_numbers.h"

#include <gtest/gtest.h>

namespace tarang::interpret {
namespace {

/// Activities of one table with these numbers; "4?" was not surely read.
std::vector<ActivityRecord> activities(const std::vector<std::string>& numbers,
                                       Source source = Source::kOcr) {
    std::vector<ActivityRecord> records;
    for (std::string number : numbers) {
        const bool doubtful = number.ends_with('?');
        if (doubtful) number.pop_back();
        ActivityRecord& record = records.emplace_back();
        record.number = number;
        record.field(FieldKey::kNumber) = Field{number, source, doubtful ? 0.4F : 0.98F, false, false, {}};
    }
    return records;
}

std::vector<std::string> inferred(std::vector<ActivityRecord> records) {
    const auto before = records;
    const auto findings = infer_numbers(records);
    std::size_t changed = 0;
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < records.size(); ++i) {
        numbers.push_back(records[i].number);
        EXPECT_EQ(records[i].fields, before[i].fields);
        changed += records[i].number == before[i].number ? 0 : 1;
    }
    EXPECT_EQ(findings.size(), changed);
    return numbers;
}

using Numbers = std::vector<std::string>;

TEST(InferredNumbers, BetweenTwoThatAreSure) {
    EXPECT_EQ(inferred(activities({"2", "73?", "4"})), (Numbers{"2", "3", "4"}));
    EXPECT_EQ(inferred(activities({"2", "4?", "?", "5"})), (Numbers{"2", "3", "4", "5"}));
}

TEST(InferredNumbers, WhatIsSureStays) {
    EXPECT_EQ(inferred(activities({"2", "7", "4"})), (Numbers{"2", "7", "4"}));
    EXPECT_EQ(inferred(activities({"2", "3?", "4"})), (Numbers{"2", "3", "4"}));
}

TEST(InferredNumbers, NothingIsInferredFromOneSideOrOverAGap) {
    EXPECT_EQ(inferred(activities({"2", "9?"})), (Numbers{"2", "9"}));
    EXPECT_EQ(inferred(activities({"9?", "2"})), (Numbers{"9", "2"}));
    EXPECT_EQ(inferred(activities({"2", "9?", "5"})), (Numbers{"2", "9", "5"}));
}

TEST(InferredNumbers, OnlyOnScansAndWithinATable) {
    EXPECT_EQ(inferred(activities({"2", "9?", "4"}, Source::kTextLayer)), (Numbers{"2", "9", "4"}));
    auto two = activities({"2", "9?", "4"});
    two[2].table = 1;
    EXPECT_EQ(inferred(two), (Numbers{"2", "9", "4"}));
}

/// The same where looks at the number with this index gave `looks`.
ActivityRecord settled(const std::vector<std::string>& numbers, std::size_t index,
                       const std::vector<std::string>& looks, std::size_t findings) {
    auto records = activities(numbers);
    for (const std::string& look : looks)
        records[index].field(FieldKey::kNumber)->readings.push_back({look, 0.9F});
    EXPECT_EQ(settle_numbers(records).size(), findings);
    return records[index];
}

TEST(SettledNumbers, WhatFollowsAndALookSays) {
    const ActivityRecord closed = settled({"2", "๑", "4"}, 1, {"๓", "๑"}, 1);
    EXPECT_EQ(closed.number, "3");
    EXPECT_EQ(closed.field(FieldKey::kNumber)->text, "๓");
    EXPECT_GE(closed.field(FieldKey::kNumber)->confidence, 0.9F);
    const ActivityRecord last = settled({"1", "2", "1"}, 2, {"3", "1"}, 1);
    EXPECT_EQ(last.number, "3");
    EXPECT_LT(last.field(FieldKey::kNumber)->confidence, 0.6F) << "another list may begin";
}

TEST(SettledNumbers, WhatNoLookSaysStays) {
    EXPECT_EQ(settled({"2", "9", "4"}, 1, {"7", "x"}, 0).number, "9");
    EXPECT_EQ(settled({"2", "9", "4"}, 1, {}, 0).number, "9");
}

TEST(SettledNumbers, WhatFollowsIsConfirmed) {
    const ActivityRecord same = settled({"2", "3?", "4"}, 1, {"3", "8"}, 0);
    EXPECT_EQ(same.number, "3");
    EXPECT_GE(same.field(FieldKey::kNumber)->confidence, 0.9F);
}

/// The numbers after the names were looked at; activities of one table that has no column for them.
std::vector<std::string> from_names(const std::vector<std::string>& names, Source source = Source::kOcr) {
    std::vector<ActivityRecord> records;
    for (const std::string& name : names) {
        ActivityRecord& record = records.emplace_back();
        record.field(FieldKey::kActivity) = Field{name, source, 0.95F, false, false, {}};
    }
    std::size_t found = take_numbers_from_names(records).size();
    std::vector<std::string> numbers;
    for (const ActivityRecord& record : records) {
        numbers.push_back(record.number);
        found -= record.number.empty() ? 0 : 1;
    }
    EXPECT_EQ(found, 0U);
    return numbers;
}

// The rule between the columns of number and name was not seen.
TEST(InferredNumbers, BeforeNamesWhereTheyCountOn) {
    EXPECT_EQ(from_names({"๑ อบรมครู", "2 ทัศนศึกษา", "3 กีฬาสี", "วันพ่อ"}), (Numbers{"1", "2", "3", ""}));
    EXPECT_EQ(from_names({"1 อบรมครู", "2ทัศนศึกษา", "3 กีฬาสี", "งบดำเนินงาน", "งบลงทุน", "งบบุคลากร", "งบอุดหนุน"}),
              (Numbers{"1", "2", "3", "", "", "", ""}));
    EXPECT_EQ(from_names({"5 ส สำนักงาน", "อบรมครู", "ทัศนศึกษา", "กีฬาสี"}), (Numbers{"", "", "", ""}));
    EXPECT_EQ(from_names({"1 อบรมครู", "2 ทัศนศึกษา", "3 กีฬาสี", "70 ปีโรงเรียน", "5 วันแม่", "6 วันพ่อ"}),
              (Numbers{"1", "2", "3", "", "5", "6"}));
    EXPECT_EQ(from_names({"1 อบรมครู", "2 ทัศนศึกษา", "3 กีฬาสี"}, Source::kTextLayer), (Numbers{"", "", ""}));
}

TEST(InferredNumbers, ADotThatNoOtherHasIsASpeck) {
    const auto without = [](const std::vector<std::string>& numbers, Source source = Source::kOcr) {
        std::vector<ActivityRecord> records = activities(numbers, source);
        drop_specks_behind_numbers(records);
        Numbers left;
        for (const ActivityRecord& record : records) left.push_back(record.number);
        return left;
    };
    EXPECT_EQ(without({"1", "2.", "3"}), (Numbers{"1", "2", "3"}));
    EXPECT_EQ(without({"1.", "2.", "3"}), (Numbers{"1.", "2.", "3"}));
    EXPECT_EQ(without({"1", "2.", "3"}, Source::kTextLayer), (Numbers{"1", "2.", "3"}));
}

}  // namespace
}  // namespace tarang::interpret
