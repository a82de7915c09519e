// Numbers of a scan whose column or rules were not seen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/verify/verify.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Field field_of(const std::string& text, std::int32_t row, Source source) {
    Field field;
    field.text = text;
    field.source = source;
    const auto y = static_cast<Points>(10 * row);
    field.fragments.push_back({{{1}, {0, y, 9, y + 9}, std::nullopt}, text, row, 0});
    return field;
}

ActivityRecord activity_of(std::int32_t row, const std::string& number, Source source) {
    ActivityRecord activity;
    activity.row = row;
    activity.id = "r" + std::to_string(row);
    activity.number = number;
    activity.field(FieldKey::kNumber) = field_of(number, row, source);
    activity.field(FieldKey::kActivity) = field_of("\u0e07\u0e32\u0e19", row, source);
    return activity;
}

std::vector<std::string> findings(DocumentRecords records) {
    std::vector<std::string> lines;
    for (const Finding& finding : verify(std::move(records)).findings)
        lines.push_back(std::string(name_of(finding.code)) + " " + finding.activity_id + "." + finding.field);
    return lines;
}

TEST(LostNumbers, ACellOfSeveralThatTwoActivitiesShareIsDoubted) {
    DocumentRecords records;
    records.activities = {activity_of(1, "No. 1\n2", Source::kOcr), activity_of(2, "No. 1\n2", Source::kOcr)};
    records.activities[1].field(FieldKey::kNumber) = records.activities[0].field(FieldKey::kNumber);
    EXPECT_THAT(findings(records), ElementsAre("row_cut_doubtful r1.number", "row_cut_doubtful r2.number"));
}

TEST(LostNumbers, ATableWithoutThemIsToldWhereOthersHaveThem) {
    const auto last_without = [](Source source, bool all) {
        DocumentRecords records;
        for (const std::int32_t row : {1, 2, 3}) {
            ActivityRecord activity = activity_of(row, std::to_string(row), source);
            activity.table = row == 3 ? 1 : 0;
            if (row == 3 || all) activity.field(FieldKey::kNumber).reset();
            records.activities.push_back(std::move(activity));
        }
        return findings(std::move(records));
    };
    EXPECT_THAT(last_without(Source::kOcr, false), ElementsAre("number_missing ."));
    EXPECT_THAT(last_without(Source::kOcr, true), IsEmpty());
    EXPECT_THAT(last_without(Source::kTextLayer, false), IsEmpty());
}

}  // namespace
}  // namespace tarang::verify
