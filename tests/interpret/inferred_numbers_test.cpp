// Numbers on scans that were not surely read.
#include "pipeline/interpret/inferred_numbers.h"

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

}  // namespace
}  // namespace tarang::interpret
