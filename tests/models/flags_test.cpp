// A field is flagged iff a warning or error names it: raising and checking are two functions that must agree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"

namespace tarang {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Finding finding(FindingCode code, std::string activity, std::string field) {
    return {code, {}, {}, std::move(activity), std::move(field), {}};
}

/// Two activities with a period, a budget, and a column that the form does not know.
DocumentRecords records() {
    DocumentRecords result;
    for (const char* id : {"a", "b"}) {
        ActivityRecord activity;
        activity.id = id;
        activity.field(FieldKey::kPeriod) = Field{};
        activity.field(FieldKey::kBudget) = Field{};
        activity.extra.push_back({{"งบประมาณ", "แหล่งเงิน"}, {}});
        activity.headings.emplace_back();
        result.activities.push_back(activity);
    }
    result.rows.push_back({OtherRow::Kind::kTotal, {Field{}}, 0, 0});
    result.title = Field{};
    return result;
}

std::vector<std::string> flagged(DocumentRecords& records) {
    std::vector<std::string> names;
    for (ActivityRecord& activity : records.activities) {
        for (const char* name : {"period", "budget", "extra:งบประมาณ > แหล่งเงิน"}) {
            if (field_named(activity, name)->needs_review) names.push_back(activity.id + "." + name);
        }
    }
    return names;
}

TEST(Flags, FollowWarningsAndErrorsOfTheirField) {
    DocumentRecords given = records();
    given.findings = {finding(FindingCode::kPeriodUnreadable, "a", "period"),
                      finding(FindingCode::kTextDoubtful, "b", "extra:งบประมาณ > แหล่งเงิน"),
                      finding(FindingCode::kColumnUnknown, "a", "budget"),  // info
                      finding(FindingCode::kPageSuspect, "", "")};
    raise_flags(given);
    EXPECT_THAT(flagged(given), ElementsAre("a.period", "b.extra:งบประมาณ > แหล่งเงิน"));
    EXPECT_THAT(flag_violations(given), IsEmpty());
}

TEST(Flags, FallWhereNoFindingHoldsThem) {
    DocumentRecords given = records();
    given.activities[1].field(FieldKey::kBudget)->needs_review = true;
    EXPECT_THAT(flag_violations(given), ElementsAre(HasSubstr("b.budget is flagged without a finding")));
    raise_flags(given);
    EXPECT_THAT(flagged(given), IsEmpty());
}

TEST(Flags, ViolationsNameEveryWayToBreakTheRule) {
    DocumentRecords given = records();
    given.findings = {finding(FindingCode::kPeriodUnreadable, "a", "period"),
                      finding(FindingCode::kPeriodUnreadable, "a", "spent"),
                      finding(FindingCode::kPeriodUnreadable, "nobody", "period")};
    given.findings.push_back(finding(FindingCode::kLowConfidence, "", "period"));
    given.activities[0].headings[0].needs_review = true;
    given.rows[0].cells[0].needs_review = true;
    given.title->needs_review = true;
    EXPECT_EQ(flag_violations(given).size(), 7U);
}

Field line_at(Points top) {
    Field line;
    line.fragments.push_back({{{1}, {40, top, 200, top + 12}, std::nullopt}, "ก", 0, 0});
    return line;
}

TEST(Flags, OfAHeadingHoldOverEveryRecordBelowItsLine) {
    DocumentRecords given = records();
    given.activities.push_back(given.activities[1]);
    given.activities[2].id = "c";
    for (ActivityRecord& activity : given.activities) activity.headings = {line_at(10), line_at(30)};
    given.activities[2].headings[1] = line_at(50);
    given.findings = {finding(FindingCode::kLowConfidence, "a", "heading:1"),
                      finding(FindingCode::kReadAgain, "a", "heading:0")};  // info
    raise_flags(given);
    std::vector<bool> flags;
    for (const ActivityRecord& activity : given.activities)
        for (const Field& heading : activity.headings) flags.push_back(heading.needs_review);
    EXPECT_THAT(flags, ElementsAre(false, true, false, true, false, false));
    EXPECT_THAT(flag_violations(given), IsEmpty());
    given.activities[1].headings[1].needs_review = false;
    EXPECT_THAT(flag_violations(given), ElementsAre("b.heading:1 has a finding and no flag"));
    EXPECT_EQ(first_under(given, {1, 1}), (HeadingPlace{0, 1}));
    EXPECT_EQ(first_under(given, {2, 1}), (HeadingPlace{2, 1}));
}

TEST(Flags, OfTheDocumentsOwnFieldsNameNoActivity) {
    DocumentRecords given = records();
    given.findings = {finding(FindingCode::kLowConfidence, "", "title")};
    raise_flags(given);
    EXPECT_TRUE(given.title->needs_review);
    EXPECT_THAT(flag_violations(given), IsEmpty());
    given.findings.push_back(finding(FindingCode::kLowConfidence, "", "agency"));
    EXPECT_THAT(flag_violations(given), ElementsAre("a finding names the document's agency"));
}

TEST(Flags, TwoActivitiesNeverShareAnId) {
    DocumentRecords given = records();
    given.activities[1].id = "a";
    EXPECT_THAT(flag_violations(given), ElementsAre(HasSubstr("two activities have the id a")));
}

TEST(Flags, FieldsAreFoundByTheNamesThatFindingsUse) {
    DocumentRecords given = records();
    ActivityRecord& activity = given.activities[0];
    EXPECT_EQ(field_named(activity, "budget"), &*activity.field(FieldKey::kBudget));
    EXPECT_EQ(field_named(activity, name_of(activity.extra[0])), &activity.extra[0].field);
    EXPECT_EQ(field_named(activity, "spent"), nullptr);
    EXPECT_EQ(field_named(activity, "heading"), nullptr);
    EXPECT_EQ(field_named(activity, "heading:0"), &activity.headings[0]);
    EXPECT_EQ(field_named(activity, "heading:1"), nullptr);
    EXPECT_EQ(field_named(activity, "heading:0x"), nullptr);
}

}  // namespace
}  // namespace tarang
