#include "pipeline/values/period.h"

namespace tarang::values {

PeriodResult parse_period(std::string_view text, std::optional<BuddhistYear> fiscal_year) {
    static_cast<void>(fiscal_year);
    if (text.find_first_not_of(" \t\n-") == std::string_view::npos) return {};
    return {std::nullopt, {{FindingCode::kPeriodUnreadable, {std::string(text)}}}};
}

}  // namespace tarang::values
