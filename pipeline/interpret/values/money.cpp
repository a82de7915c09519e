#include "pipeline/interpret/values/money.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "lib/thai/digits.h"

namespace tarang::interpret {
namespace {

/// "68,000 บาท (งบจังหวัด)": a source of money in brackets behind an amount in baht says nothing of how much it
/// is. Other brackets may ("ต่อคน", the amount in words).
std::string without_source(const std::string& text) {
    constexpr std::string_view kBaht = "บาท";
    constexpr std::array<std::string_view, 5> kSources{"งบ", "เงิน", "กองทุน", "อุดหนุน", "แหล่ง"};
    const std::size_t baht = text.find(kBaht);
    if (baht == std::string::npos) return text;
    const std::size_t open = text.find_first_not_of(" \n", baht + kBaht.size());
    if (open == std::string::npos || text[open] != '(' || text.find_last_not_of(" \n") != text.rfind(')'))
        return text;
    const std::string source = thai::fold_digits(text.substr(open + 1));
    const bool named = std::any_of(kSources.begin(), kSources.end(),
                                   [&source](std::string_view word) { return source.starts_with(word); });
    if (!named || source.find_first_of("0123456789(") != std::string::npos) return text;
    return text.substr(0, open);
}

}  // namespace

const std::string& MoneyUnits::of(FieldKey key) const {
    switch (key) {
        case FieldKey::kSpent:
            return spent;
        case FieldKey::kCommitted:
            return committed;
        case FieldKey::kRemaining:
            return remaining;
        default:
            return budget;
    }
}

std::string& MoneyUnits::of(FieldKey key) { return const_cast<std::string&>(std::as_const(*this).of(key)); }

std::string in_baht(const std::string& text, const std::string& unit) {
    if (unit.empty()) return text;
    const std::string folded = thai::fold_digits(text);
    const bool plain = folded.find_first_of("0123456789") != std::string::npos &&
                       text.find("บาท") == std::string::npos && text.find(unit) == std::string::npos;
    return plain ? text + " " + unit : text;
}

values::BahtResult money_in(const std::string& text, const std::string& unit, FieldKey key) {
    const std::string whole = in_baht(without_source(text), unit);
    return key == FieldKey::kRemaining ? values::parse_balance(whole) : values::parse_baht(whole);
}

}  // namespace tarang::interpret
