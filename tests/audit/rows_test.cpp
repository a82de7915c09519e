// Decisions about whole records.
#include "host/audit/rows.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "host/audit/apply.h"
#include "models/flags.h"
#include "tests/audit/made_report.h"

namespace tarang::audit {
namespace {

using test::correction;
using test::decision;
using test::report;
using test::undo_of;
using Fate = CorrectionState::Fate;
using Kind = Correction::Kind;

Correction split_at_page_two() {
    Correction split = decision(report(), 1, "", Kind::kSplit);
    for (const Fragment& piece : split.record) {
        if (piece.region.page == PageNumber{2}) split.place.push_back(piece);
    }
    return split;
}

Correction join_of(const DocumentRecords& records, std::size_t upper, std::size_t lower,
                   std::int64_t number = 1) {
    Correction join = decision(records, upper, "", Kind::kJoin, number);
    join.place = pieces_of(records.activities[lower]);
    return join;
}

std::vector<std::string> ids_of(const DocumentRecords& records) {
    std::vector<std::string> ids;
    for (const ActivityRecord& activity : records.activities) ids.push_back(activity.id);
    return ids;
}

TEST(Split, PartsTextsPiecesAndJoins) {
    const auto corrected = apply_corrections(report(), {split_at_page_two()});
    const DocumentRecords& records = corrected.records;
    EXPECT_EQ(ids_of(records), (std::vector<std::string>{"p1-r2", "p1-r3", "p2-r2", "p2-r3"}));
    const ActivityRecord& upper = records.activities[1];
    const ActivityRecord& lower = records.activities[2];
    EXPECT_EQ(upper.field(FieldKey::kActivity)->text, "กิจกรรมที่ ๒ ภาคต้น");
    EXPECT_EQ(lower.field(FieldKey::kActivity)->text, "และภาคปลาย");
    EXPECT_EQ(upper.field(FieldKey::kActivity)->fragments.size(), 1U);
    EXPECT_EQ(value_text(upper, FieldKey::kBudget), "1000.00");
    EXPECT_EQ(lower.budget, std::nullopt);
    EXPECT_EQ(lower.field(FieldKey::kBudget)->text, "");
    EXPECT_EQ(lower.field(FieldKey::kBudget)->fragments.at(0).region.page, PageNumber{2});
    EXPECT_EQ(lower.project, "โครงการอ่าน");
    EXPECT_TRUE(records.joins.empty());
    // What was cut is to be checked, what came over whole is not.
    EXPECT_TRUE(upper.field(FieldKey::kActivity)->needs_review);
    EXPECT_TRUE(lower.field(FieldKey::kActivity)->needs_review);
    EXPECT_FALSE(upper.field(FieldKey::kBudget)->needs_review);
    EXPECT_EQ(flag_violations(records), std::vector<std::string>{});
}

TEST(Split, IsUndone) {
    EXPECT_EQ(apply_corrections(report(), {split_at_page_two(), undo_of(1, 2)}).records, report());
}

TEST(Split, ThatANewReadingMadeItselfIsDoneAlready) {
    const DocumentRecords parted = apply_corrections(report(), {split_at_page_two()}).records;
    const auto corrected = apply_corrections(parted, {split_at_page_two()});
    EXPECT_EQ(corrected.states[0].fate, Fate::kApplied);
    EXPECT_EQ(ids_of(corrected.records), ids_of(parted));
}

TEST(Split, LeavesDecisionsWithTheirFields) {
    const auto corrected = apply_corrections(report(), {correction(report(), 1, "budget", "๙,๐๐๐", 1), [] {
                                                            Correction split = split_at_page_two();
                                                            split.number = 2;
                                                            return split;
                                                        }()});
    EXPECT_EQ(value_text(corrected.records.activities[1], FieldKey::kBudget), "9000.00");
    EXPECT_EQ(corrected.states[0], (CorrectionState{1, Fate::kApplied, "p1-r3", "budget"}));
}

TEST(Join, PutsTwoRecordsTogether) {
    DocumentRecords extracted = report();
    extracted.activities[2].field(FieldKey::kBudget)->text = "๒,๐๐๐";
    extracted.activities[2].budget = Budget{Satang{200'000}, Budget::Stated::kAmount};
    const auto corrected = apply_corrections(extracted, {join_of(extracted, 1, 2)});
    const DocumentRecords& records = corrected.records;
    EXPECT_EQ(ids_of(records), (std::vector<std::string>{"p1-r2", "p1-r3"}));
    const Field& activity = *records.activities[1].field(FieldKey::kActivity);
    EXPECT_EQ(activity.fragments.size(), 3U);
    EXPECT_TRUE(activity.text.ends_with("กิจกรรมที่ 3"));
    EXPECT_TRUE(activity.needs_review);
    // Two amounts are no amount.
    EXPECT_EQ(records.activities[1].budget->amount, std::nullopt);
    EXPECT_TRUE(records.activities[1].field(FieldKey::kBudget)->needs_review);
    EXPECT_EQ(records.joins.back(), (JoinRecord{"p1-r3", {1}, {2}, JoinReason::kEmptyKey, 0.9F}));
    EXPECT_EQ(flag_violations(records), std::vector<std::string>{});
}

TEST(Join, TakesBackASplit) {
    const DocumentRecords parted = apply_corrections(report(), {split_at_page_two()}).records;
    const auto joined = apply_corrections(report(), {split_at_page_two(), join_of(parted, 1, 2, 2)});
    EXPECT_EQ(ids_of(joined.records), ids_of(report()));
    const ActivityRecord& whole = joined.records.activities[1];
    EXPECT_EQ(whole.field(FieldKey::kActivity)->fragments,
              report().activities[1].field(FieldKey::kActivity)->fragments);
    EXPECT_EQ(value_text(whole, FieldKey::kBudget), "1000.00");
    EXPECT_EQ(joined.records.joins.at(0).reason, JoinReason::kByPerson);
}

TEST(Join, ThatANewReadingMadeItselfIsDoneAlready) {
    const DocumentRecords parted = apply_corrections(report(), {split_at_page_two()}).records;
    const auto corrected = apply_corrections(report(), {join_of(parted, 1, 2)});
    EXPECT_EQ(corrected.states[0].fate, Fate::kApplied);
    EXPECT_EQ(ids_of(corrected.records), ids_of(report()));
}

TEST(Remove, KeepsTheCellsAmongTheOtherRows) {
    const auto corrected = apply_corrections(report(), {decision(report(), 0, "", Kind::kRemove)});
    EXPECT_EQ(ids_of(corrected.records), (std::vector<std::string>{"p1-r3", "p2-r3"}));
    ASSERT_EQ(corrected.records.rows.size(), 1U);
    EXPECT_EQ(corrected.records.rows[0].kind, OtherRow::Kind::kOther);
    EXPECT_EQ(corrected.records.rows[0].cells.size(), 5U);
    EXPECT_EQ(flag_violations(corrected.records), std::vector<std::string>{});
}

TEST(Remove, ThatANewReadingMadeItselfIsDoneAlready) {
    const Correction remove = decision(report(), 0, "", Kind::kRemove);
    const DocumentRecords without = apply_corrections(report(), {remove}).records;
    const auto corrected = apply_corrections(without, {remove});
    EXPECT_EQ(corrected.states[0].fate, Fate::kApplied);
    EXPECT_EQ(corrected.records.rows, without.rows);
}

TEST(Add, MakesARecordThatIsFilledByDecisions) {
    Correction add = decision(report(), 0, "", Kind::kAdd, 4);
    add.place = {test::fragment(1, {40, 420, 600, 460}, "")};
    const DocumentRecords added = apply_corrections(report(), {add}).records;
    EXPECT_EQ(ids_of(added), (std::vector<std::string>{"p1-r2", "added-4", "p1-r3", "p2-r3"}));
    const auto filled = apply_corrections(report(), {add, correction(added, 1, "budget", "๗๐๐", 5)});
    EXPECT_EQ(value_text(filled.records.activities[1], FieldKey::kBudget), "700.00");
    EXPECT_EQ(filled.states[1], (CorrectionState{5, Fate::kApplied, "added-4", "budget"}));
    EXPECT_EQ(flag_violations(filled.records), std::vector<std::string>{});
}

}  // namespace
}  // namespace tarang::audit
