// What a period's words say, before any year is worked out. Internal to period.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/values/period_tokens.h"
#include "models/activity.h"

namespace tarang::values {

/// One end of a span as printed.
struct PrintedDate {
    std::optional<unsigned> day;
    unsigned month = 0;  ///< 0: a form that may be several months
    std::optional<BuddhistYear> year;
    bool operator==(const PrintedDate&) const = default;
};

struct PrintedSpan {
    PrintedDate first;
    PrintedDate last;
    bool operator==(const PrintedSpan&) const = default;
};

struct YearRange {
    BuddhistYear first;
    BuddhistYear last;
    bool operator==(const YearRange&) const = default;
};

struct PrintedPeriod {
    std::vector<PrintedSpan> spans;
    std::vector<std::uint8_t> quarters;  ///< ascending, each once
    std::vector<YearRange> fiscal_years;
    bool unnumbered_fiscal_year = false;    ///< "ตลอดปีงบประมาณ"
    std::vector<YearRange> calendar_years;  ///< bare years
    bool whole_year = false;                ///< "ตลอดปี"
    bool school = false;                    ///< school years or terms are named
    std::optional<BuddhistYear> school_year;
    std::optional<std::uint8_t> term;    ///< 1..3; empty for several terms
    std::vector<std::string> ambiguous;  ///< month forms as printed
    std::vector<std::string> parted;     ///< days and months whose two digits stand apart
    bool understood = false;             ///< every word has its place
    bool blank = false;                  ///< nothing but dashes
    bool operator==(const PrintedPeriod&) const = default;
};

PrintedPeriod read_period(std::string_view text);

}  // namespace tarang::values
