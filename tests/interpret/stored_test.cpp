// What a workbook stores behind what it shows.
#include "pipeline/interpret/values/stored.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarang::interpret {
namespace {

using namespace std::chrono;

DocumentRecords with(FieldKey key, std::string text, std::string raw,
                     Place::Kind kind = Place::Kind::kSheet) {
    Field field;
    field.text = std::move(text);
    Fragment fragment;
    fragment.raw = std::move(raw);
    fragment.place = Place{.kind = kind, .sheet = "แผน", .row = 5, .column = 3};
    field.fragments.push_back(std::move(fragment));
    DocumentRecords records;
    ActivityRecord& activity = records.activities.emplace_back();
    activity.id = "a";
    activity.field(key) = std::move(field);
    return records;
}

Finding doubt(FindingCode code) {
    Finding finding;
    finding.code = code;
    finding.activity_id = "a";
    finding.field = "period";
    return finding;
}

TEST(Stored, AmountsHaveTheDigitsThatTheirPictureRounds) {
    DocumentRecords records = with(FieldKey::kBudget, "๑๕๙,๑๐๐", "159100.4");
    records.activities[0].budget = Budget{Satang{15'910'000}};
    settle_stored(records);
    EXPECT_EQ(records.activities[0].budget->amount, Satang{15'910'040});
}

/// Thousands by the column's unit are another amount than the stored number.
TEST(Stored, AnotherAmountThanTheStoredStays) {
    DocumentRecords records = with(FieldKey::kBudget, "159", "159.4");
    records.activities[0].budget = Budget{Satang{15'900'000}};
    settle_stored(records);
    EXPECT_EQ(records.activities[0].budget->amount, Satang{15'900'000});
}

TEST(Stored, ADayIsThatDayWhateverItsPicture) {
    DocumentRecords records = with(FieldKey::kPeriod, "15-Mar", "2019-03-15");
    records.findings.push_back(doubt(FindingCode::kPeriodUnreadable));
    records.findings.push_back(doubt(FindingCode::kTextDoubtful));
    settle_stored(records);
    EXPECT_EQ(records.activities[0].period, (Period{2019y / March / 15, 2019y / March / 15, {}}));
    ASSERT_EQ(records.findings.size(), 1U);
    EXPECT_EQ(records.findings[0].code, FindingCode::kTextDoubtful);
}

TEST(Stored, APictureOfItsMonthStays) {
    DocumentRecords records = with(FieldKey::kPeriod, "มี.ค. ๒๕๖๒", "2019-03-15");
    const Period month{2019y / March / 1, 2019y / March / 31, {}};
    records.activities[0].period = month;
    settle_stored(records);
    EXPECT_EQ(records.activities[0].period, month);
    EXPECT_TRUE(records.findings.empty());
}

TEST(Stored, APictureOfAnotherDayIsFlagged) {
    DocumentRecords records = with(FieldKey::kPeriod, "๑๖ มี.ค. ๒๕๖๒", "2019-03-15");
    records.activities[0].period = Period{2019y / March / 16, 2019y / March / 16, {}};
    settle_stored(records);
    EXPECT_EQ(records.activities[0].period->start, 2019y / March / 15);
    ASSERT_EQ(records.findings.size(), 1U);
    EXPECT_EQ(records.findings[0].field, "period");
}

TEST(Stored, ABuddhistYearTypedAsACommonOneIsNotThatDay) {
    DocumentRecords records = with(FieldKey::kPeriod, "15/3/2562", "2562-03-15");
    const Period meant{2019y / March / 15, 2019y / March / 15, {}};
    records.activities[0].period = meant;
    settle_stored(records);
    EXPECT_EQ(records.activities[0].period, meant);
}

/// In a Word file and in a cell of text, raw is what was typed.
TEST(Stored, TypedTextsStoreNothing) {
    DocumentRecords records = with(FieldKey::kPeriod, "ต่อเนื่อง", "2019-03-15", Place::Kind::kTable);
    settle_stored(records);
    EXPECT_FALSE(records.activities[0].period);
}

}  // namespace
}  // namespace tarang::interpret
