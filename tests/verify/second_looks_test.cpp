// What is worth a second look: doubted and unsure values on scans, a bounded share.
#include "pipeline/verify/second_looks.h"

#include <gtest/gtest.h>

namespace tarang::verify {
namespace {

/// An activity whose value stands on a row of its own.
ActivityRecord& add(DocumentRecords& records, FieldKey key, const std::string& text, float confidence,
                    Source source = Source::kOcr) {
    ActivityRecord& activity = records.activities.emplace_back();
    const auto y = static_cast<Points>(10 * records.activities.size());
    activity.id = "r" + std::to_string(records.activities.size());
    Field field;
    field.text = text;
    field.confidence = confidence;
    field.source = source;
    field.fragments.push_back({{{1}, {0, y, 50, y + 9}, std::nullopt}, text, 0, 0});
    activity.field(key) = field;
    return activity;
}

void doubt(DocumentRecords& records, const ActivityRecord& activity, FieldKey key, FindingCode code) {
    records.findings.push_back({code, {}, {}, activity.id, std::string(name_of(key)), {}});
}

std::vector<Expectation> expected_of(const DocumentRecords& records) {
    std::vector<Expectation> expectations;
    for (const Reread& place : worth_a_second_look(records)) expectations.push_back(place.expectation);
    return expectations;
}

TEST(SecondLooks, UnsureAndDoubtedValuesOfScans) {
    DocumentRecords records;
    add(records, FieldKey::kPeriod, "มกราคม", 0.5F);
    doubt(records, add(records, FieldKey::kSpent, "๑๐๐", 0.99F), FieldKey::kSpent,
          FindingCode::kAmountDoubtful);
    add(records, FieldKey::kBudget, "๑๐๐", 0.99F);
    add(records, FieldKey::kBudget, "๑9๐", 0.99F);
    add(records, FieldKey::kBudget, "๑๐๐", 0.5F, Source::kTextLayer);
    add(records, FieldKey::kActivity, "อบรม", 0.5F);
    EXPECT_EQ(expected_of(records),
              (std::vector{Expectation::kPeriod, Expectation::kMoney, Expectation::kMoney}));
    const Rect box = records.activities.front().field(FieldKey::kPeriod)->fragments.front().region.box;
    EXPECT_EQ(worth_a_second_look(records).front(),
              (Reread{{1}, Region{{1}, box, std::nullopt}.corners(), Expectation::kPeriod}));
}

TEST(SecondLooks, NotWhatThePaperItselfLeavesOpen) {
    DocumentRecords records;
    doubt(records, add(records, FieldKey::kPeriod, "ปีการศึกษา ๒๕๖๖", 0.99F), FieldKey::kPeriod,
          FindingCode::kPeriodSchoolYear);
    add(records, FieldKey::kResult, "", 0.2F).field(FieldKey::kResult)->fragments.front().raw.clear();
    add(records, FieldKey::kResult, std::string(500, 'x'), 0.2F);
    EXPECT_TRUE(worth_a_second_look(records).empty());
}

TEST(SecondLooks, AValueOnTwoPagesIsLeftAlone) {
    DocumentRecords records;
    auto& field = add(records, FieldKey::kPeriod, "มกราคม", 0.5F).field(FieldKey::kPeriod);
    field->fragments.push_back(field->fragments.front());
    EXPECT_TRUE(worth_a_second_look(records).empty());
}

TEST(SecondLooks, OneCellOfSeveralActivitiesIsOnePlace) {
    DocumentRecords records;
    add(records, FieldKey::kPeriod, "มกราคม", 0.5F);
    records.activities.push_back(records.activities.front());
    EXPECT_EQ(worth_a_second_look(records).size(), 1U);
}

TEST(SecondLooks, OfManyTheWorst) {
    DocumentRecords records;
    for (int i = 0; i < 60; ++i) add(records, FieldKey::kPeriod, "มกราคม", i == 40 ? 0.1F : 0.8F);
    const auto places = worth_a_second_look(records);
    EXPECT_EQ(places.size(), 10U);
    const auto worst = records.activities[40].field(FieldKey::kPeriod)->fragments.front().region.corners();
    EXPECT_EQ(places.back().quad, worst);
}

}  // namespace
}  // namespace tarang::verify
