#include "lib/values/date.h"

#include <gtest/gtest.h>

#include "lib/values/quarters.h"

namespace tarang::values {
namespace {

using std::chrono::year;

TEST(Dates, Iso) {
    EXPECT_EQ(format_iso(year(2019) / 3 / 1), "2019-03-01");
    EXPECT_EQ(parse_iso("2020-02-29"), Date(year(2020) / 2 / 29));
    for (const char* text :
         {"2019-02-29", "2019-13-01", "2019-3-1", "2019/03/01", "+019-03-01", "2019-03-011", ""}) {
        EXPECT_EQ(parse_iso(text), std::nullopt) << text;
    }
}

TEST(Dates, Years) {
    EXPECT_EQ(parse_year("๒๕๖๒"), BuddhistYear{2562});
    EXPECT_EQ(parse_year("๖๒"), BuddhistYear{2562});
    EXPECT_EQ(parse_year("2019"), BuddhistYear{2562});
    for (const char* text : {"", "0", "1500", "9999", "256", "ก"})
        EXPECT_EQ(parse_year(text), std::nullopt) << text;
    EXPECT_EQ(common_era({2562}), 2019);
    EXPECT_EQ(buddhist_era(2019), BuddhistYear{2562});
}

TEST(Quarters, TheFiscalYearBeginsInOctober) {
    EXPECT_EQ(fiscal_year_of(year(2018) / 10 / 1), BuddhistYear{2562});
    EXPECT_EQ(fiscal_year_of(year(2019) / 9 / 30), BuddhistYear{2562});
    EXPECT_EQ(span_of_fiscal_year({2562}), (DateSpan{year(2018) / 10 / 1, year(2019) / 9 / 30}));
    EXPECT_EQ(months_of_quarters({2562}, 1, 1), (DateSpan{year(2018) / 10 / 1, year(2018) / 12 / 31}));
    EXPECT_EQ(months_of_quarters({2562}, 2, 4), (DateSpan{year(2019) / 1 / 1, year(2019) / 9 / 30}));
    EXPECT_EQ(quarter_of(year(2019) / 12 / 31), 1);
    EXPECT_EQ(quarter_of(year(2019) / 1 / 1), 2);
}

TEST(Quarters, OfASpan) {
    EXPECT_EQ(quarters_of({year(2019) / 3 / 1, year(2019) / 7 / 31}), (std::vector<std::uint8_t>{2, 3, 4}));
    EXPECT_EQ(quarters_of({year(2018) / 12 / 31, year(2019) / 1 / 1}), (std::vector<std::uint8_t>{1, 2}));
    EXPECT_EQ(quarters_of({year(2019) / 8 / 1, year(2019) / 10 / 1}), (std::vector<std::uint8_t>{1, 4}));
    EXPECT_EQ(quarters_of({year(2019) / 7 / 31, year(2019) / 3 / 1}), (std::vector<std::uint8_t>{}));
    EXPECT_EQ(quarters_of({year(2000) / 1 / 1, year(2019) / 3 / 1}), (std::vector<std::uint8_t>{1, 2, 3, 4}));
}

}  // namespace
}  // namespace tarang::values
