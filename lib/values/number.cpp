#include "lib/values/number.h"

#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::values {

namespace {

constexpr std::size_t kMostDigits = 18;
constexpr std::int32_t kMostDecimals = 9;

std::u32string trimmed(std::string_view text) {
    std::u32string letters = thai::fold_digits(thai::decode(text));
    const auto outside = [](char32_t c) { return thai::is_space(c) || thai::is_ignorable(c); };
    while (!letters.empty() && outside(letters.back())) letters.pop_back();
    std::size_t begin = 0;
    while (begin < letters.size() && outside(letters[begin])) ++begin;
    return letters.substr(begin);
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

/// The digits before the point, commas checked and taken out; empty where they are wrong.
std::u32string whole_digits(std::u32string_view text) {
    std::u32string digits;
    std::size_t group = 0;
    bool grouped = false;
    for (const char32_t c : text) {
        if (c == ',') {
            const bool right = grouped ? group == 3 : group >= 1 && group <= 3;
            if (!right) return {};
            grouped = true;
            group = 0;
        } else if (is_ascii_digit(c)) {
            digits.push_back(c);
            ++group;
        } else {
            return {};
        }
    }
    return grouped && group != 3 ? std::u32string() : digits;
}

}  // namespace

std::optional<Decimal> parse_number(std::string_view text) {
    std::u32string letters = trimmed(text);
    const bool negative = !letters.empty() && (letters[0] == '-' || letters[0] == 0x2212);
    if (negative) letters.erase(0, 1);
    const std::size_t point = letters.find(U'.');
    const std::u32string whole = whole_digits(std::u32string_view(letters).substr(0, point));
    const std::u32string decimals = point == std::u32string::npos ? U"" : letters.substr(point + 1);
    const bool decimals_right = point == std::u32string::npos || !decimals.empty();
    if (whole.empty() || !decimals_right || whole.size() + decimals.size() > kMostDigits) return std::nullopt;
    if (decimals.size() > static_cast<std::size_t>(kMostDecimals)) return std::nullopt;
    Decimal result{0, static_cast<std::int32_t>(decimals.size())};
    for (const char32_t c : whole + decimals) {
        if (!is_ascii_digit(c)) return std::nullopt;
        result.units = result.units * 10 + static_cast<std::int64_t>(c - '0');
    }
    if (negative) result.units = -result.units;
    return result;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    const std::u32string letters = trimmed(text);
    if (letters.empty() || letters.size() > kMostDigits) return std::nullopt;
    std::int64_t value = 0;
    for (const char32_t c : letters) {
        if (!is_ascii_digit(c)) return std::nullopt;
        value = value * 10 + static_cast<std::int64_t>(c - '0');
    }
    return value;
}

}  // namespace tarang::values
