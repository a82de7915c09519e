#include "pipeline/values/baht.h"

#include "pipeline/values/number.h"

namespace tarang::values {

BahtResult parse_baht(std::string_view text) {
    if (text.find_first_not_of(" \t\n") == std::string_view::npos) return {};
    if (text == "-") return {Budget{std::nullopt, Budget::Stated::kNone}, {}};
    if (const auto number = parse_number(text); number && number->scale == 0) {
        return {Budget{Satang{number->units * 100}, Budget::Stated::kAmount}, {}};
    }
    return {Budget{std::nullopt, Budget::Stated::kUnreadable},
            {{FindingCode::kBudgetUnreadable, {std::string(text)}}}};
}

std::string format_satang(Satang amount) {
    const bool negative = amount.value < 0;
    const std::uint64_t satang =
        negative ? 0 - static_cast<std::uint64_t>(amount.value) : static_cast<std::uint64_t>(amount.value);
    std::string text = std::to_string(satang % 100);
    if (text.size() < 2) text.insert(0, 1, '0');
    return (negative ? "-" : "") + std::to_string(satang / 100) + "." + text;
}

}  // namespace tarang::values
