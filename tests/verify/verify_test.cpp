#include "pipeline/verify/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"

namespace tarang::verify {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Field field_at(const std::string& text, std::int32_t row, std::int32_t column) {
    Field field;
    field.text = text;
    const auto y = static_cast<Points>(10 * row);
    field.fragments.push_back({{{1}, {0, y, 9, y + 9}, std::nullopt}, text, row, column});
    return field;
}

/// A report, row by row; each row is one lower on the page.
class Report {
public:
    Report() { records_.fiscal_year = BuddhistYear{2562}; }

    ActivityRecord& activity(const std::string& number) {
        ActivityRecord& activity = records_.activities.emplace_back();
        activity.row = ++row_;
        activity.id = "r" + std::to_string(row_);
        activity.number = number;
        activity.project = project_;
        activity.field(FieldKey::kNumber) = field_at(number, row_, 0);
        return activity;
    }
    ActivityRecord& with_budget(const std::string& number, std::int64_t baht) {
        ActivityRecord& added = activity(number);
        added.budget = Budget{Satang{baht * 100}, Budget::Stated::kAmount};
        added.field(FieldKey::kBudget) = field_at(std::to_string(baht), row_, 3);
        return added;
    }
    ActivityRecord& with_period(Date start, Date end, std::vector<std::uint8_t> quarters) {
        ActivityRecord& added = activity(std::to_string(records_.activities.size() + 1));
        added.period = Period{start, end, std::move(quarters)};
        added.field(FieldKey::kPeriod) = field_at("ระยะเวลา", row_, 2);
        return added;
    }
    ActivityRecord& with_status(Status status, const std::string& summary) {
        ActivityRecord& added = activity(std::to_string(records_.activities.size() + 1));
        added.status = status;
        added.field(FieldKey::kResult) = field_at("ผล", row_, 4);
        added.field(FieldKey::kSummary) = field_at(summary, row_, 5);
        return added;
    }
    void total(const std::string& amount) { other(OtherRow::Kind::kTotal, amount); }
    void section(const std::string& amount = "") {
        other(OtherRow::Kind::kSection, amount);
        project_ = "โครงการที่ " + std::to_string(row_);
    }

    DocumentRecords verified() const {
        DocumentRecords records = verify(records_);
        EXPECT_THAT(flag_violations(records), IsEmpty());
        return records;
    }
    /// "code id.field argument..." of all findings.
    std::vector<std::string> findings() const {
        std::vector<std::string> lines;
        for (const Finding& finding : verified().findings) {
            std::string line =
                std::string(name_of(finding.code)) + " " + finding.activity_id + "." + finding.field;
            for (const std::string& argument : finding.arguments) line += " " + argument;
            lines.push_back(line);
        }
        return lines;
    }
    DocumentRecords& records() { return records_; }

private:
    void other(OtherRow::Kind kind, const std::string& amount) {
        OtherRow& row = records_.rows.emplace_back();
        row.kind = kind;
        row.row = ++row_;
        row.cells = {field_at("รวม", row_, 0), field_at(amount, row_, 3)};
    }

    DocumentRecords records_;
    std::int32_t row_ = 0;
    std::optional<std::string> project_;
};

TEST(Quarters, MustBeThoseOfTheMonths) {
    Report report;
    report.with_period(2019y / March / 1, 2019y / July / 31, {2, 3, 4});
    report.with_period(2019y / March / 1, 2019y / July / 31, {3, 4});
    report.with_period(2019y / March / 1, 2019y / July / 31, {});
    report.with_period(2018y / October / 1, 2019y / September / 30, {1, 2, 3, 4});
    EXPECT_THAT(report.findings(), ElementsAre("quarters_contradict_months r2.period 3, 4 2, 3, 4"));
    EXPECT_TRUE(report.verified().activities[1].field(FieldKey::kPeriod)->needs_review);
}

TEST(FiscalYear, DatesOutsideItAreFlagged) {
    Report report;
    report.with_period(2018y / October / 1, 2019y / September / 30, {});
    report.with_period(2019y / September / 1, 2019y / October / 31, {});
    report.with_period(2018y / May / 1, 2018y / June / 30, {});
    EXPECT_THAT(report.findings(), ElementsAre("period_outside_fiscal_year r2.period 2562",
                                               "period_outside_fiscal_year r3.period 2562"));
    report.records().fiscal_year.reset();
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Numbering, GoesOnOrBeginsAgainUnderAnotherHeading) {
    Report report;
    for (const char* number : {"1", "2", "3"}) report.activity(number);
    report.section();
    for (const char* number : {"1", "2"}) report.activity(number);
    report.section();
    for (const char* number : {"3", "4"}) report.activity(number);
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Numbering, SeveralLevelsAndSigns) {
    Report report;
    for (const char* number : {"1", "1.1", "1.2", "2.1", "2.2", "3"}) report.activity(number);
    EXPECT_THAT(report.findings(), IsEmpty());
    Report signs;
    for (const char* number : {"1.", "2.", "(3)", "ก."}) signs.activity(number);
    EXPECT_THAT(signs.findings(), IsEmpty());
}

TEST(Numbering, GapsAndRepeats) {
    Report report;
    for (const char* number : {"1", "2", "4", "5", "5", "6"}) report.activity(number);
    EXPECT_THAT(report.findings(), ElementsAre("number_gap r3.number 2 4", "number_repeated r5.number 5"));
    Report late;
    late.activity("3");
    EXPECT_THAT(late.findings(), ElementsAre("number_gap r1.number 0 3"));
}

TEST(Numbering, ACellOfSeveralNumbersIsDoubtedAndTheNextGoesOn) {
    // "๕ ๖" was taken for item 5.6, so that a jump was told twice: from 4, and to 7.
    Report report;
    for (const char* number : {"4", "5 6", "7", "8. 1"}) report.activity(number);
    EXPECT_THAT(report.findings(), ElementsAre("number_gap r1.number 0 4", "row_cut_doubtful r2.number"));
}

TEST(Numbering, ABlankNumberLeavesItsPlace) {
    Report report;
    for (const char* number : {"1", "", "3"}) report.activity(number);
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Numbering, LettersOfAScanAreNoNumber) {
    const auto findings = [](Source source) {
        Report report;
        for (const char* number : {"1", "6n", "3"})
            report.activity(number).field(FieldKey::kNumber)->source = source;
        return report.findings();
    };
    EXPECT_THAT(findings(Source::kOcr), ElementsAre("low_confidence r2.number"));
    EXPECT_THAT(findings(Source::kTextLayer), IsEmpty());
    Report lettered;
    for (const char* number : {"ก.", "ข.", "3."})
        lettered.activity(number).field(FieldKey::kNumber)->source = Source::kOcr;
    EXPECT_THAT(lettered.findings(), testing::Not(testing::Contains("low_confidence r1.number")));
}

TEST(Numbering, OneCellOverTwoActivitiesIsNoRepeat) {
    Report report;
    report.activity("1");
    const auto shared = report.records().activities[0].field(FieldKey::kNumber);
    report.activity("1").field(FieldKey::kNumber) = shared;
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Steps, OutOfOrderOnceAnActivity) {
    Report report;
    const auto add = [&report](std::vector<Step> steps) {
        ActivityRecord& activity = report.activity(std::to_string(report.records().activities.size() + 1));
        activity.steps = std::move(steps);
        activity.field(FieldKey::kSteps) = field_at("ขั้นตอน", activity.row, 6);
    };
    add({{"1", "ก"}, {"2", "ข"}, {"3", "ค"}});
    add({{std::nullopt, "ก"}});
    add({{"1", "ก"}, {"3", "ค"}, {"2", "ข"}});
    add({{"2", "ก"}});
    EXPECT_THAT(report.findings(),
                ElementsAre("steps_out_of_order r3.steps 1 3", "steps_out_of_order r4.steps 0 2"));
}

TEST(Totals, OfSectionsAndOfAll) {
    Report report;
    report.section();
    report.with_budget("1", 100);
    report.with_budget("2", 200);
    report.total("300");
    report.section();
    report.with_budget("1", 50);
    report.total("50.-");
    report.total("๓๕๐");
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Totals, ThatDiffer) {
    Report report;
    report.with_budget("1", 100);
    report.with_budget("2", 200);
    report.total("400");
    EXPECT_THAT(report.findings(), ElementsAre("total_differs . 400.00 300.00"));
}

TEST(Totals, StatedInHeadings) {
    Report report;
    report.section("350");
    report.section("300");
    report.with_budget("1", 100);
    report.with_budget("2", 200);
    report.section("50");
    report.with_budget("1", 50);
    EXPECT_THAT(report.findings(), IsEmpty()) << "of what is right below, or of more";
    report.section("70");
    report.with_budget("1", 60);
    EXPECT_THAT(report.findings(), ElementsAre("total_differs . 70.00 60.00"));
}

TEST(Totals, CountInTheirColumnsUnit) {
    const auto with_total = [](const char* total) {
        Report report;
        report.with_budget("1", 1'500'000).field(FieldKey::kBudget)->text = "1.5";
        report.with_budget("2", 250'000).field(FieldKey::kBudget)->text = "0.2500";
        report.total(total);
        return report.findings();
    };
    EXPECT_THAT(with_total("1.75"), IsEmpty());
    EXPECT_THAT(with_total("1.75 ล้านบาท"), IsEmpty());
    EXPECT_THAT(with_total("1,750,000 บาท"), IsEmpty());
    EXPECT_THAT(with_total("1.85"), ElementsAre("total_differs . 1850000.00 1750000.00"));
}

TEST(Totals, ThatDifferDoubtTheAmountsReadFromImages) {
    Report report;
    report.with_budget("1", 100);
    report.total("100");
    report.with_budget("2", 200).field(FieldKey::kBudget)->source = Source::kOcr;
    report.with_budget("3", 300);
    report.total("700");
    EXPECT_THAT(report.findings(),
                ElementsAre("total_differs . 700.00 500.00", "amount_doubtful r3.budget 700.00"));
}

TEST(Totals, NoVerdictWhereAnAmountCannotBeRead) {
    Report report;
    report.with_budget("1", 100);
    report.with_budget("2", 0).budget = Budget{std::nullopt, Budget::Stated::kUnreadable};
    report.total("400");
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Totals, ASharedAmountCountsOnce) {
    Report report;
    report.with_budget("1", 100);
    const auto shared = report.records().activities[0].field(FieldKey::kBudget);
    report.with_budget("2", 100).field(FieldKey::kBudget) = shared;
    report.total("100");
    EXPECT_THAT(report.findings(), IsEmpty());
}

TEST(Status, OnlyClearContradictions) {
    Report report;
    report.with_status(Status::kCompleted, "ได้จัดอบรมครบทุกโรงเรียน");
    report.with_status(Status::kCompleted, "ยังไม่ได้ดำเนินการ เนื่องจากรองบประมาณ");
    report.with_status(Status::kNotStarted, "ดำเนินการแล้วเสร็จเมื่อเดือนมีนาคม");
    report.with_status(Status::kNotStarted, "จะดำเนินการแล้วเสร็จในเดือนมีนาคม");
    report.with_status(Status::kInProgress, "รุ่นที่ ๑ ดำเนินการแล้วเสร็จ");
    report.with_status(Status::kUnknown, "ยังไม่ได้ดำเนินการ");
    EXPECT_THAT(report.findings(), ElementsAre("status_contradicts_summary r2.result ผล",
                                               "status_contradicts_summary r3.result ผล"));
}

TEST(Confidence, WordsReadWithLittleOfItAreFlagged) {
    Report report;
    ActivityRecord& activity = report.activity("1");
    activity.field(FieldKey::kActivity) = field_at("อบรม", 1, 1);
    activity.field(FieldKey::kActivity)->confidence = kLowConfidence - 0.01F;
    activity.field(FieldKey::kNumber)->confidence = kLowConfidenceOfValues - 0.01F;
    activity.field(FieldKey::kProblems) = field_at("", 1, 5);
    activity.field(FieldKey::kProblems)->confidence = 0;
    activity.extra.push_back({{"งบประมาณ", "แหล่งเงิน"}, field_at("สพฐ.", 1, 6)});
    activity.extra[0].field.confidence = 0.1F;
    EXPECT_THAT(report.findings(), ElementsAre("low_confidence r1.number", "low_confidence r1.activity",
                                               "low_confidence r1.extra:งบประมาณ > แหล่งเงิน"));
}

TEST(SharedLetters, FlagNumbersOnTheirPage) {
    Report report;
    ActivityRecord& activity = report.with_budget("1", 500);
    activity.field(FieldKey::kActivity) = field_at("อบรม 2 วัน", 1, 1);
    activity.field(FieldKey::kPeriod) = field_at("ตลอดปี", 1, 2);
    report.with_budget("2", 700).field(FieldKey::kBudget)->fragments.front().region.page = PageNumber{2};
    Finding shared;
    shared.code = FindingCode::kLettersShared;
    shared.page = PageNumber{2};
    report.records().findings.push_back(shared);
    EXPECT_THAT(verify(report.records()).activities[0].field(FieldKey::kBudget)->needs_review, false);
    EXPECT_THAT(verify(report.records()).activities[1].field(FieldKey::kBudget)->needs_review, true);
    report.records().findings.back().page = PageNumber{1};
    const DocumentRecords checked = verify(report.records());
    EXPECT_TRUE(checked.activities[0].field(FieldKey::kBudget)->needs_review);
    EXPECT_TRUE(checked.activities[0].field(FieldKey::kNumber)->needs_review);
    EXPECT_FALSE(checked.activities[0].field(FieldKey::kPeriod)->needs_review);
    EXPECT_FALSE(checked.activities[0].field(FieldKey::kActivity)->needs_review);
    EXPECT_FALSE(checked.activities[1].field(FieldKey::kBudget)->needs_review);
    EXPECT_THAT(flag_violations(checked), IsEmpty());
}

TEST(Confidence, StrangeWordsOnScansAreFlagged) {
    Report report;
    ActivityRecord& activity = report.activity("1");
    for (const auto& [key, text] : {std::pair(FieldKey::kActivity, "อบรมเชิงปฏิบัติกาฌฌ"),
                                    {FieldKey::kTarget, "ครู ๑๐ คน จ"},
                                    {FieldKey::kSummary, "ดำเนินการแล้ว"}}) {
        activity.field(key) = field_at(text, 1, 1);
        activity.field(key)->source = Source::kOcr;
    }
    activity.field(FieldKey::kProblems) = field_at("ฌฌฌฌ", 1, 5);  // a text layer says what it says
    activity.extra.push_back({{"ผู้รับผิดชอบ"}, field_at("นายฌฌฌฌ", 1, 6)});
    activity.extra[0].field.source = Source::kOcr;
    EXPECT_THAT(report.findings(), ElementsAre("low_confidence r1.activity"));
}

// No word list knows the names of persons and places: where they were surely read, they are no doubt.
TEST(Confidence, StrangeNamesThatWereSurelyReadAreNames) {
    for (const float confidence : {kSurelyReadName, kSurelyReadName - 0.01F}) {
        Report report;
        ActivityRecord& activity = report.activity("1");
        for (const FieldKey key : {FieldKey::kActivity, FieldKey::kResponsible, FieldKey::kPlace}) {
            activity.field(key) = field_at("นางฌฌฌฌ", 1, 1);
            activity.field(key)->source = Source::kOcr;
            activity.field(key)->confidence = confidence;
        }
        EXPECT_THAT(report.findings(), SizeIs(confidence < kSurelyReadName ? 3 : 1)) << confidence;
    }
}

TEST(Confidence, APlainStatusNeedsNoMoreOfItThanWords) {
    const auto findings = [](const char* text, Status status, float confidence) {
        Report report;
        ActivityRecord& activity = report.with_status(status, "");
        activity.field(FieldKey::kResult) = field_at(text, 1, 1);
        activity.field(FieldKey::kResult)->confidence = confidence;
        return report.findings().size();
    };
    EXPECT_EQ(findings("แล้วเสร็จ", Status::kCompleted, kLowConfidence), 0U);
    EXPECT_EQ(findings("แล้วเสร็จ", Status::kCompleted, kLowConfidence - 0.01F), 1U);
    EXPECT_EQ(findings("แล้วเสร็ฌฌ", Status::kCompleted, kLowConfidence), 1U) << "no known words";
    EXPECT_EQ(findings("แล้วเสร็จ", Status::kUnknown, kLowConfidence), 1U) << "no status that is known";
    EXPECT_EQ(findings("✓", Status::kCompleted, kLowConfidence), 1U) << "a mark is soon another";
}

TEST(Flags, AreWhatTheFindingsSay) {
    Report report;
    report.activity("1");
    DocumentRecords& records = report.records();
    EXPECT_THAT(flag_violations(records), IsEmpty());
    records.activities[0].field(FieldKey::kNumber)->needs_review = true;
    EXPECT_THAT(flag_violations(records), ElementsAre("r1.number is flagged without a finding"));
    records.findings.push_back({});
    records.findings[0].code = FindingCode::kLowConfidence;
    records.findings[0].activity_id = "r1";
    records.findings[0].field = "number";
    EXPECT_THAT(flag_violations(records), IsEmpty());
    records.activities[0].field(FieldKey::kNumber)->needs_review = false;
    EXPECT_THAT(flag_violations(records), ElementsAre("r1.number has a finding and no flag"));
    records.findings[0].field = "budget";
    EXPECT_THAT(flag_violations(records), ElementsAre("a finding names r1.budget"));
    records.findings[0].activity_id = "r9";
    EXPECT_THAT(flag_violations(records), ElementsAre("a finding names activity 'r9'"));
    records.findings.clear();
    records.title = field_at("ก", 0, 0);
    records.title->needs_review = true;
    EXPECT_THAT(flag_violations(records), ElementsAre("title is flagged without a finding"));
}

}  // namespace
}  // namespace tarang::verify
