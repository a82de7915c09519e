#include "pipeline/interpret/values/money.h"

#include <utility>

#include "lib/thai/digits.h"

namespace tarang::interpret {

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
    const std::string whole = in_baht(text, unit);
    return key == FieldKey::kRemaining ? values::parse_balance(whole) : values::parse_baht(whole);
}

}  // namespace tarang::interpret
