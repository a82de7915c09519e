// What on a scan tells that a row was cut, or two were joined.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/verify/checks.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// A document of one table; each record's fields stand on a row of their own.
class Report {
public:
    explicit Report(Source source = Source::kOcr) : source_(source) {}

    ActivityRecord& add(const std::string& number, const std::string& period, const std::string& budget) {
        ActivityRecord& activity = records_.activities.emplace_back();
        activity.id = "r" + std::to_string(records_.activities.size());
        activity.number = number;
        set(activity, FieldKey::kNumber, number);
        set(activity, FieldKey::kActivity, "อบรมครู");
        set(activity, FieldKey::kPeriod, period);
        set(activity, FieldKey::kBudget, budget);
        return activity;
    }
    void set(ActivityRecord& activity, FieldKey key, const std::string& text) const {
        const auto row = static_cast<std::int32_t>(records_.activities.size());
        const Points left = 60 * static_cast<Points>(key);
        Field field;
        field.text = text;
        field.source = source_;
        field.fragments.push_back(
            {{{1},
              {left, 10.0F * static_cast<Points>(row), left + 50, 10.0F * static_cast<Points>(row) + 9},
              std::nullopt},
             text,
             row,
             static_cast<std::int32_t>(key)});
        activity.field(key) = field;
    }
    /// "r2 budget", ...
    std::vector<std::string> doubted() const {
        std::vector<std::string> names;
        for (const Finding& finding : check_cuts(records_)) {
            EXPECT_EQ(finding.code, FindingCode::kRowCutDoubtful);
            names.push_back(finding.activity_id + " " + finding.field);
        }
        return names;
    }

    const DocumentRecords& records() const { return records_; }

private:
    Source source_;
    DocumentRecords records_;
};

void set_steps(ActivityRecord& activity, int first, int last) {
    for (int i = first; i <= last; ++i) activity.steps.push_back({std::to_string(i), "ประชุม"});
}

TEST(Cuts, NeighboursWithOneNumberMayBeOneRow) {
    Report report;
    report.add("1", "มกราคม", "๑๐๐");
    report.add("2", "มีนาคม", "");
    report.add("2", "", "๒๐๐");
    report.add("3", "เมษายน", "๓๐๐");
    EXPECT_THAT(report.doubted(), UnorderedElementsAre("r2 number", "r2 period", "r2 budget", "r3 number",
                                                       "r3 period", "r3 budget"));
}

TEST(Cuts, NumbersBeginAgainUnderAnotherHeading) {
    Report report;
    report.add("1", "มกราคม", "๑๐๐").project = "โครงการหนึ่ง";
    report.add("1", "มีนาคม", "๒๐๐").project = "โครงการสอง";
    EXPECT_THAT(report.doubted(), IsEmpty());
}

// A worn copy: the lower half of a row was a record of its own, without a value and without a flag.
TEST(Cuts, ARowWithoutAnyValueBetweenFilledOnes) {
    Report report;
    report.add("1", "มกราคม", "๑๐๐");
    report.add("", "", "");
    report.add("2", "มีนาคม", "๒๐๐");
    EXPECT_THAT(report.doubted(), ElementsAre("r2 period", "r2 budget"));
}

TEST(Cuts, AColumnThatNeighboursLeaveEmptyTooIsNone) {
    Report report;
    report.add("1", "มกราคม", "");
    report.add("2", "", "");
    report.add("3", "มีนาคม", "๒๐๐");
    EXPECT_THAT(report.doubted(), ElementsAre("r2 period"));
}

// Its words had gone into the cell beside it, where a worn rule was not seen.
TEST(Cuts, AnEmptyCellInAColumnThatAllOthersFill) {
    Report report;
    report.add("1", "มกราคม", "๑๐๐");
    report.add("2", "มีนาคม", "");
    report.add("3", "เมษายน", "๒๐๐");
    EXPECT_THAT(report.doubted(), ElementsAre("r2 budget"));
}

TEST(Cuts, AColumnThatOtherRowsLeaveEmptyMayBeEmptyHere) {
    Report report;
    report.add("1", "มกราคม", "๑๐๐");
    report.add("2", "มีนาคม", "");
    report.add("3", "เมษายน", "๒๐๐");
    report.add("4", "พฤษภาคม", "");
    report.add("5", "มิถุนายน", "");
    EXPECT_THAT(report.doubted(), IsEmpty());
}

TEST(Cuts, StepsThatGoOnInTheNextRecord) {
    Report report;
    ActivityRecord& first = report.add("1", "มกราคม", "๑๐๐");
    report.set(first, FieldKey::kSteps, "๑) ประชุม");
    set_steps(first, 1, 3);
    ActivityRecord& second = report.add("2", "มีนาคม", "๒๐๐");
    report.set(second, FieldKey::kSteps, "๔) ประชุม");
    set_steps(second, 4, 5);
    EXPECT_THAT(report.doubted(), ElementsAre("r1 steps", "r2 steps"));
}

// What a file says itself was not misread: an empty cell is empty there.
TEST(Cuts, ATextLayerIsBelieved) {
    Report report(Source::kTextLayer);
    report.add("1", "มกราคม", "๑๐๐");
    report.add("1", "", "");
    report.add("2", "มีนาคม", "๒๐๐");
    EXPECT_THAT(report.doubted(), IsEmpty());
}

// One ruled row that holds several records without numbers: its name is no one's.
TEST(Cuts, SeveralAmountsBesideAsManyLinesOfAName) {
    const auto doubted = [](const std::string& name, const std::string& budget, bool read) {
        Report report(Source::kTextLayer);
        ActivityRecord& activity = report.add("1", "", budget);
        report.set(activity, FieldKey::kActivity, name);
        activity.budget.emplace();
        if (read) activity.budget->amount = Satang{500000};
        return report.doubted();
    };
    EXPECT_THAT(doubted("อบรมครู\nจัดซื้อหนังสือ", "5,000\n7,000", false), ElementsAre("r1 activity"));
    EXPECT_THAT(doubted("อบรมครู", "5,000\n7,000", false), IsEmpty()) << "one name";
    EXPECT_THAT(doubted("อบรมครู\nและบุคลากร", "5,000\nบาท", false), IsEmpty()) << "one amount";
    EXPECT_THAT(doubted("อบรมครู\nและบุคลากร", "5,000\n5,000", true), IsEmpty()) << "the same amount twice";
}

TEST(Cuts, TwoNumbersInOneCellDoubtAllOfTheRecord) {
    Report report;
    report.add("1", "", "500");
    ActivityRecord& both = report.add("2\n3", "", "700");
    both.extra.push_back({{"ปีหน้า"}, *both.field(FieldKey::kBudget)});
    report.add("4", "", "900");
    EXPECT_THAT(report.doubted(),
                testing::IsSupersetOf({"r2 number", "r2 activity", "r2 budget", "r2 extra:ปีหน้า"}));
    EXPECT_THAT(report.doubted(), testing::Not(testing::Contains("r1 budget")));
    EXPECT_THAT(report.doubted(), testing::Not(testing::Contains("r3 number")));
}

TEST(Cuts, NumbersOfSeveralLevelsAndRangesAreOneNumber) {
    for (const std::string number : {"1.2", "1-3", "(2)", "12"}) {
        Report report;
        report.add(number, "", "500");
        report.add("7", "", "700");
        EXPECT_THAT(report.doubted(), testing::Not(testing::Contains("r1 number"))) << number;
    }
}

class WornPage : public Report {
public:
    std::vector<std::string> flagged(bool worn) const {
        DocumentRecords records = this->records();
        Finding page;
        page.code = FindingCode::kPageWorn;
        page.page = PageNumber{1};
        if (worn) records.findings.push_back(page);
        std::vector<std::string> names;
        for (const Finding& finding : check_worn_pages(records))
            names.push_back(finding.activity_id + " " + finding.field);
        return names;
    }
};

// What every look at worn print confirms is still right but for one in sixty; the rest is not.
TEST(WornPages, FlagDigitsThatAreNotQuiteSureAndCellsThatMayHaveLostThem) {
    WornPage report;
    report.add("1", "ม.ค. 67", "5,000").field(FieldKey::kBudget)->confidence = 0.97F;
    report.add("i", "ก.พ. 67", "6,000").field(FieldKey::kPeriod)->confidence = 0.9F;
    report.add("3", "", "-").field(FieldKey::kBudget)->confidence = 0.9F;
    ActivityRecord& last = report.add("4", "มี.ค. 67", "8,000");
    last.extra.push_back({{"ปีหน้า"}, *last.field(FieldKey::kBudget)});
    last.extra[0].field.confidence = 0.9F;
    last.amounts.push_back({{"ปีหน้า"}, PartAmount::By::kYear, {}, {}});
    EXPECT_THAT(report.flagged(true),
                UnorderedElementsAre("r1 budget", "r2 period", "r2 number", "r3 period", "r4 extra:ปีหน้า"));
    EXPECT_THAT(report.flagged(false), IsEmpty());
}

TEST(Cuts, AnEmptyCellIntoWhichWordsReachIsDoubted) {
    for (const bool far : {true, false}) {
        Report report;
        ActivityRecord& activity = report.add("1", "ต.ค. 67", "๙๕๐,๐๐๐.๐๒๓๘,๙๗๑.๐");
        report.set(activity, FieldKey::kSpent, "");
        activity.field(FieldKey::kSpent)->source = Source::kTextLayer;  // as of all that is empty
        activity.field(FieldKey::kBudget)->fragments[0].region.box = {2000, 10, far ? 2100.0F : 2055.0F, 19};
        activity.field(FieldKey::kSpent)->fragments[0].region.box = {2050, 0, 2110, 40};
        if (far)
            EXPECT_THAT(report.doubted(), ElementsAre("r1 spent"));
        else
            EXPECT_THAT(report.doubted(), IsEmpty()) << "a letter beyond the rule";
    }
}

}  // namespace
}  // namespace tarang::verify
