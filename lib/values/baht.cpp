#include "lib/values/baht.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "lib/values/baht_tokens.h"
#include "lib/values/excerpt.h"
#include "lib/values/letters.h"
#include "lib/values/number.h"

namespace tarang::values {

namespace {

using Kind = BahtToken::Kind;

/// A hundred trillion baht: more than any budget, and far from overflow.
constexpr std::int64_t kMostSatang = 10'000'000'000'000'000;

BahtResult unreadable(FindingCode code, std::string argument) {
    return {Budget{std::nullopt, Budget::Stated::kUnreadable}, {{code, {std::move(argument)}}}};
}

/// units / 10^scale * 10^power baht in satang; empty where it is not a whole number of satang or too large.
std::optional<Satang> satang_of(const Decimal& number, int power_of_ten) {
    std::int64_t value = number.units;
    for (int shift = 2 + power_of_ten - number.scale; shift != 0; shift += shift > 0 ? -1 : 1) {
        if (shift > 0) {
            if (value > kMostSatang / 10) return std::nullopt;
            value *= 10;
        } else {
            if (value % 10 != 0) return std::nullopt;
            value /= 10;
        }
    }
    return value > kMostSatang ? std::nullopt : std::optional(Satang{value});
}

/// One amount of the cell, as printed and as read.
struct Amount {
    std::string printed;
    std::optional<Satang> value;
};

/// The power of ten that the words after a number say ("ล้าน" 6, "แสนล้าน" 11), and moves past them.
int take_unit(const std::vector<BahtToken>& tokens, std::size_t& at) {
    int power = 0;
    while (at < tokens.size() && tokens[at].kind == Kind::kUnit) power += tokens[at++].power_of_ten;
    return std::min(power, 24);
}

/// ".-" right after the number, or a dash on the same line.
void take_end_sign(const std::vector<BahtToken>& tokens, std::size_t& at) {
    if (at >= tokens.size()) return;
    const bool dash = tokens[at].kind == Kind::kDash && !tokens[at].line_start;
    if (dash || tokens[at].kind == Kind::kEnd) ++at;
}

Amount amount_at(const std::vector<BahtToken>& tokens, std::size_t& at) {
    const BahtToken& token = tokens[at++];
    const int power = take_unit(tokens, at);
    take_end_sign(tokens, at);
    const auto number = parse_number(token.text);
    // More than two decimals are satang only with a unit ("1.234 ล้านบาท"): "21.000" is a slip for a comma.
    if (!number || token.doubtful || (power == 0 && number->scale > 2)) return {token.text, std::nullopt};
    return {token.text, satang_of(*number, power)};
}

std::string listed(const std::vector<Amount>& amounts) {
    std::string text;
    for (const Amount& amount : amounts) text += (text.empty() ? "" : "; ") + amount.printed;
    return excerpt(text);
}

/// All that a cell says.
struct Reading {
    std::vector<Amount> amounts;
    bool none = false;     ///< a dash or "ไม่มี"
    bool unknown = false;  ///< words that are not understood
};

Reading read(const std::vector<BahtToken>& tokens) {
    Reading reading;
    for (std::size_t at = 0; at < tokens.size();) {
        if (tokens[at].kind == Kind::kNumber) {
            reading.amounts.push_back(amount_at(tokens, at));
            continue;
        }
        reading.none = reading.none || tokens[at].kind == Kind::kDash || tokens[at].kind == Kind::kNone;
        const bool misplaced = tokens[at].kind == Kind::kUnit || tokens[at].kind == Kind::kEnd;
        reading.unknown = reading.unknown || misplaced || tokens[at].kind == Kind::kUnknown;
        ++at;
    }
    return reading;
}

}  // namespace

BahtResult parse_baht(std::string_view text) {
    const std::vector<BahtToken> tokens = baht_tokens(text);
    if (tokens.empty()) return {};
    const Reading reading = read(tokens);
    const std::vector<Amount>& amounts = reading.amounts;
    const bool same = std::all_of(amounts.begin(), amounts.end(),
                                  [&](const Amount& amount) { return amount.value == amounts[0].value; });
    const bool readable =
        std::all_of(amounts.begin(), amounts.end(), [](const Amount& a) { return a.value.has_value(); });
    if (reading.unknown || !readable) return unreadable(FindingCode::kBudgetUnreadable, excerpt(text));
    if (!same) return unreadable(FindingCode::kBudgetTwoNumbers, listed(amounts));
    if (reading.none == !amounts.empty()) return unreadable(FindingCode::kBudgetUnreadable, excerpt(text));
    if (reading.none) return {Budget{std::nullopt, Budget::Stated::kNone}, {}};
    return {Budget{amounts[0].value, Budget::Stated::kAmount}, {}};
}

BahtResult parse_balance(std::string_view text) {
    const std::vector<Letter> letters = letters_of(text);
    if (letters.size() < 2) return parse_baht(text);
    const auto is_minus = [](char32_t c) { return c == U'-' || c == 0x2212 || c == 0x2013; };
    const bool bracketed = letters.front().c == U'(' && letters.back().c == U')';
    const bool minus =
        is_minus(letters.front().c) && letters[1].c >= U'0' && letters[1].c <= U'9' && !letters[1].gap_before;
    if (!bracketed && !minus) return parse_baht(text);
    const std::size_t sign = text.find_first_not_of(" \t\n");
    const std::size_t length = static_cast<unsigned char>(text[sign]) < 0x80 ? 1 : 3;
    BahtResult result = parse_baht(bracketed ? text : text.substr(sign + length));
    if (result.budget && result.budget->amount) result.budget->amount->value = -result.budget->amount->value;
    return result;
}

std::string format_satang(Satang amount) {
    const bool negative = amount.value < 0;
    const auto bits = static_cast<std::uint64_t>(amount.value);
    const std::uint64_t satang = negative ? 0 - bits : bits;
    std::string text = negative ? "-" : "";
    text += std::to_string(satang / 100);
    text += satang % 100 < 10 ? ".0" : ".";
    text += std::to_string(satang % 100);
    return text;
}

}  // namespace tarang::values
