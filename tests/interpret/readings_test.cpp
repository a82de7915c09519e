// Values on scans that were looked at again: what most looks say, where it is such a value.
#include "pipeline/interpret/values/readings.h"

#include <gtest/gtest.h>

#include "pipeline/interpret/values/likely_texts.h"

namespace tarang::interpret {
namespace {

struct Chosen {
    std::string text;
    float confidence = 0;
    std::string raw;
    std::vector<std::vector<std::string>> findings;  ///< their arguments
    bool operator==(const Chosen&) const = default;
};

Chosen chosen(FieldKey key, const std::string& first, const std::vector<std::string>& looks) {
    ActivityRecord activity;
    Field field;
    field.text = first;
    field.source = Source::kOcr;
    field.confidence = 0.3F;
    field.fragments.push_back({{}, first, 0, 0});
    for (const std::string& look : looks) field.readings.push_back({look, 0.9F});
    activity.field(key) = field;
    const auto findings =
        choose_readings(activity, shipped_profiles().front(), BuddhistYear{2566}, MoneyUnits{});
    const Field& after = *activity.field(key);
    Chosen result{after.text, after.confidence, after.raw(), {}};
    for (const Finding& finding : findings) {
        EXPECT_EQ(finding.code, FindingCode::kReadAgain);
        EXPECT_EQ(finding.field, name_of(key));
        result.findings.push_back(finding.arguments);
    }
    return result;
}

TEST(Readings, TheValueThatMostAgreeOnStands) {
    EXPECT_EQ(chosen(FieldKey::kPeriod, "ก.พ. -—-/พ.ค. ๒๕๖๖",
                     {"ก.พ. - พ.ค. ๒๕๖๖", "ก.พ. - พ.ค. ๒๕๖๖", "ก.พ. - พ.ต. ๒๕๖๖"}),
              (Chosen{"ก.พ. - พ.ค. ๒๕๖๖",
                      agreement(2, 4),
                      "ก.พ. -—-/พ.ค. ๒๕๖๖",
                      {{"ก.พ. -—-/พ.ค. ๒๕๖๖", "ก.พ. - พ.ค. ๒๕๖๖"}}}));
}

TEST(Readings, WhatIsConfirmedStaysAndIsSurer) {
    EXPECT_EQ(chosen(FieldKey::kBudget, "๘๐๗,๐๐๐.-", {"๘๑๗,๐๐๐.-", "๘๐๗,๐๐๐.-", "๘๐๗,๐๐๐.-"}),
              (Chosen{"๘๐๗,๐๐๐.-", agreement(3, 4), "๘๐๗,๐๐๐.-", {}}));
}

// Every look says another amount: the first stays, and so little agreement flags it.
TEST(Readings, WithoutAgreementTheFirstStaysAndIsUnsure) {
    const Chosen result = chosen(FieldKey::kBudget, "๑๐๐,๐๐๐", {"๓๐๐,๐๐๐", "๗๐๐,๐๐๐", "๒๐๐,๐๐๐"});
    EXPECT_EQ(result, (Chosen{"๑๐๐,๐๐๐", agreement(1, 4), "๑๐๐,๐๐๐", {}}));
    EXPECT_LT(result.confidence, 0.6F);
}

TEST(Readings, WhatIsNoValueInAnyReadingIsLeftAlone) {
    EXPECT_EQ(chosen(FieldKey::kBudget, "๗๔๘๑,๔๕", {"๗๔๘๑,๔", "บท"}),
              (Chosen{"๗๔๘๑,๔๕", 0.3F, "๗๔๘๑,๔๕", {}}));
    EXPECT_EQ(chosen(FieldKey::kBudget, "๑๐๐", {}), (Chosen{"๑๐๐", 0.3F, "๑๐๐", {}}));
}

TEST(Readings, StatusesCountByWhatTheySay) {
    EXPECT_EQ(chosen(FieldKey::kResult, "1ม 1ดดำเน", {"ไม่ได้ดำเนินการ", "ไมได้ดำเนินการ", "เสร็จ"}).text,
              "ไม่ได้ดำเนินการ");
}

TEST(Readings, WhatLooksMakeSureIsNoLongerMarked) {
    Field field{.text = "๘๐๗", .confidence = kUnsure, .unsure = {{1, 2}}};
    mark_unsure(field, false);
    EXPECT_TRUE(field.unsure.empty());
    field.confidence = 0.5F;
    mark_unsure(field, false);
    EXPECT_EQ(field.unsure, (std::vector<TextRange>{{0, 3}}));  // which letter is not known
    field.unsure = {{1, 2}};
    mark_unsure(field, false);
    EXPECT_EQ(field.unsure, (std::vector<TextRange>{{1, 2}}));
    mark_unsure(field, true);
    EXPECT_EQ(field.unsure, (std::vector<TextRange>{{0, 3}}));
}

// "๑" is read as "9" where no other digit of the number is Arabic; which digit it is stays a guess.
TEST(Readings, DigitsOfTwoScriptsAreNoValue) {
    const Chosen result = chosen(FieldKey::kBudget, "9๖๔,๐๐๐ บาท", {"9๖๔,๐๐๐ บาท", "๑๖๔,๐๐๐ บาท"});
    EXPECT_EQ(result.text, "๑๖๔,๐๐๐ บาท");
    EXPECT_LT(result.confidence, 0.6F);
}

// Two columns without a rule between them: 8.7416 million, and 100 percent.
TEST(Readings, TwoNumbersWithAGapBetweenThemStayTwo) {
    const std::string two = "๘.๗๔๑๖ ๑๐๐";
    EXPECT_EQ(chosen(FieldKey::kSpent, two, {two, two, two}).text, two);
    EXPECT_EQ(chosen(FieldKey::kSpent, two, {"๘.๗๔๑๖๑๐๐", "๘.๗๔๑๖๑๐๐", "๘.๗๔๑๕๑๐๐"}).text, two);
    EXPECT_EQ(chosen(FieldKey::kSpent, "๑๕๙ ๑๐๐", {"๑๕๙,๑๐๐", "๑๕๙,๑๐๐"}).text, "๑๕๙,๑๐๐")
        << "a comma was seen";
    EXPECT_EQ(chosen(FieldKey::kSpent, "๑ ๕ ๙,๑ ๐ ๐", {"๑๕๙,๑๐๐", "๑๕๙,๑๐๐"}).text, "๑๕๙,๑๐๐");
}

// Looks that may see nothing but digits and signs make a digit of a speck.
TEST(Readings, NoLookMakesANumberOfADash) {
    EXPECT_EQ(chosen(FieldKey::kBudget, "•-", {"๙-", "๙-", "-"}).text, "-");
    EXPECT_LT(chosen(FieldKey::kBudget, "•-", {"๙-", "๙-", "-"}).confidence, 0.6F);
    EXPECT_EQ(chosen(FieldKey::kBudget, "•-", {"๙-", "๙-", "๙-"}).text, "•-");
    EXPECT_EQ(chosen(FieldKey::kBudget, "ว-", {"๙-", "๙-", "๙-"}).text, "๙-") << "a letter may be a digit";
}

TEST(LikelyTexts, Money) {
    EXPECT_EQ(likely_money("๔๓๑.๑๕๐ บาท"), "๔๓๑,๑๕๐ บาท");
    EXPECT_EQ(likely_money("1.234.567.50"), "1,234,567.50");
    EXPECT_EQ(likely_money("๑ ๓ ๕ ,๕ ๐ ๐ บาท"), "๑๓๕,๕๐๐ บาท");
    EXPECT_EQ(likely_money("505,300."), "505,300");
    EXPECT_EQ(likely_money("25.550.-"), "25,550.-");
    EXPECT_EQ(likely_money("165,450.0๐"), "165,450.00");
    EXPECT_EQ(likely_money("๘.๗๔๑๖ ๑๐๐"), "๘.๗๔๑๖ ๑๐๐");
    EXPECT_EQ(likely_money("๑๕๙, ๑๐๐"), "๑๕๙,๑๐๐");
    EXPECT_EQ(likely_money(""), "");
    EXPECT_EQ(likely_money("."), ".");
}

TEST(LikelyTexts, Period) {
    EXPECT_EQ(likely_period("ต ล อ ดปีงบประมาณ"), "ตลอดปีงบประมาณ");
    EXPECT_EQ(likely_period("๒๕ กรกฏฎาคม ๒๕๖๕"), "๒๕ กรกฎาคม ๒๕๖๕");
    EXPECT_EQ(likely_period("มกภราคม 2565 ถ๊ง สังหาคม 2566"), "มกราคม 2565 ถึง สิงหาคม 2566");
    EXPECT_EQ(likely_period("1 8 พ.ย."), "1 8 พ.ย.") << "it may have been 1-8";
    EXPECT_EQ(likely_period("อบรมครูผู้สอน"), "อบรมครูผู้สอน");
    EXPECT_EQ(likely_period(""), "");
}

std::vector<std::vector<std::string>> words_found(const std::string& raw, const std::string& text,
                                                  Source source = Source::kOcr) {
    ActivityRecord activity;
    Field field;
    field.text = text;
    field.source = source;
    field.fragments.push_back({{}, raw, 0, 0});
    activity.field(FieldKey::kTarget) = field;
    std::vector<std::vector<std::string>> arguments;
    for (const Finding& finding : words_read_again(activity)) {
        EXPECT_EQ(finding.code, FindingCode::kReadAgain);
        EXPECT_EQ(finding.field, "target");
        arguments.push_back(finding.arguments);
    }
    return arguments;
}

TEST(Readings, WordsThatTookTheFirstOnesPlaceAreNamed) {
    using Arguments = std::vector<std::vector<std::string>>;
    EXPECT_EQ(words_found("เชิงปริมาฌ\nโรงเรียน", "เชิงปริมาณโรงเรียน"), (Arguments{{"เชิงปริมาฌ", "เชิงปริมาณ"}}));
    EXPECT_EQ(words_found("งบประมาณนผู้", "งบประมาณผู้"), (Arguments{{"งบประมาณน", "งบประมาณ"}}));
    EXPECT_EQ(words_found("จัดทํา\nแผน", "จัดทำแผน"), Arguments{});  // written in another way only
    EXPECT_EQ(words_found("ปริมาฌ", "ปริมาณ", Source::kTextLayer), Arguments{});
}

}  // namespace
}  // namespace tarang::interpret
