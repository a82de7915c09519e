// The log of corrections only grows, and what was extracted stays as it was.
#include "pipeline/store/corrections.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "models/run_error.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/history.h"
#include "pipeline/store/leases.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/samples.h"
#include "pipeline/store/search.h"
#include "pipeline/store/work_list.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

const std::string kSha(64, 'a');

/// Stands for audit::apply_corrections: every text is set on the named field, splits add a record.
CorrectedRecords set_texts(const DocumentRecords& extracted, const std::vector<Correction>& log) {
    CorrectedRecords corrected{extracted, {}};
    for (const Correction& correction : log) {
        if (correction.kind == Correction::Kind::kSplit) {
            ActivityRecord lower = test::bare_activity();
            lower.id = "t0-r9";
            corrected.records.activities.push_back(lower);
        } else {
            Field& field = *field_named(corrected.records.activities.at(0), correction.field);
            field.text = correction.text.value_or(field.text);
            field.corrected = true;
        }
        corrected.states.push_back(
            {correction.number, CorrectionState::Fate::kApplied, "t0-r1", correction.field});
    }
    return corrected;
}

Correction new_text(const std::string& text) {
    Correction correction;
    correction.reviewer = "สมศรี";
    correction.sha256 = kSha;
    correction.kind = Correction::Kind::kCorrect;
    correction.activity = "t0-r1";
    correction.field = "budget";
    correction.record = test::full_activity().field(FieldKey::kActivity)->fragments;
    correction.place = test::full_activity().field(FieldKey::kBudget)->fragments;
    correction.old_text = "๑๕๙,๑๐๐.-";
    correction.old_value = "159100.00";
    correction.text = text;
    correction.reason = "พิมพ์ผิด";
    correction.made_by = "tarang 0.1.0";
    return correction;
}

class CorrectionsTest : public testing::Test {
protected:
    void SetUp() override {
        Ledger ledger(database_);
        ledger.begin({"/in/a.pdf", kSha, 1}, {});
        ledger.finish(kSha, {}, test::sample_records());
    }

    std::int64_t add(const Correction& correction, std::int64_t newest_seen = 0) {
        const auto added = Corrections(database_).add(correction, newest_seen, set_texts);
        return added ? added->correction.number : -1;
    }
    DocumentRecords current() { return Archive(database_).document(kSha)->records; }

    /// What SQLite says to a statement that goes around the program.
    int run_beside(const std::string& sql) {
        sqlite3* handle = nullptr;
        sqlite3_open(database_.path().c_str(), &handle);
        const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
        sqlite3_close(handle);
        return code;
    }

    test::TemporaryFolder folder_;
    Database database_ = Database::open(folder_.path() + "/t.db", Access::kCreate);
};

TEST_F(CorrectionsTest, ComeBackAsTheyWere) {
    Correction correction = new_text("๙๙");
    correction.number = add(correction);
    auto log = Corrections(database_).of(kSha);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].at.size(), 20U);
    correction.at = log[0].at;
    EXPECT_EQ(log[0], correction);
    EXPECT_EQ(Corrections(database_).states(kSha),
              (std::vector<CorrectionState>{{1, CorrectionState::Fate::kApplied, "t0-r1", "budget"}}));
}

TEST_F(CorrectionsTest, TheExtractionStaysAsItWas) {
    add(new_text("๙๙"));
    add(new_text("๘๘"), 1);
    EXPECT_EQ(Corrections(database_).extracted(kSha), test::sample_records());
    EXPECT_EQ(current(), set_texts(test::sample_records(), {new_text("๘๘")}).records);
}

TEST_F(CorrectionsTest, WhatIsKnownIsNotReadAgainButNeverOverwritesOthers) {
    Corrections corrections(database_);
    const DocumentRecords before = current();
    const std::vector<Correction> none;
    const KnownEditions known{before, before, none, corrections.version()};
    const auto added = corrections.add(new_text("๙๙"), 0, set_texts, &known);
    EXPECT_EQ(current(), added->corrected.records);
    // Another program decides about another field; what was known before would forget that.
    Database other = Database::open(database_.path(), Access::kWrite);
    Correction period = new_text("ก.ค.");
    period.field = "period";
    ASSERT_TRUE(Corrections(other).add(period, 0, set_texts));
    const auto log = std::vector<Correction>{added->correction};
    const KnownEditions outdated{added->corrected.records, before, log, known.version};
    ASSERT_TRUE(corrections.add(new_text("๘๘"), 1, set_texts, &outdated));
    EXPECT_EQ(current().activities[0].field(FieldKey::kPeriod)->text, "ก.ค.");
    EXPECT_EQ(current().activities[0].field(FieldKey::kBudget)->text, "๘๘");
}

TEST_F(CorrectionsTest, AreFoundBySearchAndTheOldTextIsNot) {
    add(new_text("เจ็ดสิบเจ็ด"));
    EXPECT_EQ(find(database_, "เจ็ดสิบเจ็ด").hits.size(), 1U);
    // Its typed value is found as ever, under the new text.
    for (const Hit& hit : find(database_, "๑๕๙,๑๐๐.-").hits)
        EXPECT_EQ(hit.snippet.find(".-"), std::string::npos) << hit.snippet;
    EXPECT_TRUE(find(database_, "๐.-").hits.empty());
}

TEST_F(CorrectionsTest, ASplitRewritesTheDocument) {
    Correction split = new_text("");
    split.kind = Correction::Kind::kSplit;
    split.field.clear();
    add(split);
    EXPECT_EQ(current().activities.size(), 3U);
    EXPECT_EQ(Corrections(database_).extracted(kSha).activities.size(), 2U);
}

TEST_F(CorrectionsTest, WhoDidNotSeeTheNewestDecisionIsRefused) {
    EXPECT_EQ(add(new_text("๑"), 0), 1);
    EXPECT_EQ(add(new_text("๒"), 0), -1);
    EXPECT_EQ(add(new_text("๒"), 1), 2);
    EXPECT_EQ(Corrections(database_).of(kSha).size(), 2U);
}

TEST_F(CorrectionsTest, NobodyChangesOrRemovesThem) {
    add(new_text("๙๙"));
    EXPECT_EQ(run_beside("DELETE FROM corrections"), SQLITE_CONSTRAINT);
    EXPECT_EQ(run_beside("UPDATE corrections SET text = 'x'"), SQLITE_CONSTRAINT);
    EXPECT_EQ(
        run_beside("UPDATE corrections SET reviewer = 'x', old_text = NULL, old_value = NULL, text = NULL,"
                   " value = NULL, reason = NULL"),
        SQLITE_CONSTRAINT);
}

TEST_F(CorrectionsTest, ANewReadingKeepsThem) {
    add(new_text("๙๙"));
    DocumentRecords again = test::sample_records();
    again.activities[0].project = "โครงการอ่านใหม่";
    Ledger ledger(database_);
    ledger.begin({"/in/a.pdf", kSha, 1}, {});
    ledger.finish(kSha, {}, again, set_texts);
    EXPECT_EQ(Corrections(database_).extracted(kSha), again);
    EXPECT_EQ(current(), set_texts(again, {new_text("๙๙")}).records);
}

TEST_F(CorrectionsTest, ForgettingADocumentKeepsTheFactOnly) {
    add(new_text("๙๙"));
    History(database_).forget(kSha);
    const auto log = Corrections(database_).of(kSha);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].reviewer, "สมศรี");
    EXPECT_EQ(log[0].text, std::nullopt);
    EXPECT_EQ(log[0].old_text + log[0].old_value + log[0].reason, "");
    EXPECT_TRUE(log[0].record.empty() && log[0].place.empty());
}

TEST_F(CorrectionsTest, TheWorkListCountsWhatIsOpen) {
    WorkList list = read_work_list(database_);
    ASSERT_EQ(list.items.size(), 2U);
    EXPECT_EQ(list.items[0].activity, "t0-r1");
    EXPECT_EQ(list.items[0].risk, Risk::kFailed);
    const int before = list.items[0].awaiting;
    EXPECT_EQ(before, 2);
    Correction period = new_text("ก.ค.");
    period.field = "period";
    add(period);
    list = read_work_list(database_);
    EXPECT_EQ(list.items[0].awaiting, before - 1);
    EXPECT_EQ(list.items[0].decided, 1);
    const WorkDetails details = read_work_details(database_, list.items[0]);
    EXPECT_EQ(details.text, "อบรมครู\nปีงบประมาณ ๒๕๖๒");
    EXPECT_EQ(details.pages, (std::vector<PageNumber>{{1}, {2}}));
}

TEST_F(CorrectionsTest, ASampleIsOfWhatNobodyTouched) {
    Samples samples(database_);
    EXPECT_EQ(samples.lot("all").size(), 12U);
    EXPECT_EQ(samples.lot("document:" + kSha).size(), 12U);
    EXPECT_TRUE(samples.lot("document:" + std::string(64, 'b')).empty());
    EXPECT_THROW(samples.lot("x"), RunError);
    Sample sample;
    sample.items = {{kSha, "t0-r1", "budget"}, {kSha, "t0-r1", "period"}};
    sample.filter = "all";
    sample.letter = "A";
    sample.number = samples.add(sample);
    EXPECT_EQ(samples.undecided_fields(kSha, "t0-r1"), (std::set<std::string>{"budget", "period"}));
    EXPECT_TRUE(read_work_list(database_).items[0].sampled);
    add(new_text("๙๙"));
    const Sample now = *samples.sample(sample.number);
    EXPECT_EQ(now.checked, 1);
    EXPECT_EQ(now.wrong, 1);
    EXPECT_EQ(now.next, (SampleItem{kSha, "t0-r1", "period"}));
    // A record that somebody touched is in no later lot.
    EXPECT_EQ(samples.lot("all").size(), 2U);
}

TEST_F(CorrectionsTest, OneSessionHoldsARecord) {
    Leases leases(database_);
    const Holder somsri{"s1", "สมศรี"};
    const Holder mana{"s2", "มานะ"};
    EXPECT_EQ(leases.hold(kSha, "t0-r1", somsri), std::nullopt);
    EXPECT_EQ(leases.hold(kSha, "t0-r1", somsri), std::nullopt);
    EXPECT_EQ(leases.hold(kSha, "t0-r1", mana), "สมศรี");
    EXPECT_EQ(leases.others("s2").size(), 1U);
    // Who takes another record lets go of the first.
    EXPECT_EQ(leases.hold(kSha, "t0-r2", somsri), std::nullopt);
    EXPECT_EQ(leases.hold(kSha, "t0-r1", mana), std::nullopt);
    EXPECT_EQ(leases.hold(kSha, "t0-r2", somsri, std::chrono::seconds(-1)), std::nullopt);
    EXPECT_EQ(leases.held_by_other(kSha, "t0-r2", "s2"), std::nullopt);
}

}  // namespace
}  // namespace tarang::store
