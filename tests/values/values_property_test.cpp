// Numbers, amounts and dates come back whole from print in Thai digits; nothing crashes a parser.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <string>

#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"
#include "lib/values/number.h"
#include "lib/values/period.h"
#include "lib/values/quarters.h"

namespace tarang::values {
namespace {

constexpr std::array kMonths = {"ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
                                "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};

std::string grouped(std::int64_t value) {
    std::string text = std::to_string(value);
    for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, 1, ',');
    return text;
}

Date date_of(int days) {
    return Date(std::chrono::sys_days(std::chrono::year(1990) / 1 / 1) + std::chrono::days(days));
}

std::string printed(Date date) {
    return std::to_string(static_cast<unsigned>(date.day())) + " " +
           kMonths[static_cast<unsigned>(date.month()) - 1] + " " +
           std::to_string(buddhist_era(static_cast<int>(date.year())).value);
}

TEST(ValuesProperty, NumbersComeBack) {
    EXPECT_TRUE(rc::check([] {
        const auto value = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        RC_ASSERT(parse_number(thai::to_thai_digits(grouped(value))) == (Decimal{value, 0}));
        RC_ASSERT(parse_number(std::to_string(value)) == (Decimal{value, 0}));
        RC_ASSERT(parse_integer(std::to_string(value)) == value);
    }));
}

TEST(ValuesProperty, AmountsComeBackInEveryDress) {
    EXPECT_TRUE(rc::check([] {
        const auto satang = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        const std::string whole = grouped(satang / 100);
        const std::string cents = format_satang({satang}).substr(format_satang({satang}).size() - 3);
        const BahtResult expected{Budget{Satang{satang}, Budget::Stated::kAmount}, {}};
        const std::string tail = *rc::gen::element<std::string>("", " บาท", ".-", "\nบาท");
        const std::string text =
            satang % 100 == 0 ? whole + tail : whole + cents + (tail == ".-" ? "" : tail);
        RC_ASSERT(parse_baht(text) == expected);
        RC_ASSERT(parse_baht(thai::to_thai_digits(text)) == expected);
    }));
}

TEST(ValuesProperty, AnAmountCutAnywhereIsWholeOrFlagged) {
    EXPECT_TRUE(rc::check([] {
        const auto baht = *rc::gen::inRange<std::int64_t>(1000, 1'000'000'000);
        const std::string text = grouped(baht);
        const auto cut = *rc::gen::inRange<std::size_t>(1, text.size());
        const BahtResult result = parse_baht(text.substr(0, cut) + "\n" + text.substr(cut));
        const BahtResult whole{Budget{Satang{baht * 100}, Budget::Stated::kAmount}, {}};
        RC_ASSERT(result == whole || !result.problems.empty());
    }));
}

TEST(ValuesProperty, DatesComeBack) {
    EXPECT_TRUE(rc::check([] {
        const Date start = date_of(*rc::gen::inRange(0, 30'000));
        const Date end = Date(std::chrono::sys_days(start) + std::chrono::days(*rc::gen::inRange(0, 800)));
        RC_ASSERT(parse_iso(format_iso(start)) == start);
        const PeriodResult expected{Period{start, end, {}}, {}};
        const std::string text = printed(start) + " - " + printed(end);
        RC_ASSERT(parse_period(text, std::nullopt) == expected);
        RC_ASSERT(parse_period(thai::to_thai_digits(text), BuddhistYear{2562}) == expected);
    }));
}

TEST(ValuesProperty, QuartersOfASpanAreThoseOfItsDays) {
    EXPECT_TRUE(rc::check([] {
        const Date start = date_of(*rc::gen::inRange(0, 30'000));
        const auto length = *rc::gen::inRange(0, 400);
        std::array<bool, 5> touched{};
        for (int day = 0; day <= length; ++day) {
            touched[quarter_of(Date(std::chrono::sys_days(start) + std::chrono::days(day)))] = true;
        }
        std::vector<std::uint8_t> expected;
        for (std::uint8_t quarter = 1; quarter <= 4; ++quarter) {
            if (touched[quarter]) expected.push_back(quarter);
        }
        const Date end = Date(std::chrono::sys_days(start) + std::chrono::days(length));
        RC_ASSERT(quarters_of({start, end}) == expected);
    }));
}

/// Pieces of real cells in any order: parsers get further into their grammar than with random bytes.
rc::Gen<std::string> scrambled_cell() {
    const auto piece = rc::gen::elementOf(std::vector<std::string>{
        "ไตรมาส", "ที่",   " ",    "\n",    "๑",    "2",       "๒๕๖๒",  "62",       "-",    "–",
        ",",      "และ", "มี.ค.", "มย",    "ต.ค.", "กุมภาพันธ์", "ปี",     "งบประมาณ", "พ.ศ.", "ปีการศึกษา",
        "/",      "(",   ")",    "31",    "29",   "ถึง",      "ตลอด",  "บาท",      ".",    ".-",
        "ล้าน",    "ไม่",  "มี",    "1,000", ",5",   "\xFF",    "\u0E31"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) {
                            std::string text;
                            for (const std::string& p : pieces) text += p;
                            return text;
                        });
}

void check_period(const std::string& text) {
    const PeriodResult result = parse_period(text, BuddhistYear{2562});
    for (const Problem& problem : result.problems) {
        for (const std::string& argument : problem.arguments) RC_ASSERT(thai::is_valid_utf8(argument));
    }
    if (!result.period) return;
    RC_ASSERT(result.period->start.has_value() == result.period->end.has_value());
    if (!result.period->start) return;
    RC_ASSERT(result.period->start->ok() && result.period->end->ok());
    RC_ASSERT(*result.period->start <= *result.period->end);
}

void check_baht(const std::string& text) {
    const BahtResult result = parse_baht(text);
    const bool amount = result.budget && result.budget->stated == Budget::Stated::kAmount;
    RC_ASSERT(amount == (result.budget && result.budget->amount));
    const bool unreadable = result.budget && result.budget->stated == Budget::Stated::kUnreadable;
    RC_ASSERT(unreadable == !result.problems.empty());
    for (const Problem& problem : result.problems) RC_ASSERT(thai::is_valid_utf8(problem.arguments.at(0)));
}

TEST(ValuesProperty, AnyCellGivesASoundResult) {
    EXPECT_TRUE(rc::check([] {
        const std::string text = *scrambled_cell();
        check_period(text);
        check_baht(text);
    }));
    EXPECT_TRUE(rc::check([](const std::string& bytes) {
        check_period(bytes);
        check_baht(bytes);
        static_cast<void>(parse_number(bytes));
    }));
}

}  // namespace
}  // namespace tarang::values
