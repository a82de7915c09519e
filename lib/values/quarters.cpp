#include "lib/values/quarters.h"

#include <algorithm>

#include "lib/values/date.h"

namespace tarang::values {

namespace {

/// Months since year 0, so that spans over years are plain numbers.
int month_index(Date date) {
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

/// First month (1..12) of a quarter.
unsigned first_month_of(std::uint8_t quarter) { return quarter == 1 ? 10U : (quarter - 2U) * 3 + 1; }

}  // namespace

BuddhistYear fiscal_year_of(Date date) {
    const int year = static_cast<int>(date.year());
    return buddhist_era(static_cast<unsigned>(date.month()) >= 10 ? year + 1 : year);
}

std::uint8_t quarter_of(Date date) {
    const unsigned month = static_cast<unsigned>(date.month());
    return static_cast<std::uint8_t>(month >= 10 ? 1 : (month - 1) / 3 + 2);
}

std::vector<std::uint8_t> quarters_of(const DateSpan& span) {
    std::vector<std::uint8_t> quarters;
    if (span.end < span.start) return quarters;
    const int first = month_index(span.start);
    const int last = std::min(month_index(span.end), first + 11);
    for (int month = first; month <= last; ++month) {
        const int in_year = month % 12 + 1;
        const auto quarter = static_cast<std::uint8_t>(in_year >= 10 ? 1 : (in_year - 1) / 3 + 2);
        if (std::find(quarters.begin(), quarters.end(), quarter) == quarters.end())
            quarters.push_back(quarter);
    }
    std::sort(quarters.begin(), quarters.end());
    return quarters;
}

DateSpan months_of_quarters(BuddhistYear fiscal_year, std::uint8_t first, std::uint8_t last) {
    const int year = common_era(fiscal_year);
    const int last_year = last == 1 ? year - 1 : year;
    return {first_of_month(first == 1 ? year - 1 : year, first_month_of(first)),
            last_of_month(last_year, first_month_of(last) + 2)};
}

DateSpan span_of_fiscal_year(BuddhistYear fiscal_year) { return months_of_quarters(fiscal_year, 1, 4); }

}  // namespace tarang::values
