#include "lib/values/told_year.h"

#include <cstdint>
#include <string>
#include <vector>

#include "lib/values/date.h"
#include "lib/values/period_tokens.h"

namespace tarang::values {
namespace {

using Kind = PeriodToken::Kind;

constexpr std::int32_t kFirstMonth = 10;  // of a fiscal year

/// A year in a text, and the month before it; 0 where there is none.
struct Told {
    std::int32_t year = 0;
    std::int32_t month = 0;
};

bool says_year(Kind kind) { return kind == Kind::kYear || kind == Kind::kEra; }

/// Empty where a year stands after something else.
std::vector<Told> years_in(const std::vector<PeriodToken>& tokens) {
    std::vector<Told> years;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].kind != Kind::kNumber || tokens[i].digits != 4) continue;
        const auto year = parse_year(std::to_string(tokens[i].value));
        if (!year) continue;
        std::size_t before = i - 1;
        while (before > 0 && says_year(tokens[before].kind) && tokens[before - 1].kind == Kind::kMonth)
            --before;
        const bool month = tokens[before].kind == Kind::kMonth;
        if (!month && !says_year(tokens[i - 1].kind)) return {};
        years.push_back({year->value, month ? tokens[before].value : 0});
    }
    return years;
}

std::int32_t fiscal_year_of(const Told& told) { return told.year + (told.month >= kFirstMonth ? 1 : 0); }

}  // namespace

std::optional<BuddhistYear> fiscal_year_told(std::string_view title) {
    const std::vector<PeriodToken> tokens = period_tokens(title);
    for (const PeriodToken& token : tokens)
        if (token.kind == Kind::kSchool) return std::nullopt;
    const std::vector<Told> years = years_in(tokens);
    if (years.empty() || years.size() > 2) return std::nullopt;
    if (years.size() == 2) {
        const bool from_month = years[0].month > 0 && years[1].month > 0;
        if (!from_month || fiscal_year_of(years[0]) != fiscal_year_of(years[1])) return std::nullopt;
    }
    return BuddhistYear{fiscal_year_of(years.back())};
}

}  // namespace tarang::values
