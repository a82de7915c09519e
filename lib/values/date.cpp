#include "lib/values/date.h"

#include <array>
#include <cstdio>

#include "lib/values/number.h"

namespace tarang::values {

std::string format_iso(Date date) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {0, 0, 0};
    const std::size_t begins[3] = {0, 5, 8};
    const std::size_t ends[3] = {4, 7, 10};
    for (int part = 0; part < 3; ++part) {
        for (std::size_t i = begins[part]; i < ends[part]; ++i) {
            if (text[i] < '0' || text[i] > '9') return std::nullopt;
            parts[part] = parts[part] * 10 + (text[i] - '0');
        }
    }
    const Date date{std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])),
                    std::chrono::day(static_cast<unsigned>(parts[2]))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

Date first_of_month(int year, unsigned month) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(1)};
}

Date last_of_month(int year, unsigned month) {
    return std::chrono::year_month_day_last{std::chrono::year(year),
                                            std::chrono::month_day_last(std::chrono::month(month))};
}

std::optional<BuddhistYear> parse_year(std::string_view digits) {
    const auto value = parse_integer(digits);
    if (!value) return std::nullopt;
    const auto year = static_cast<std::int32_t>(*value);
    if (*value >= 2400 && *value <= 2700) return BuddhistYear{year};
    if (*value >= 1950 && *value <= 2100) return BuddhistYear{year + kEraOffset};
    if (*value >= 1 && *value <= 99) return BuddhistYear{2500 + year};
    return std::nullopt;
}

}  // namespace tarang::values
