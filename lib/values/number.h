// Numbers as Thai reports print them: Thai or ASCII digits, comma groups, decimals.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tarang::values {

/// An exact decimal: `units` / 10^`scale`.
struct Decimal {
    std::int64_t units = 0;
    std::int32_t scale = 0;  ///< digits after the point, 0..9
    bool operator==(const Decimal&) const = default;
};

/// The one number that the text is; white space around it is ignored, a leading minus allowed.
/// Commas must stand in groups of three ("1,234,567") or not at all. Empty for anything else, and beyond 18
/// digits.
std::optional<Decimal> parse_number(std::string_view text);

/// A whole number without sign or separators ("๑๒"); empty for anything else.
std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace tarang::values
