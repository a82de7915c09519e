// Numbers in columns that no form names: what is hardly a number is flagged, and so are percentages that the
// amounts beside them do not make.
#include "pipeline/verify/number_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/flags.h"
#include "pipeline/verify/checks.h"
#include "pipeline/verify/verify.h"

namespace tarang::verify {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Field scanned(const std::string& text) {
    Field field;
    field.text = text;
    field.source = Source::kOcr;
    field.confidence = 0.95F;
    field.fragments.push_back({{{1}, {0, 0, 9, 9}, std::nullopt}, text, 0, 0});
    return field;
}

/// One record for each text of the column.
DocumentRecords column_of(const std::vector<std::string>& texts) {
    DocumentRecords records;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        ActivityRecord& activity = records.activities.emplace_back();
        activity.id = "r" + std::to_string(i + 1);
        activity.extra.push_back({{"จำนวน"}, scanned(texts[i])});
    }
    return records;
}

std::vector<std::string> named_by(const std::vector<Finding>& findings) {
    std::vector<std::string> names;
    for (const Finding& finding : findings) names.push_back(finding.activity_id + "." + finding.field);
    return names;
}

TEST(NumberColumns, LettersAtDigitsAndTwoScriptsAreNoNumbers) {
    EXPECT_THAT(named_by(check_confidence(column_of(
                    {"๑๐๐.๐๐", "r๐๐.๐๐", "๙.๕๐", "9.9๐", "-", "๓ ราย", "๑ก๐", "๑๒", "๑๓", "๗", "๑", "๒%"}))),
                ElementsAre("r2.extra:จำนวน", "r4.extra:จำนวน", "r7.extra:จำนวน"));
}

TEST(NumberColumns, AmongWordsNumbersAreAnything) {
    EXPECT_THAT(check_confidence(column_of({"ม.3", "ป.1ก", "ห้อง 2ข", "๑", "๒"})), IsEmpty());
    EXPECT_THAT(check_confidence(column_of({"๑", "B๒"})), IsEmpty()) << "two are no column";
}

TEST(NumberColumns, DashesCountForNothing) {
    const DocumentRecords records = column_of({"-", "-", "-", "-", "๑", "๒", "๓"});
    EXPECT_TRUE(NumberColumns(records).hold(records.activities[0], records.activities[0].extra[0]));
}

TEST(NumberColumns, LatinAtADigitFlagsTypedValues) {
    DocumentRecords records = column_of({"-"});
    records.activities[0].field(FieldKey::kBudget) = scanned("1l๐,๐๐๐");
    records.activities[0].field(FieldKey::kSpent) = scanned("๕๐๐บาท");
    records.activities[0].field(FieldKey::kPeriod) = scanned("ต.ค.๖๖");
    EXPECT_THAT(named_by(check_confidence(records)), ElementsAre("r1.budget"));
    records.activities[0].field(FieldKey::kBudget)->source = Source::kTextLayer;
    EXPECT_THAT(check_confidence(records), IsEmpty());
}

TEST(NumberColumns, ADashApartFromAnAmountFlagsIt) {
    DocumentRecords records = column_of({"-"});
    records.activities[0].field(FieldKey::kBudget) = scanned("๖ -");
    records.activities[0].field(FieldKey::kSpent) = scanned("๖.-");
    records.activities[0].field(FieldKey::kRemaining) = scanned("-");
    records.activities[0].field(FieldKey::kPeriod) = scanned("ต.ค. ๖๖ -");
    EXPECT_THAT(named_by(check_confidence(records)), ElementsAre("r1.budget"));
}

TEST(NumberColumns, JanuaryMayBeMarchOnAScan) {
    DocumentRecords records = column_of({"-"});
    records.activities[0].field(FieldKey::kPeriod) = scanned("4-24 ม.ค. 67");
    records.activities[0].field(FieldKey::kPeriod)->confidence = 0.87F;
    EXPECT_THAT(named_by(check_confidence(records)), ElementsAre("r1.period"));
    records.activities[0].field(FieldKey::kPeriod)->text = "4-24 มี.ค. 67";
    EXPECT_THAT(check_confidence(records), IsEmpty());
}

struct Row {
    std::int64_t budget = 0;  // baht
    std::int64_t spent = -1;  // less than nothing: a dash
    std::string percent;
};

DocumentRecords spending(const std::vector<Row>& rows) {
    std::vector<std::string> percents;
    for (const Row& row : rows) percents.push_back(row.percent);
    DocumentRecords records = column_of(percents);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ActivityRecord& activity = records.activities[i];
        activity.budget = Budget{Satang{100 * rows[i].budget}, Budget::Stated::kAmount};
        activity.field(FieldKey::kBudget) = scanned(std::to_string(rows[i].budget));
        const bool none = rows[i].spent < 0;
        activity.spent = none ? Budget{std::nullopt, Budget::Stated::kNone}
                              : Budget{Satang{100 * rows[i].spent}, Budget::Stated::kAmount};
        activity.field(FieldKey::kSpent) = scanned(none ? "-" : std::to_string(rows[i].spent));
    }
    return records;
}

TEST(Percents, WhatTheAmountsDoNotMakeIsFlagged) {
    EXPECT_THAT(named_by(check_percents(spending({{659'600, 81'440, "๑๒.๓๕"},
                                                  {78'000, 43'380, "๕๕.๖๒"},
                                                  {300, 100, "33.3 %"},
                                                  {4'450, -1, "๐.๐๐"},
                                                  {200, 200, "100"},
                                                  {252'000, -1, "๙.๙๐"}}))),
                ElementsAre("r6.extra:จำนวน", "r6.budget", "r6.spent"));
}

TEST(Percents, AnotherPercentageIsNotJudged) {
    EXPECT_THAT(
        check_percents(spending({{100, 50, "50"}, {100, 20, "60"}, {100, 10, "80"}, {100, 90, "90"}})),
        IsEmpty())
        << "of the work";
    EXPECT_THAT(check_percents(spending({{100, -1, "0"}, {100, 100, "100"}, {100, -1, "0"}, {100, 1, "50"}})),
                IsEmpty())
        << "nothing and all agree with anything";
}

TEST(Percents, OnlyScansAreMisread) {
    DocumentRecords records =
        spending({{100, 50, "50"}, {100, 20, "20"}, {100, 10, "10"}, {100, 70, "70"}, {100, 90, "9"}});
    EXPECT_EQ(check_percents(records).size(), 3U);
    for (ActivityRecord& activity : records.activities) activity.extra[0].field.source = Source::kTextLayer;
    EXPECT_THAT(check_percents(records), IsEmpty());
}

}  // namespace
}  // namespace tarang::verify
