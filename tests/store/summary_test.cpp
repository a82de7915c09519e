// Sums over a small database, whole: what is no amount is counted and never taken for zero.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "pipeline/store/archive.h"
#include "pipeline/store/ledger.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

using ::testing::ElementsAre;

Budget baht(std::int64_t amount) { return {Satang{amount * 100}, Budget::Stated::kAmount}; }

/// An activity of one year with its own strategy and money, nothing flagged.
ActivityRecord activity(const std::string& id, std::optional<std::string> strategy,
                        std::optional<Budget> budget) {
    ActivityRecord made;
    made.id = id;
    made.number = id;
    made.strategy = std::move(strategy);
    made.budget = budget;
    made.field(FieldKey::kBudget) = test::field("๑");
    made.field(FieldKey::kPeriod) = test::field("๒");
    return made;
}

class SummaryTest : public ::testing::Test {
protected:
    void import(char sha, const std::string& path, std::vector<ActivityRecord> activities,
                std::vector<Finding> findings = {}) {
        DocumentRecords records;
        records.fiscal_year = BuddhistYear{2567};
        records.activities = std::move(activities);
        records.findings = std::move(findings);
        raise_flags(records);
        Ledger ledger(database);
        ledger.begin({path, std::string(64, sha), 1}, {});
        ledger.finish(std::string(64, sha), {}, records);
    }
    Summary summary() { return Archive(database).summary(); }
    /// Of the one kind that there is.
    KindSums sums() {
        const Summary made = summary();
        EXPECT_EQ(made.kinds.size(), 1U);
        return made.kinds.empty() ? KindSums{} : made.kinds.front();
    }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
};

TEST_F(SummaryTest, NothingIsThere) { EXPECT_EQ(summary(), Summary{}); }

TEST_F(SummaryTest, WhatIsNoAmountIsCounted) {
    Finding flag{FindingCode::kBudgetUnreadable, {}, {}, "d", "budget", {"x"}};
    import('a', "/in/a.pdf",
           {activity("a", {}, baht(100)), activity("b", {}, Budget{{}, Budget::Stated::kNone}),
            activity("c", {}, std::nullopt), activity("d", {}, Budget{{}, Budget::Stated::kUnreadable}),
            activity("e", {}, baht(-30))},
           {flag});
    const MoneySum budget{Satang{7000}, 2, 1, 1, 1, 1};
    const MoneySum spent{Satang{0}, 0, 0, 5, 0, 0};
    EXPECT_EQ(sums().whole, (GroupSum{5, 1, budget, spent}));
    EXPECT_EQ(summary().flagged_fields, 1);
}

TEST_F(SummaryTest, ASumThatCannotBeHeldIsNone) {
    const Budget much{Satang{std::numeric_limits<std::int64_t>::max()}, Budget::Stated::kAmount};
    import('a', "/in/a.pdf",
           {activity("a", {}, much), activity("b", {}, baht(1)), activity("c", {}, baht(1))});
    EXPECT_EQ(sums().whole.budget, (MoneySum{std::nullopt, 3, 0, 0, 0, 0}));
}

TEST_F(SummaryTest, StrategiesAreOneWhereTheyArePrintedAlike) {
    import('a', "/in/a.pdf",
           {activity("a", "ยุทธศาสตร์ที่ ๒ พัฒนาครู", baht(1)), activity("b", std::nullopt, baht(2)),
            activity("c", "ยุทธศาสตร์ที่ 2 พัฒนา ครู", baht(4)), activity("d", "ยุทธศาสตร์ที่ ๑", baht(8))});
    std::vector<std::pair<std::string, std::int64_t>> totals;
    const KindSums kind = sums();
    for (const auto& group : kind.by_strategy)
        totals.emplace_back(group.key.value_or("-"), group.sum.budget.total->value / 100);
    EXPECT_THAT(totals, ElementsAre(std::pair("ยุทธศาสตร์ที่ ๒ พัฒนาครู", 5), std::pair("ยุทธศาสตร์ที่ ๑", 8),
                                    std::pair("-", 2)));
}

/// Under a heading that says its strategy and was read from an image.
ActivityRecord scanned(const std::string& id, const std::string& strategy, float confidence) {
    ActivityRecord made = activity(id, strategy, baht(1));
    made.headings = {test::field(strategy)};
    made.headings[0].source = Source::kOcr;
    made.headings[0].confidence = confidence;
    return made;
}

/// "strategy=activities" of each group, with what was counted with it behind it.
std::vector<std::string> groups_of(const KindSums& kind) {
    std::vector<std::string> groups;
    for (const auto& group : kind.by_strategy) {
        groups.push_back(group.key.value_or("-") + "=" + std::to_string(group.sum.activities));
        for (const std::string& reading : group.alike) groups.back() += "|" + reading;
        EXPECT_EQ(group.sum.budget.total, Satang{group.sum.activities * 100});
    }
    return groups;
}

const std::string kPrinted = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชุมชน";
const std::string kLostMark = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของชมชน";
const std::string kOtherLetter = "ยุทธศาสตร์ที่ ๒ พัฒนาแหล่งเรียนรู้ของซุมชน";

// One misread letter made two groups of the sums of one strategy.
TEST_F(SummaryTest, WhatAScanMisreadIsCountedWithWhatOthersPrint) {
    import('a', "/in/a.pdf", {scanned("a", kLostMark, 0.95F)});
    import('b', "/in/b.pdf", {activity("b", kPrinted, baht(1)), activity("c", kPrinted, baht(1))});
    import('c', "/in/c.pdf", {scanned("d", kOtherLetter, 0.6F)});
    EXPECT_THAT(groups_of(sums()), ElementsAre(kPrinted + "=4|" + kLostMark + "|" + kOtherLetter));
}

TEST_F(SummaryTest, OfScansAloneTheReadingOfMostDocumentsNamesTheGroup) {
    import('a', "/in/a.pdf", {scanned("a", kLostMark, 0.95F), scanned("b", kLostMark, 0.95F)});
    import('b', "/in/b.pdf", {scanned("c", kPrinted, 0.9F)});
    import('c', "/in/c.pdf", {scanned("d", kPrinted, 0.9F)});
    EXPECT_THAT(groups_of(sums()), ElementsAre(kPrinted + "=4|" + kLostMark));
}

TEST_F(SummaryTest, NeverWhatTextLayersSayOrNumbersTellApart) {
    const std::string other = "ยุทธศาสตร์ที่ ๓ พัฒนาแหล่งเรียนรู้ของชุมชน";
    import('a', "/in/a.pdf", {activity("a", kPrinted, baht(1))});
    import('b', "/in/b.pdf", {activity("b", kLostMark, baht(1))});
    import('c', "/in/c.pdf", {scanned("c", other, 0.5F)});
    EXPECT_THAT(groups_of(sums()), ElementsAre(kPrinted + "=1", kLostMark + "=1", other + "=1"));
}

TEST_F(SummaryTest, NeverOtherLettersThatWereSurelyRead) {
    import('a', "/in/a.pdf", {activity("a", kPrinted, baht(1))});
    import('b', "/in/b.pdf", {scanned("b", kOtherLetter, 0.95F)});
    EXPECT_THAT(groups_of(sums()), ElementsAre(kPrinted + "=1", kOtherLetter + "=1"));
}

TEST_F(SummaryTest, NeverTwoThatOneDocumentPrintsApart) {
    import('a', "/in/a.pdf", {scanned("a", kPrinted, 0.9F), scanned("b", kLostMark, 0.6F)});
    import('b', "/in/b.pdf", {activity("c", kPrinted, baht(1))});
    EXPECT_THAT(groups_of(sums()), ElementsAre(kPrinted + "=2", kLostMark + "=1"));
}

TEST_F(SummaryTest, QuartersArePrintedOrThoseOfTheDays) {
    std::vector<ActivityRecord> activities;
    const auto add = [&](std::optional<Period> period) {
        activities.push_back(activity(std::to_string(activities.size()), {}, baht(1)));
        activities.back().period = std::move(period);
    };
    add(Period{
        test::date(2023, 12, 1), test::date(2024, 3, 31), {2, 3}});  // as printed, though the days differ
    add(Period{test::date(2023, 10, 1), test::date(2023, 12, 31), {}});
    add(Period{test::date(2023, 10, 1), test::date(2024, 10, 31), {}});  // two fiscal years
    add(Period{std::nullopt, std::nullopt, {4}});                        // the year is the document's
    add(Period{test::date(2024, 1, 1), std::nullopt, {}});
    add(std::nullopt);
    import('a', "/in/a.pdf", activities);
    const BuddhistYear year{2567};
    std::vector<QuarterGroup> groups;
    const KindSums kind = sums();
    for (const auto& group : kind.by_quarter) groups.push_back(group.key);
    EXPECT_THAT(groups, ElementsAre(QuarterGroup{year, year, {1}}, QuarterGroup{year, year, {2, 3}},
                                    QuarterGroup{year, year, {4}}, QuarterGroup{year, BuddhistYear{2568}, {}},
                                    QuarterGroup{}));
    EXPECT_EQ(sums().by_quarter.back().sum.activities, 2);
}

TEST_F(SummaryTest, StatusesInTheirOrderAndBlankLast) {
    std::vector<ActivityRecord> activities;
    for (const auto status :
         {std::optional<Status>(), std::optional(Status::kCancelled), std::optional(Status::kCompleted)}) {
        activities.push_back(activity(std::to_string(activities.size()), {}, baht(1)));
        activities.back().status = status;
    }
    import('a', "/in/a.pdf", activities);
    std::vector<std::optional<Status>> statuses;
    const KindSums kind = sums();
    for (const auto& group : kind.by_status) statuses.push_back(group.key);
    EXPECT_THAT(statuses, ElementsAre(Status::kCompleted, Status::kCancelled, std::nullopt));
}

TEST_F(SummaryTest, OnlyCurrentDocumentsAreSummed) {
    import('a', "/in/a.pdf", {activity("a", {}, baht(1))});
    import('b', "/in/a.pdf", {activity("a", {}, baht(2))});  // a new version
    Ledger(database).begin({"/in/c.pdf", std::string(64, 'c'), 1}, {});
    const Summary made = summary();
    EXPECT_EQ(sums().whole.budget.total, Satang{200});
    EXPECT_EQ(made.documents_in(DocumentState::kSuperseded), 1);
    EXPECT_EQ(made.documents_in(DocumentState::kFailed) + made.documents_in(DocumentState::kDone) +
                  made.documents_in(DocumentState::kPartial),
              1);
    EXPECT_EQ(made.unfinished, 1);
}

TEST_F(SummaryTest, APlanAndAReportAreNotAddedUp) {
    // Two projects in a plan of two tables, of which the first stands in both, and again in a report.
    using Kind = TableRecord::Kind;
    DocumentRecords records;
    for (const Kind kind : {Kind::kPlan, Kind::kReport, Kind::kPlan}) {
        records.tables.emplace_back();
        records.tables.back().kind = kind;
    }
    const auto in_table = [&](const std::string& id, std::int32_t table, std::vector<Appearance> also_in) {
        records.activities.push_back(activity(id, {}, baht(10)));
        records.activities.back().table = table;
        records.activities.back().also_in = std::move(also_in);
    };
    in_table("a1", 0, {{1, "a2"}, {2, "a3"}});
    in_table("b1", 0, {});
    in_table("a2", 1, {{0, "a1"}, {2, "a3"}});
    in_table("a3", 2, {{0, "a1"}, {1, "a2"}});
    Ledger ledger(database);
    ledger.begin({"/in/a.pdf", std::string(64, 'a'), 1}, {});
    ledger.finish(std::string(64, 'a'), {}, records);
    const Summary made = summary();
    ASSERT_EQ(made.kinds.size(), 2U);
    EXPECT_EQ(made.activities, 2);
    EXPECT_EQ(made.kinds[0].kind, Kind::kPlan);
    EXPECT_EQ(made.kinds[0].whole.activities, 2);
    EXPECT_EQ(made.kinds[0].whole.budget.total, Satang{2000});
    EXPECT_EQ(made.kinds[1].kind, Kind::kReport);
    EXPECT_EQ(made.kinds[1].whole.activities, 1);
}

TEST_F(SummaryTest, UnknownColumnsInTheOrderInWhichTheyCome) {
    ActivityRecord first = activity("a", {}, baht(1));
    first.extra = {{{"ข"}, test::field("1")}, {{"ก", "ง"}, test::field("2")}};
    ActivityRecord second = activity("b", {}, baht(1));
    second.extra = {{{"ค"}, test::field("3")}, {{"ข"}, test::field("4")}, {{"ข"}, test::field("5")}};
    import('a', "/in/a.pdf", {first});
    import('b', "/in/b.pdf", {second});
    EXPECT_THAT(Archive(database).extra_columns(Versions::kCurrent),
                ElementsAre("extra:ข", "extra:ก > ง", "extra:ค", "extra:ข"));
    import('c', "/in/a.pdf", {second});  // a new version
    EXPECT_THAT(Archive(database).extra_columns(Versions::kCurrent),
                ElementsAre("extra:ค", "extra:ข", "extra:ข"));
    EXPECT_EQ(Archive(database).extra_columns(Versions::kAll).size(), 4U);
}

}  // namespace
}  // namespace tarang::store
