// Dates in the common era, written as ISO 8601; years of the Buddhist era.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/activity.h"

namespace tarang::values {

/// Years between the two eras, since the calendar reform of 2484 (1941): earlier years began in April.
inline constexpr int kEraOffset = 543;

constexpr int common_era(BuddhistYear year) { return year.value - kEraOffset; }
constexpr BuddhistYear buddhist_era(int common_year) { return {common_year + kEraOffset}; }

/// "2019-03-01". The date must be valid and its year within 0..9999.
std::string format_iso(Date date);

/// Strictly "YYYY-MM-DD" and a date that exists.
std::optional<Date> parse_iso(std::string_view text);

/// First and last day of a month of the common era; `month` is 1..12.
Date first_of_month(int year, unsigned month);
Date last_of_month(int year, unsigned month);

/// "๒๕๖๒" or "62" as a year of the Buddhist era; four digits of the common era (1950-2100) are converted.
/// Two digits are taken as 25xx: the reports of this century. Empty for anything else.
std::optional<BuddhistYear> parse_year(std::string_view digits);

}  // namespace tarang::values
