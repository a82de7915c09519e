#include "lib/values/calendar.h"

#include <gtest/gtest.h>

#include <vector>

namespace tarang::values {
namespace {

using Levels = std::vector<std::string>;
using Unit = CalendarHeader::Unit;

std::optional<CalendarHeader> read(const Levels& levels) { return calendar_header(levels); }

CalendarHeader month(int value, std::string year = {}, std::optional<BuddhistYear> fiscal = {}) {
    return {Unit::kMonth, value, std::move(year), fiscal};
}
CalendarHeader quarter(int value) { return {Unit::kQuarter, value, {}, {}}; }

Date day(int year, unsigned m, unsigned d) {
    return {std::chrono::year(year), std::chrono::month(m), std::chrono::day(d)};
}

TEST(CalendarHeaderTest, MonthsInEverySpelling) {
    EXPECT_EQ(read({"ต.ค."}), month(10));
    EXPECT_EQ(read({"ตุลาคม"}), month(10));
    EXPECT_EQ(read({"ต.ค. ๖๖"}), month(10, "66"));
    EXPECT_EQ(read({"มี.ค.\n2567"}), month(3, "2567"));
    EXPECT_EQ(read({"พ.ศ. ๒๕๖๖", "พ.ย."}), month(11, "2566"));
    EXPECT_EQ(read({"ระยะเวลาดำเนินการ", "ปีงบประมาณ พ.ศ. 2567", "ม.ค."}), month(1, "", BuddhistYear{2567}));
    EXPECT_EQ(read({"เดือน", "๑๐"}), month(10));
    EXPECT_EQ(read({"ต.ค -"}), month(10));
    EXPECT_EQ(read({"มิ.ย ๙•"}), month(6));
}

TEST(CalendarHeaderTest, Quarters) {
    EXPECT_EQ(read({"ไตรมาสที่ ๑"}), quarter(1));
    EXPECT_EQ(read({"ไตรมาส 2 (ม.ค.-มี.ค.)"}), quarter(2));
    EXPECT_EQ(read({"ไตรมาส", "4"}), quarter(4));
}

TEST(CalendarHeaderTest, WhatIsNoMonth) {
    EXPECT_EQ(read({}), std::nullopt);
    EXPECT_EQ(read({"ที่"}), std::nullopt);
    EXPECT_EQ(read({"ต.ค. - ธ.ค."}), std::nullopt);
    EXPECT_EQ(read({"งบประมาณ ต.ค."}), std::nullopt);
    EXPECT_EQ(read({"งบประมาณ", "10"}), std::nullopt);
    EXPECT_EQ(read({"เดือน", "13"}), std::nullopt);
    EXPECT_EQ(read({"ไตรมาส", "5"}), std::nullopt);
    EXPECT_EQ(read({"ไตรมาสที่ 5"}), std::nullopt);
}

TEST(CalendarPeriod, MonthsThatFollowAreOneSpan) {
    const BuddhistYear fiscal{2567};
    const std::vector<CalendarHeader> autumn{month(10), month(11), month(12), month(1)};
    EXPECT_EQ(period_of(autumn, fiscal).period, (Period{day(2023, 10, 1), day(2024, 1, 31), {}}));
    EXPECT_TRUE(period_of(autumn, fiscal).problems.empty());
    const std::vector<CalendarHeader> one{month(2)};
    EXPECT_EQ(period_of(one, fiscal).period, (Period{day(2024, 2, 1), day(2024, 2, 29), {}}));
    const std::vector<CalendarHeader> dated{month(12, "66"), month(1, "67")};
    EXPECT_EQ(period_of(dated, std::nullopt).period, (Period{day(2023, 12, 1), day(2024, 1, 31), {}}));
    const std::vector<CalendarHeader> named{month(5, "", BuddhistYear{2565})};
    EXPECT_EQ(period_of(named, fiscal).period, (Period{day(2022, 5, 1), day(2022, 5, 31), {}}));
}

TEST(CalendarPeriod, SeparateSpansAreFlagged) {
    const std::vector<CalendarHeader> apart{month(10), month(1), month(2)};
    const PeriodResult result = period_of(apart, BuddhistYear{2567});
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].code, FindingCode::kPeriodSeveralSpans);
    EXPECT_FALSE(result.period && result.period->start);
}

TEST(CalendarPeriod, QuartersGiveTheirMonths) {
    const std::vector<CalendarHeader> marked{quarter(2), quarter(3)};
    EXPECT_EQ(period_of(marked, BuddhistYear{2567}).period,
              (Period{day(2024, 1, 1), day(2024, 6, 30), {2, 3}}));
    EXPECT_EQ(period_of({}, BuddhistYear{2567}), PeriodResult{});
}

TEST(CalendarPeriod, WhatFollows) {
    EXPECT_TRUE(follows(month(12), month(1)));
    EXPECT_FALSE(follows(month(12), month(2)));
    EXPECT_TRUE(follows(quarter(1), quarter(3)));
    EXPECT_FALSE(follows(quarter(3), quarter(1)));
    EXPECT_FALSE(follows(quarter(1), month(2)));
}

}  // namespace
}  // namespace tarang::values
