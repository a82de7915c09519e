#include "host/audit/typed_text.h"

#include <gtest/gtest.h>

#include "host/audit/reparse.h"
#include "tests/support/sample_records.h"

namespace tarang::audit {
namespace {

TEST(TypedText, HasOneSpelling) {
    const ActivityRecord activity = test::full_activity();
    EXPECT_EQ(value_text(activity, FieldKey::kNumber), "5");
    EXPECT_EQ(value_text(activity, FieldKey::kPeriod), "2019-03-01/2019-07-31;3,4");
    EXPECT_EQ(value_text(activity, FieldKey::kBudget), "159100.00");
    EXPECT_EQ(value_text(activity, FieldKey::kSpent), "none");
    EXPECT_EQ(value_text(activity, FieldKey::kResult), "completed");
    EXPECT_EQ(value_text(activity, FieldKey::kSteps), "");
    EXPECT_EQ(value_text(activity, FieldKey::kCommitted), "5000.00");
    EXPECT_EQ(value_text(activity, FieldKey::kRemaining), "-1200.50");
    EXPECT_EQ(value_text(activity, FieldKey::kProgress), "75.50");
    EXPECT_EQ(value_text(ActivityRecord{}, FieldKey::kPeriod), "");
    ActivityRecord summed;
    summed.budget = Budget{Satang{100}, Budget::Stated::kSum};
    EXPECT_EQ(value_text(summed, FieldKey::kBudget), "1.00");
}

TEST(TypedText, ComesBack) {
    const ActivityRecord activity = test::full_activity();
    for (const FieldKey key :
         {FieldKey::kNumber, FieldKey::kPeriod, FieldKey::kBudget, FieldKey::kSpent, FieldKey::kResult,
          FieldKey::kCommitted, FieldKey::kRemaining, FieldKey::kProgress}) {
        ActivityRecord copy;
        ASSERT_TRUE(set_value(copy, key, value_text(activity, key)));
        EXPECT_EQ(value_text(copy, key), value_text(activity, key));
        ASSERT_TRUE(set_value(copy, key, ""));
        EXPECT_EQ(value_text(copy, key), "");
    }
    ActivityRecord school;
    ASSERT_TRUE(set_value(school, FieldKey::kPeriod, "2/2568"));
    EXPECT_EQ(school.period, (Period{{}, {}, {}, BuddhistYear{2568}, std::uint8_t{2}}));
    EXPECT_EQ(value_text(school, FieldKey::kPeriod), "2/2568");
    ActivityRecord open;
    ASSERT_TRUE(set_value(open, FieldKey::kPeriod, "/2019-07-31"));
    EXPECT_EQ(open.period->start, std::nullopt);
    ASSERT_TRUE(set_value(open, FieldKey::kPeriod, "/;1,2"));
    EXPECT_EQ(open.period->quarters, (std::vector<std::uint8_t>{1, 2}));
}

TEST(TypedText, OtherSpellingsChangeNothing) {
    ActivityRecord activity = test::full_activity();
    const ActivityRecord before = activity;
    for (const char* text : {"159,100.00", "159100", "1e3", "--1.00", "๑"})
        EXPECT_FALSE(set_value(activity, FieldKey::kBudget, text)) << text;
    for (const char* text : {"2019-03-01", "2019-13-01/", "2019-07-31/2019-03-01", "/;5", "/;1,", "/;2,1",
                             "/;1;2", "4/2568", "1/25x8"})
        EXPECT_FALSE(set_value(activity, FieldKey::kPeriod, text)) << text;
    EXPECT_FALSE(set_value(activity, FieldKey::kResult, "done"));
    EXPECT_EQ(activity, before);
}

TEST(ClearedValues, AreUnreadableForAnyMoney) {
    ActivityRecord activity = test::full_activity();
    for (const FieldKey key : kMoneyKeys) {
        clear_value(activity, key);
        EXPECT_EQ(value_text(activity, key), "unreadable");
    }
    clear_value(activity, FieldKey::kProgress);
    EXPECT_EQ(activity.progress, std::nullopt);
}

// What a person typed was kept as it came: Thai digits and blanks stood in exports, filters and comparisons.
TEST(ValueTyped, ANumberIsFoldedAndTrimmed) {
    const Reading reading{interpret::shipped_profiles().front(), BuddhistYear{2562}, {}};
    for (const char* typed : {"๕", " 5 ", "5\n", "5"}) {
        EXPECT_EQ(value_typed(typed, FieldKey::kNumber, reading), "5") << typed;
        ActivityRecord activity;
        ASSERT_TRUE(set_value(activity, FieldKey::kNumber, typed));
        EXPECT_EQ(activity.number, "5") << typed;
    }
    EXPECT_EQ(value_typed("๑.๒", FieldKey::kNumber, reading), "1.2");
    EXPECT_EQ(value_typed("", FieldKey::kNumber, reading), "");
    for (const char* typed : {"ห้า", "5 กิจกรรม", "-", "."})
        EXPECT_EQ(value_typed(typed, FieldKey::kNumber, reading), std::nullopt) << typed;
}

TEST(ValueTyped, IsReadAsPrintIs) {
    const Reading reading{interpret::shipped_profiles().front(), BuddhistYear{2562}, {}};
    EXPECT_EQ(value_typed("๑๕๙,๑๐๐ บาท", FieldKey::kBudget, reading), "159100.00");
    EXPECT_EQ(value_typed("ไม่มี", FieldKey::kBudget, reading), "none");
    EXPECT_EQ(value_typed("มี.ค.-ก.ค. 62", FieldKey::kPeriod, reading), "2019-03-01/2019-07-31");
    EXPECT_EQ(value_typed("1 มี.ค. 2019 - 31 ก.ค. 2562", FieldKey::kPeriod, reading), "2019-03-01/2019-07-31");
    EXPECT_EQ(value_typed("completed", FieldKey::kResult, reading), "completed");
    EXPECT_EQ(value_typed("สิบห้าบาทกว่า", FieldKey::kBudget, reading), std::nullopt);
}

TEST(ReadingOf, FindsTheUnitThatExplainsTheAmounts) {
    DocumentRecords records = test::sample_records();
    records.activities[0].field(FieldKey::kBudget)->text = "๑.๕";
    records.activities[0].budget = Budget{Satang{150'000'000}, Budget::Stated::kAmount};
    EXPECT_EQ(reading_of(records, records.activities[0], {}).units.budget, "ล้าน");
    const DocumentRecords others = test::sample_records();
    EXPECT_EQ(reading_of(others, others.activities[0], {}).units.budget, "");
}

TEST(ReadingOf, IsThatOfTheRecordsOwnTable) {
    // A word that only the taught form knows as a status, in a document whose first table is of another form.
    interpret::Profile taught = interpret::parse_profile(
        "name = \"river\"\nextends = \"monitoring\"\n[status]\ncompleted = [\"ฉลุย\"]\n", "river");
    const std::vector<interpret::Profile> forms{taught};
    DocumentRecords records = test::sample_records();
    TableRecord plan;
    plan.form = "action_plan";
    plan.fiscal_year = BuddhistYear{2560};
    TableRecord own;
    own.form = "river";
    records.profile = "action_plan";
    records.tables = {plan, own};
    records.activities.resize(1);
    records.activities[0].table = 1;
    const Reading reading = reading_of(records, records.activities[0], forms);
    EXPECT_EQ(reading.form.name, "river");
    EXPECT_EQ(reading.fiscal_year, records.fiscal_year);
    EXPECT_EQ(value_typed("ฉลุย", FieldKey::kResult, reading), "completed");
    EXPECT_EQ(value_typed("ฉลุย", FieldKey::kResult, reading_of(records, records.activities[0], {})),
              std::nullopt);
    records.activities[0].table = 0;
    EXPECT_EQ(reading_of(records, records.activities[0], forms).form.name, "action_plan");
    EXPECT_EQ(reading_of(records, records.activities[0], forms).fiscal_year, BuddhistYear{2560});
    EXPECT_EQ(form_of(records, forms).name, "action_plan");
}

}  // namespace
}  // namespace tarang::audit
