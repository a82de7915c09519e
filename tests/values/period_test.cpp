#include "lib/values/period.h"

#include <gtest/gtest.h>

#include "lib/values/date.h"

namespace tarang::values {

void PrintTo(const PeriodResult& result, std::ostream* out) {
    if (result.period) {
        *out << (result.period->start ? format_iso(*result.period->start) : "null") << ".."
             << (result.period->end ? format_iso(*result.period->end) : "null");
        for (const int quarter : result.period->quarters) *out << " Q" << quarter;
    } else {
        *out << "none";
    }
    for (const Problem& problem : result.problems) {
        *out << ' ' << name_of(problem.code);
        for (const auto& argument : problem.arguments) *out << ':' << argument;
    }
}

namespace {

constexpr BuddhistYear kYear{2562};

PeriodResult span(const char* start, const char* end, std::vector<std::uint8_t> quarters = {},
                  std::vector<Problem> problems = {}) {
    return {Period{parse_iso(start), parse_iso(end), std::move(quarters)}, std::move(problems)};
}

PeriodResult nothing(FindingCode code, const std::string& argument) {
    return {std::nullopt, {{code, {argument}}}};
}

TEST(Period, MonthsWithYears) {
    EXPECT_EQ(parse_period("มิ.ย.- กค.๖๒", kYear), span("2019-06-01", "2019-07-31"));
    EXPECT_EQ(parse_period("พ.ค.- ส.ค.๖๒", std::nullopt), span("2019-05-01", "2019-08-31"));
    EXPECT_EQ(parse_period("มิถุนายน 2562", kYear), span("2019-06-01", "2019-06-30"));
    EXPECT_EQ(parse_period("ตุลาคม 2561 ถึง กันยายน 2562", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("ต.ค.๖๑ –\nก.ย.๖๒", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("กุมภาพันธ์ ๒๕๖๓", kYear), span("2020-02-01", "2020-02-29"));
    EXPECT_EQ(parse_period("(เดือนมกราคม พ.ศ. ๒๕๖๒)", kYear), span("2019-01-01", "2019-01-31"));
    EXPECT_EQ(parse_period("มิ.ย. 2019", kYear), span("2019-06-01", "2019-06-30"));
}

TEST(Period, EveryMonthInEveryForm) {
    const std::vector<std::vector<const char*>> forms = {
        {"มกราคม", "ม.ค.", "ม.ค", "มค.", "มกรา"},
        {"กุมภาพันธ์", "ก.พ.", "ก.พ", "กพ.", "กพ", "กุมภา", "กุมภาพัน\nธ์", "กุมภาพันธ"},
        {"มีนาคม", "มี.ค.", "มี.ค", "มีค.", "มีค", "มีนา", "มี นา คม"},
        {"เมษายน", "เม.ย.", "เมย", "เมษา"},
        {"พฤษภาคม", "พ.ค.", "พค", "พฤษภา"},
        {"มิถุนายน", "มิ.ย.", "มิย", "มิถุนา"},
        {"กรกฎาคม", "กรกฏาคม", "ก.ค.", "กค", "กรกฎา"},
        {"สิงหาคม", "ส.ค.", "สค", "สิงหา"},
        {"กันยายน", "ก.ย.", "กย", "กันยา"},
        {"ตุลาคม", "ต.ค.", "ตค", "ตุลา"},
        {"พฤศจิกายน", "พ.ย.", "พย", "พฤศจิกา"},
        {"ธันวาคม", "ธ.ค.", "ธค", "ธันวา"},
    };
    for (unsigned month = 1; month <= 12; ++month) {
        const PeriodResult expected{Period{first_of_month(2019, month), last_of_month(2019, month), {}}, {}};
        for (const char* form : forms[month - 1]) {
            EXPECT_EQ(parse_period(std::string(form) + " ๒๕๖๒", std::nullopt), expected) << form;
            EXPECT_EQ(parse_period(std::string(form) + "๖๒", std::nullopt), expected) << form;
        }
    }
}

TEST(Period, MonthsAndQuarters) {
    EXPECT_EQ(parse_period("มีนาคม-กรกฎาคม ๒๕๖๒ (ไตรมาส ๒- ๔)", kYear),
              span("2019-03-01", "2019-07-31", {2, 3, 4}));
    EXPECT_EQ(parse_period("๗-๑๒ ธ.ค. ๖\n๑", kYear), span("2018-12-07", "2018-12-12"));
    EXPECT_EQ(parse_period("กุมภาพัน\nธ์ - มีนาคม ๒๕๖๒\n(ไตร มาส ๒)", kYear),
              span("2019-02-01", "2019-03-31", {2}));
    EXPECT_EQ(parse_period("ไตรมาส 1 (ต.ค.-ธ.ค. 61) ไตรมาส 2 (ม.ค.-มี.ค. 62)", kYear),
              span("2018-10-01", "2019-03-31", {1, 2}));
}

TEST(Period, MonthsWithoutYears) {
    EXPECT_EQ(parse_period("ต.ค. - มี.ค. 62", std::nullopt), span("2018-10-01", "2019-03-31"));
    EXPECT_EQ(parse_period("ต.ค. - ธ.ค. 61", kYear), span("2018-10-01", "2018-12-31"));
    EXPECT_EQ(parse_period("พ.ย. ๖๑ - ม.ค.", kYear), span("2018-11-01", "2019-01-31"));
    EXPECT_EQ(parse_period("ต.ค. - ก.ย.", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("พฤศจิกายน", kYear), span("2018-11-01", "2018-11-30"));
    EXPECT_EQ(parse_period("ต.ค. - ก.ย. ปีงบประมาณ ๒๕๖๓", kYear), span("2019-10-01", "2020-09-30"));
    EXPECT_EQ(parse_period("มีนาคม", std::nullopt), nothing(FindingCode::kPeriodUnreadable, "มีนาคม"));
}

TEST(Period, ListedMonthsThatTouchAreOneSpan) {
    EXPECT_EQ(parse_period("ต.ค. พ.ย. ธ.ค.", kYear), span("2018-10-01", "2018-12-31"));
    EXPECT_EQ(parse_period("พ.ค., มิ.ย. และ ก.ค. ๖๒", std::nullopt), span("2019-05-01", "2019-07-31"));
    EXPECT_EQ(parse_period("ต.ค. ๖๑, พ.ย., ธ.ค., ม.ค.", std::nullopt), span("2018-10-01", "2019-01-31"));
    EXPECT_EQ(parse_period("ธ.ค. ๖๑ และ มี.ค. ๖๒", kYear),
              nothing(FindingCode::kPeriodSeveralSpans, "ธ.ค. ๖๑ และ มี.ค. ๖๒"));
}

TEST(Period, Days) {
    EXPECT_EQ(parse_period("๑ ต.ค. ๖๑ - ๓๐ ก.ย. ๖๒", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("15 มิถุนายน 2562", kYear), span("2019-06-15", "2019-06-15"));
    EXPECT_EQ(parse_period("วันที่ ๑๐ - ๑๒ มิ.ย. ๖๒", kYear), span("2019-06-10", "2019-06-12"));
    EXPECT_EQ(parse_period("28 มิ.ย. - 2 ก.ค. 62", kYear), span("2019-06-28", "2019-07-02"));
    EXPECT_EQ(parse_period("๑๐, ๑๑ มิ.ย. ๖๒", kYear), span("2019-06-10", "2019-06-11"));
    EXPECT_EQ(parse_period("1/10/2561 - 30/9/2562", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("วันศุกร์ที่ ๑๕ มีนาคม ๒๕๖๒", kYear), span("2019-03-15", "2019-03-15"));
    EXPECT_EQ(parse_period("31 ก.พ. 62", kYear), nothing(FindingCode::kPeriodUnreadable, "31 ก.พ. 62"));
    EXPECT_EQ(parse_period("10 และ 15 มิ.ย. 62", kYear),
              nothing(FindingCode::kPeriodSeveralSpans, "10 และ 15 มิ.ย. 62"));
}

TEST(Period, DaysAndMonthsThatALineParted) {
    EXPECT_EQ(parse_period("๒\n๖/๔/๒๕๖๔ ถึง ๕/๘/๒๕๖๔", kYear), span("2021-04-26", "2021-08-05"));
    EXPECT_EQ(parse_period("๑/๑\n๒/๒๕๖๔-๒๓/๑๒/๒๕๖\n๔", kYear), span("2021-12-01", "2021-12-23"));
}

// It was taken for the 18th in silence; a lost dash ("1-8") leaves the same.
TEST(Period, DigitsThatStandApartAreDoubtful) {
    PeriodResult expected = span("2022-11-18", "2023-02-25");
    expected.problems = {{FindingCode::kTextDoubtful, {"18"}}, {FindingCode::kTextDoubtful, {"25"}}};
    EXPECT_EQ(parse_period("1 8 พ.ย. 2565 - 2 5 ก.พ. 2566", kYear), expected);
}

TEST(Period, QuartersAloneGiveTheirMonths) {
    EXPECT_EQ(parse_period("ไตรมาส ๒- ๔", kYear), span("2019-01-01", "2019-09-30", {2, 3, 4}));
    EXPECT_EQ(parse_period("ไตรมาสที่ 1,2", kYear), span("2018-10-01", "2019-03-31", {1, 2}));
    EXPECT_EQ(parse_period("ไตรมาส 1 ไตรมาส 2", kYear), span("2018-10-01", "2019-03-31", {1, 2}));
    EXPECT_EQ(parse_period("ไตรมาสที่ ๑ - ไตรมาสที่ ๓", kYear), span("2018-10-01", "2019-06-30", {1, 2, 3}));
    EXPECT_EQ(parse_period("ไตรมาส 3/2563", kYear), span("2020-04-01", "2020-06-30", {3}));
    EXPECT_EQ(parse_period("ไตรมาสที่ 1 ปีงบประมาณ 2563", kYear), span("2019-10-01", "2019-12-31", {1}));
    EXPECT_EQ(
        parse_period("ไตรมาส ๑ และ ๓", kYear),
        (PeriodResult{Period{{}, {}, {1, 3}}, {{FindingCode::kPeriodSeveralSpans, {"ไตรมาส ๑ และ ๓"}}}}));
    EXPECT_EQ(parse_period("ไตรมาส ๒", std::nullopt),
              (PeriodResult{Period{{}, {}, {2}}, {{FindingCode::kPeriodUnreadable, {"ไตรมาส ๒"}}}}));
    EXPECT_EQ(parse_period("ไตรมาส ๕", kYear), nothing(FindingCode::kPeriodUnreadable, "ไตรมาส ๕"));
}

TEST(Period, Years) {
    EXPECT_EQ(parse_period("ปีงบประมาณ ๒๕๖๑", kYear), span("2017-10-01", "2018-09-30"));
    EXPECT_EQ(parse_period("ปีงบประมาณ พ.ศ. ๒๕๖๒ - ๒๕๖๔", kYear), span("2018-10-01", "2021-09-30"));
    EXPECT_EQ(parse_period("ตลอดปีงบประมาณ", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("ตลอดปี\nงบประมาณ ๒๕๖๒", std::nullopt), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("ตลอดปีงบประมาณ", std::nullopt),
              nothing(FindingCode::kPeriodUnreadable, "ตลอดปีงบประมาณ"));
    EXPECT_EQ(parse_period("ปี ๒๕๖๒", kYear),
              span("2019-01-01", "2019-12-31", {}, {{FindingCode::kPeriodBareYear, {"2562"}}}));
    EXPECT_EQ(parse_period("๒๕\n๖๒", kYear),
              span("2019-01-01", "2019-12-31", {}, {{FindingCode::kPeriodBareYear, {"2562"}}}));
}

PeriodResult school(std::optional<BuddhistYear> year, std::optional<std::uint8_t> term) {
    Period period;
    period.school_year = year;
    period.term = term;
    return {period, {}};
}

TEST(Period, SchoolYearsAndTermsHaveNoDates) {
    EXPECT_EQ(parse_period("ปีการศึกษา ๒๕๖๒", kYear), school(BuddhistYear{2562}, std::nullopt));
    EXPECT_EQ(parse_period("ภาคเรียนที่ ๑/๒๕๖๘", kYear), school(BuddhistYear{2568}, 1));
    EXPECT_EQ(parse_period("ภาคเรียนที่ 2 ปีการศึกษา 2567", kYear), school(BuddhistYear{2567}, 2));
    EXPECT_EQ(parse_period("เทอม 2", kYear), school(std::nullopt, 2));
    EXPECT_EQ(parse_period("ภาคเรียนที่ ๑-๒/๒๕๖๘", kYear), school(BuddhistYear{2568}, std::nullopt));
    EXPECT_EQ(parse_period("ตลอดปีการศึกษา ๒๕๖๘", kYear), school(BuddhistYear{2568}, std::nullopt));
    for (const char* text : {"ตลอดปีการศึกษา", "เปิดภาคเรียน", "ปิดภาคเรียน"})
        EXPECT_EQ(parse_period(text, kYear), nothing(FindingCode::kPeriodSchoolYear, text)) << text;
}

TEST(Period, AWholeYearThatDoesNotSayWhichIsFlagged) {
    for (const char* text : {"ตลอดปี", "ตลอดทั้งปี"}) {
        EXPECT_EQ(parse_period(text, kYear),
                  span("2018-10-01", "2019-09-30", {}, {{FindingCode::kPeriodBareYear, {"2562"}}}));
        EXPECT_EQ(parse_period(text, std::nullopt), nothing(FindingCode::kPeriodUnreadable, text));
    }
}

TEST(Period, WordsOfDoingSayNothing) {
    EXPECT_EQ(parse_period("ดำเนินการตั้งแต่ เม.ย. – ก.ย. 62", kYear), span("2019-04-01", "2019-09-30"));
}

TEST(Period, AmbiguousMonthForms) {
    EXPECT_EQ(parse_period("มย ๖๒", kYear), nothing(FindingCode::kPeriodAmbiguous, "มย"));
    EXPECT_EQ(parse_period("มค-มีค ๖๒", kYear),
              span("2019-01-01", "2019-03-31", {}, {{FindingCode::kPeriodAmbiguous, {"มค"}}}));
}

TEST(Period, ReversedSpansAreFlagged) {
    EXPECT_EQ(parse_period("มี.ค. ๖๒ - ม.ค. ๖๒", kYear),
              (PeriodResult{std::nullopt, {{FindingCode::kPeriodReversed, {"2019-03-01", "2019-01-31"}}}}));
    EXPECT_EQ(parse_period("ส.ค. - พ.ย.", kYear),
              (PeriodResult{std::nullopt, {{FindingCode::kPeriodReversed, {"2019-08-01", "2018-11-30"}}}}));
}

TEST(Period, DashesAtLineStartsAreRangesOrListMarks) {
    EXPECT_EQ(parse_period("ต.ค. ๖๑\n- ก.ย. ๖๒", kYear), span("2018-10-01", "2019-09-30"));
    EXPECT_EQ(parse_period("- มีนาคม ๒๕๖๒", kYear), span("2019-03-01", "2019-03-31"));
    EXPECT_EQ(parse_period("- มี.ค. ๖๒\n- เม.ย. ๖๒", kYear), span("2019-03-01", "2019-04-30"));
    EXPECT_EQ(parse_period("เริ่ม ต.ค. ๖๑ สิ้นสุด ก.ย. ๖๒", kYear), span("2018-10-01", "2019-09-30"));
}

TEST(Period, BlankAndDash) {
    EXPECT_EQ(parse_period("", kYear), PeriodResult{});
    EXPECT_EQ(parse_period(" \n ", kYear), PeriodResult{});
    EXPECT_EQ(parse_period("-", kYear), PeriodResult{});
}

TEST(Period, WhatIsNotUnderstoodIsNullAndFlagged) {
    for (const char* text : {"ทุกเดือน", "ภายในเดือนมีนาคม ๒๕๖๒", "รายไตรมาส", "ต.ค. ๖๑ -", "ก่อน ก.ย. ๖๒", "๑๒",
                             "มีนาคม ๒๕๖๒ ครั้งที่ ๑", "ไตรมาส ๔ - ๒", "มี.ค. 19", "abc", "13/13/2562",
                             "ปี ๖๒ มีนาคม", "ถึง ก.ย. ๖๒", "มีนาคม ๒๕๖๒ (๑ เดือน)", "เริ่ม ต.ค. ๖๑ สิ้นสุด"}) {
        EXPECT_EQ(parse_period(text, kYear), nothing(FindingCode::kPeriodUnreadable, text)) << text;
    }
}

}  // namespace
}  // namespace tarang::values
