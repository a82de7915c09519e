// Columns that stand for a month or a quarter each, and the period that marks under them mean.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "lib/values/period.h"
#include "models/activity.h"

namespace tarang::values {

/// What a column's header says.
struct CalendarHeader {
    enum class Unit : std::uint8_t { kMonth, kQuarter };
    Unit unit = Unit::kMonth;
    int value = 0;     ///< month 1..12, quarter of the fiscal year 1..4
    std::string year;  ///< the month's calendar year as printed, digits folded; or empty
    std::optional<BuddhistYear> fiscal_year;  ///< where the header names one
    bool operator==(const CalendarHeader&) const = default;
};

/// Reads the levels of a header, outermost first: "พ.ศ. ๒๕๖๖" over "ต.ค.", "ไตรมาส" over "1",
/// "ไตรมาสที่ ๑ (ต.ค.-ธ.ค.)". The innermost must say month or quarter and nothing else.
std::optional<CalendarHeader> calendar_header(std::span<const std::string> levels);

/// Whether the second column can follow the first: the next month, or a later quarter.
bool follows(const CalendarHeader& first, const CalendarHeader& second);

/// The period of the marked columns, given in column order, as parse_period gives it: separate spans and
/// months without a year have the same problems here.
PeriodResult period_of(std::span<const CalendarHeader> marked, std::optional<BuddhistYear> fiscal_year);

}  // namespace tarang::values
