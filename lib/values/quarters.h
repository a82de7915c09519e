// The Thai fiscal year: 1 October of the year before to 30 September. Q1 is October to December.
#pragma once

#include <cstdint>
#include <vector>

#include "models/activity.h"

namespace tarang::values {

struct DateSpan {
    Date start;
    Date end;  ///< last day, included
    bool operator==(const DateSpan&) const = default;
};

BuddhistYear fiscal_year_of(Date date);

/// 1..4
std::uint8_t quarter_of(Date date);

/// Quarters that the span touches, ascending, each once; all four where it spans a year or more,
/// none where it ends before it starts.
std::vector<std::uint8_t> quarters_of(const DateSpan& span);

/// First to last day of quarters `first`..`last` (1..4, first <= last) of a fiscal year.
DateSpan months_of_quarters(BuddhistYear fiscal_year, std::uint8_t first, std::uint8_t last);

/// 1 October to 30 September.
DateSpan span_of_fiscal_year(BuddhistYear fiscal_year);

}  // namespace tarang::values
