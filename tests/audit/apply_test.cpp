// Decisions about fields: applied, undone, carried over to a new reading, or listed.
#include "host/audit/apply.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/flags.h"
#include "pipeline/verify/checks.h"
#include "tests/audit/made_report.h"

namespace tarang::audit {
namespace {

using test::correction;
using test::decision;
using test::report;
using test::undo_of;
using Fate = CorrectionState::Fate;
using Kind = Correction::Kind;

std::vector<FindingCode> codes_about(const DocumentRecords& records, const std::string& id,
                                     const std::string& field) {
    std::vector<FindingCode> codes;
    for (const Finding& finding : records.findings) {
        if (finding.activity_id == id && finding.field == field) codes.push_back(finding.code);
    }
    return codes;
}

/// The same report as another engine would read it: places a little off, ids others, a letter else.
DocumentRecords read_again(DocumentRecords records) {
    for (ActivityRecord& activity : records.activities) {
        activity.id += "x";
        for (auto& field : activity.fields) {
            if (!field) continue;
            for (Fragment& piece : field->fragments) {
                piece.region.box.left += 3;
                piece.region.box.bottom -= 2;
            }
        }
    }
    for (Finding& finding : records.findings) {
        if (!finding.activity_id.empty()) finding.activity_id += "x";
    }
    for (JoinRecord& join : records.joins) join.activity_id += "x";
    return records;
}

TEST(Apply, NoDecisionsChangeNothing) { EXPECT_EQ(apply_corrections(report(), {}).records, report()); }

TEST(Apply, ChecksAnewFindWhatTheyFound) {
    // An accepted field that nothing was wrong with leaves the records as they were, checks included.
    const auto corrected = apply_corrections(report(), {decision(report(), 0, "period", Kind::kAccept)});
    EXPECT_EQ(corrected.records, report());
    EXPECT_EQ(corrected.states, (std::vector<CorrectionState>{{1, Fate::kApplied, "p1-r2", "period"}}));
}

// A worker that died over second looks left its flag in the code of a check, and the first decision about any
// other field had the checks done anew: the flag was gone, and nobody had looked.
TEST(Apply, WhatNobodyLookedAtStaysFlagged) {
    DocumentRecords read = report();
    read.activities[1].field(FieldKey::kPeriod)->confidence =
        0.7F;  // enough for verify, not enough to be sure
    read.findings.push_back(
        verify::finding_on(read.activities[1], FieldKey::kPeriod, FindingCode::kNotLookedAt));
    raise_flags(read);
    const auto corrected = apply_corrections(read, {decision(read, 0, "budget", Kind::kAccept)});
    EXPECT_TRUE(corrected.records.activities[1].field(FieldKey::kPeriod)->needs_review);
    EXPECT_EQ(codes_about(corrected.records, read.activities[1].id, "period"),
              (std::vector{FindingCode::kNotLookedAt}));
}

// The log is in UTC; before seven in the morning a decision had yesterday's date in its message.
TEST(Apply, ADecisionsDayIsThatOfItsPlace) {
    for (const auto& [at, day] : {std::pair{"2026-01-31T16:59:59Z", "2026-01-31"},
                                  {"2026-01-31T17:00:00Z", "2026-02-01"},
                                  {"x", "x"}}) {
        auto made = decision(report(), 0, "budget", Kind::kAccept);
        made.at = at;
        const auto corrected = apply_corrections(report(), {made});
        const auto& findings = corrected.records.findings;
        const auto said = std::find_if(findings.begin(), findings.end(), [](const Finding& f) {
            return f.code == FindingCode::kConfirmedByPerson;
        });
        ASSERT_NE(said, findings.end());
        EXPECT_EQ(said->arguments.at(1), day);
    }
}

// A second reading of a heading was carried out as a correction of it.
TEST(Apply, ASecondReadingOfAHeadingCorrectsNothing) {
    DocumentRecords read = report();
    for (ActivityRecord& activity : read.activities) activity.headings = {*read.title};
    auto second = decision(read, 0, "period", Kind::kSecond);
    second.field = "heading:0";
    second.place = read.activities[0].headings[0].fragments;
    second.text = "อื่น";
    const auto corrected = apply_corrections(read, {second});
    EXPECT_EQ(corrected.records.activities[0].headings[0].text, read.title->text);
    EXPECT_FALSE(corrected.records.activities[0].headings[0].corrected);
}

TEST(Apply, AcceptTakesTheFlagAndSaysWhy) {
    ASSERT_TRUE(report().activities[0].field(FieldKey::kBudget)->needs_review);
    const auto corrected = apply_corrections(report(), {decision(report(), 0, "budget", Kind::kAccept)});
    const Field& budget = *corrected.records.activities[0].field(FieldKey::kBudget);
    EXPECT_FALSE(budget.needs_review);
    EXPECT_FALSE(budget.corrected);
    EXPECT_EQ(codes_about(corrected.records, "p1-r2", "budget"),
              (std::vector{FindingCode::kConfirmedByPerson}));
    EXPECT_EQ(flag_violations(corrected.records), std::vector<std::string>{});
}

TEST(Apply, CorrectSetsTextAndValueAndKeepsThePrint) {
    const auto corrected = apply_corrections(report(), {correction(report(), 0, "budget", "๒,๕๐๐.-")});
    const ActivityRecord& activity = corrected.records.activities[0];
    const Field& budget = *activity.field(FieldKey::kBudget);
    EXPECT_EQ(budget.text, "๒,๕๐๐.-");
    EXPECT_EQ(budget.raw(), "๑,๐๐๐");
    EXPECT_EQ(budget.source, Source::kPerson);
    EXPECT_TRUE(budget.corrected);
    EXPECT_EQ(activity.budget, (Budget{Satang{250'000}, Budget::Stated::kAmount}));
    EXPECT_EQ(codes_about(corrected.records, "p1-r2", "budget"),
              (std::vector{FindingCode::kCorrectedByPerson}));
    EXPECT_EQ(flag_violations(corrected.records), std::vector<std::string>{});
}

TEST(Apply, TextAndValueAreCorrectedApart) {
    Correction value = decision(report(), 0, "period", Kind::kCorrect);
    value.value = "2019-01-01/2019-06-30";
    const auto corrected = apply_corrections(report(), {value});
    const ActivityRecord& activity = corrected.records.activities[0];
    EXPECT_EQ(activity.field(FieldKey::kPeriod)->text, "ม.ค. - มี.ค. ๒๕๖๒");
    EXPECT_EQ(value_text(activity, FieldKey::kPeriod), "2019-01-01/2019-06-30");
    EXPECT_TRUE(activity.field(FieldKey::kPeriod)->corrected);
}

TEST(Apply, ATextThatIsNotUnderstoodStaysFlagged) {
    const auto corrected = apply_corrections(report(), {correction(report(), 0, "budget", "ประมาณห้าหมื่น")});
    const ActivityRecord& activity = corrected.records.activities[0];
    EXPECT_EQ(value_text(activity, FieldKey::kBudget), "unreadable");
    EXPECT_TRUE(activity.field(FieldKey::kBudget)->needs_review);
}

TEST(Apply, WhatNobodyCanReadIsNullAndFlagged) {
    for (const auto& [kind, code] : {std::pair(Kind::kUnreadable, FindingCode::kUnreadableForPerson),
                                     std::pair(Kind::kNotHere, FindingCode::kNotInPlace)}) {
        const auto corrected = apply_corrections(report(), {decision(report(), 0, "period", kind)});
        const ActivityRecord& activity = corrected.records.activities[0];
        EXPECT_EQ(activity.period, std::nullopt);
        EXPECT_EQ(activity.field(FieldKey::kPeriod)->text, "");
        EXPECT_TRUE(activity.field(FieldKey::kPeriod)->needs_review);
        EXPECT_EQ(codes_about(corrected.records, "p1-r2", "period"), std::vector{code});
    }
}

TEST(Apply, ALaterDecisionReplacesAnEarlier) {
    const auto corrected = apply_corrections(report(), {correction(report(), 0, "budget", "๒,๐๐๐", 1),
                                                        correction(report(), 0, "budget", "๓,๐๐๐", 2)});
    EXPECT_EQ(value_text(corrected.records.activities[0], FieldKey::kBudget), "3000.00");
    EXPECT_EQ(corrected.states, (std::vector<CorrectionState>{{1, Fate::kReplaced, "p1-r2", "budget"},
                                                              {2, Fate::kApplied, "p1-r2", "budget"}}));
}

TEST(Apply, UndoAndItsUndo) {
    const std::vector<Correction> log{correction(report(), 0, "budget", "๒,๐๐๐", 1), undo_of(1, 2),
                                      undo_of(2, 3)};
    const std::vector<Correction> undone(log.begin(), log.begin() + 2);
    EXPECT_EQ(apply_corrections(report(), undone).records, report());
    EXPECT_EQ(apply_corrections(report(), undone).states[0].fate, Fate::kUndone);
    EXPECT_EQ(value_text(apply_corrections(report(), log).records.activities[0], FieldKey::kBudget),
              "2000.00");
}

TEST(Apply, DecisionsAreCarriedOverToANewReading) {
    DocumentRecords again = read_again(report());
    again.activities[0].field(FieldKey::kBudget)->text = "๗,๐๐๐";
    again.activities[0].budget = Budget{Satang{700'000}, Budget::Stated::kAmount};
    const auto corrected = apply_corrections(again, {correction(report(), 0, "period", "ต.ค. ๒๕๖๑", 1),
                                                     decision(report(), 0, "budget", Kind::kAccept, 2)});
    const ActivityRecord& activity = corrected.records.activities[0];
    EXPECT_EQ(value_text(activity, FieldKey::kPeriod), "2018-10-01/2018-10-31");
    // What a person has found right stands against a new reading that says otherwise.
    EXPECT_EQ(activity.field(FieldKey::kBudget)->text, "๑,๐๐๐");
    EXPECT_EQ(value_text(activity, FieldKey::kBudget), "1000.00");
    EXPECT_EQ(corrected.states, (std::vector<CorrectionState>{{1, Fate::kApplied, "p1-r2x", "period"},
                                                              {2, Fate::kApplied, "p1-r2x", "budget"}}));
}

TEST(Apply, WhatDoesNotFindItsPlaceIsListed) {
    DocumentRecords again = report();
    for (Fragment& piece : again.activities[0].field(FieldKey::kBudget)->fragments)
        piece.region.box = {500, 400, 560, 420};
    const auto corrected = apply_corrections(again, {correction(report(), 0, "budget", "๒,๐๐๐", 1)});
    EXPECT_EQ(corrected.states[0].fate, Fate::kDisplaced);
    EXPECT_EQ(value_text(corrected.records.activities[0], FieldKey::kBudget), "1000.00");
    const auto& findings = corrected.records.findings;
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.code == FindingCode::kCorrectionDisplaced && finding.page == PageNumber{1};
    }));
}

TEST(Apply, ACorrectedHeadingIsCorrectedOverEveryRecord) {
    Correction heading = decision(report(), 0, "heading:0", Kind::kCorrect);
    heading.place = report().activities[0].headings[0].fragments;
    heading.text = "โครงการรักการอ่าน";
    const auto corrected = apply_corrections(report(), {heading});
    for (const ActivityRecord& activity : corrected.records.activities) {
        EXPECT_EQ(activity.headings[0].text, "โครงการรักการอ่าน");
        EXPECT_EQ(activity.project, "โครงการรักการอ่าน");
    }
}

DocumentRecords with_doubtful_heading() {
    DocumentRecords read = report();
    for (ActivityRecord& activity : read.activities) activity.headings[0].confidence = 0.3F;
    return verify::verify(std::move(read));
}

// Whoever decides in any record decides for all below the line, and the flag goes once and for all.
TEST(Apply, ADoubtfulHeadingIsDecidedOnceFromAnyRecord) {
    const DocumentRecords read = with_doubtful_heading();
    ASSERT_TRUE(read.activities[2].headings[0].needs_review);
    const Correction accepted = decision(read, 2, "heading:0", Kind::kAccept);
    const auto corrected = apply_corrections(read, {accepted});
    EXPECT_EQ(corrected.states, (std::vector<CorrectionState>{{1, Fate::kApplied, "p1-r2", "heading:0"}}));
    for (const ActivityRecord& activity : corrected.records.activities)
        EXPECT_FALSE(activity.headings[0].needs_review) << activity.id;
    EXPECT_EQ(codes_about(corrected.records, "p1-r2", "heading:0"),
              (std::vector{FindingCode::kConfirmedByPerson}));
    EXPECT_EQ(flag_violations(corrected.records), std::vector<std::string>{});
    const auto undone = apply_corrections(read, {accepted, undo_of(1, 2)});
    EXPECT_TRUE(undone.records.activities[0].headings[0].needs_review);
    EXPECT_EQ(undone.records.activities, read.activities);
}

// The line is there again in a new reading, with another line before it and over other records.
TEST(Apply, ADecisionAboutAHeadingHoldsOnToItsPrint) {
    const Correction made = correction(with_doubtful_heading(), 0, "heading:0", "โครงการรักการอ่าน");
    DocumentRecords again = read_again(with_doubtful_heading());
    again.activities.erase(again.activities.begin());
    Field other = *again.title;
    for (ActivityRecord& activity : again.activities) {
        activity.headings[0].fragments[0].region.box.left += 3;
        activity.headings.insert(activity.headings.begin(), other);
    }
    again = verify::verify(std::move(again));
    const auto corrected = apply_corrections(again, {made});
    EXPECT_EQ(corrected.states[0].fate, Fate::kApplied);
    for (const ActivityRecord& activity : corrected.records.activities) {
        EXPECT_EQ(activity.headings[0].text, other.text);
        EXPECT_EQ(activity.headings[1].text, "โครงการรักการอ่าน");
        EXPECT_EQ(activity.project, "โครงการรักการอ่าน");
        EXPECT_FALSE(activity.headings[1].needs_review);
    }
}

// A strategy is the part of its heading from its word on, and may be readable only when it was corrected.
TEST(Apply, ACorrectedHeadingGivesItsStrategy) {
    DocumentRecords read = report();
    for (ActivityRecord& activity : read.activities) {
        activity.headings[0].text = "สอดคล้องกับ ยุทธศาสตร์ที่ ๒ การอานของชุมชน";
        activity.strategy = "ยุทธศาสตร์ที่ ๒ การอานของชุมชน";
        activity.project.reset();
    }
    read.activities[2].strategy = "ยุทธศาสตร์ของคอลัมน์";  // of its own column
    const auto corrected =
        apply_corrections(read, {correction(read, 0, "heading:0", "สอดคล้องกับ ยุทธศาสตร์ที่ ๒ การอ่านของชุมชน")});
    EXPECT_EQ(corrected.records.activities[0].strategy, "ยุทธศาสตร์ที่ ๒ การอ่านของชุมชน");
    EXPECT_EQ(corrected.records.activities[1].strategy, "ยุทธศาสตร์ที่ ๒ การอ่านของชุมชน");
    EXPECT_EQ(corrected.records.activities[2].strategy, "ยุทธศาสตร์ของคอลัมน์");
}

TEST(Apply, FieldsOfTheDocumentAreCorrectedToo) {
    Correction title;
    title.kind = Kind::kCorrect;
    title.field = "title";
    title.place = report().title->fragments;
    title.text = "รายงานประจำปี";
    DocumentRecords read = report();
    read.title->confidence = 0.3F;
    read.tables.resize(2);
    read.tables[0].title = read.title->text;
    read.tables[1].title = "รายงานอื่น";
    read = verify::verify(std::move(read));
    ASSERT_TRUE(read.title->needs_review);
    const auto corrected = apply_corrections(read, {title});
    EXPECT_EQ(corrected.records.title->text, "รายงานประจำปี");
    EXPECT_TRUE(corrected.records.title->corrected);
    EXPECT_FALSE(corrected.records.title->needs_review);
    EXPECT_EQ(codes_about(corrected.records, "", "title"), (std::vector{FindingCode::kCorrectedByPerson}));
    EXPECT_EQ(corrected.records.tables[0].title, "รายงานประจำปี");
    EXPECT_EQ(corrected.records.tables[1].title, "รายงานอื่น");
}

TEST(Apply, ACorrectedAmountMayTakeAFlagFromTheTotal) {
    DocumentRecords records = report();
    records.findings.clear();
    records.rows = {{OtherRow::Kind::kTotal,
                     {test::field("รวม", 2, 1), test::field("๔,๐๐๐", {test::piece(2, 3, 3, "๔,๐๐๐")})},
                     0,
                     3}};
    records = verify::verify(std::move(records));
    const auto has_total = [](const DocumentRecords& all) {
        return std::any_of(all.findings.begin(), all.findings.end(),
                           [](const Finding& finding) { return finding.code == FindingCode::kTotalDiffers; });
    };
    ASSERT_TRUE(has_total(records));
    EXPECT_FALSE(has_total(apply_corrections(records, {correction(records, 0, "budget", "๒,๐๐๐")}).records));
}

Correction second_reading(const std::string& text, std::int64_t number) {
    Correction second = decision(report(), 0, "budget", Kind::kSecond, number);
    second.reviewer = "มานะ";
    second.text = text;
    return second;
}

TEST(SecondReading, ThatSaysTheSameConfirms) {
    for (const char* text : {"๒, ๐๐๐", "2000 บาท"}) {
        const auto corrected = apply_corrections(
            report(), {correction(report(), 0, "budget", "๒,๐๐๐", 1), second_reading(text, 2)});
        EXPECT_FALSE(corrected.records.activities[0].field(FieldKey::kBudget)->needs_review) << text;
        EXPECT_EQ(corrected.states[0].fate, Fate::kApplied);
        EXPECT_EQ(corrected.states[1], (CorrectionState{2, Fate::kApplied, "p1-r2", "budget"}));
    }
}

TEST(SecondReading, ThatDiffersWaitsForAThirdLook) {
    std::vector<Correction> log{correction(report(), 0, "budget", "๒,๐๐๐", 1), second_reading("๗,๐๐๐", 2)};
    const auto contested = apply_corrections(report(), log);
    EXPECT_EQ(value_text(contested.records.activities[0], FieldKey::kBudget), "2000.00");
    EXPECT_TRUE(contested.records.activities[0].field(FieldKey::kBudget)->needs_review);
    EXPECT_EQ(contested.states[0].fate, Fate::kContested);
    EXPECT_EQ(contested.states[1].fate, Fate::kContested);
    EXPECT_EQ(flag_violations(contested.records), std::vector<std::string>{});

    log.push_back(correction(report(), 0, "budget", "๗,๐๐๐", 3));
    const auto settled = apply_corrections(report(), log);
    EXPECT_EQ(value_text(settled.records.activities[0], FieldKey::kBudget), "7000.00");
    EXPECT_FALSE(settled.records.activities[0].field(FieldKey::kBudget)->needs_review);
}

TEST(SecondReading, OfWhatWasUndoneSaysNothing) {
    const auto corrected = apply_corrections(
        report(), {correction(report(), 0, "budget", "๒,๐๐๐", 1), second_reading("๗,๐๐๐", 2), undo_of(1, 3)});
    EXPECT_EQ(corrected.records, report());
}

/// Money by source in thousands of baht, and a budget that is its sum.
DocumentRecords report_by_source() {
    DocumentRecords records = test::report();
    ActivityRecord& activity = records.activities[0];
    activity.extra = {{{"งบประมาณ", "สพฐ."}, test::field("๑๖", {test::piece(1, 1, 5, "๑๖")})},
                      {{"งบประมาณ", "อบต."}, test::field("๒", {test::piece(1, 1, 6, "๒")})}};
    const Budget sixteen{Satang{1'600'000}, Budget::Stated::kAmount};
    const Budget two{Satang{200'000}, Budget::Stated::kAmount};
    activity.amounts = {{activity.extra[0].header, PartAmount::By::kSource, {}, sixteen},
                        {activity.extra[1].header, PartAmount::By::kSource, {}, two}};
    activity.budget = Budget{Satang{1'800'000}, Budget::Stated::kSum};
    return records;
}

TEST(Apply, ACorrectedPartChangesTheSum) {
    const DocumentRecords records = report_by_source();
    const auto made = test::correction(records, 0, "extra:งบประมาณ > สพฐ.", "๑๗");
    const ActivityRecord after = apply_corrections(records, {made}).records.activities[0];
    EXPECT_EQ(after.amounts[0].money.amount, Satang{1'700'000});
    EXPECT_EQ(after.amounts[1], records.activities[0].amounts[1]);
    EXPECT_EQ(after.budget, (Budget{Satang{1'900'000}, Budget::Stated::kSum}));
}

TEST(Apply, APartThatIsNoAmountAnyMoreLeavesTheSum) {
    const DocumentRecords records = report_by_source();
    const auto gone = test::decision(records, 0, "extra:งบประมาณ > อบต.", Correction::Kind::kUnreadable);
    const ActivityRecord after = apply_corrections(records, {gone}).records.activities[0];
    EXPECT_EQ(after.amounts[1].money.amount, std::nullopt);
    EXPECT_EQ(after.budget, (Budget{Satang{1'600'000}, Budget::Stated::kSum}));
}

TEST(Apply, APrintedBudgetDoesNotFollowItsParts) {
    DocumentRecords records = report_by_source();
    records.activities[0].budget->stated = Budget::Stated::kAmount;
    const auto made = test::correction(records, 0, "extra:งบประมาณ > สพฐ.", "๑๗");
    EXPECT_EQ(apply_corrections(records, {made}).records.activities[0].budget, records.activities[0].budget);
}

}  // namespace
}  // namespace tarang::audit
