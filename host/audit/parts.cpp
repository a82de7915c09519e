#include "host/audit/parts.h"

#include <algorithm>
#include <array>
#include <optional>

#include "lib/values/baht.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::audit {
namespace {

std::optional<Budget> amount_of(const std::string& text, const std::string& unit) {
    const auto read = values::parse_baht(interpret::in_baht(text, unit));
    if (!read.problems.empty()) return Budget{std::nullopt, Budget::Stated::kUnreadable};
    return read.budget;
}

/// Of all parts; empty where it is larger than can be counted.
std::optional<Satang> sum_of(const std::vector<PartAmount>& parts) {
    Satang sum;
    for (const PartAmount& part : parts) {
        const std::int64_t amount = part.money.amount.value_or(Satang{}).value;
        if (__builtin_add_overflow(sum.value, amount, &sum.value)) return std::nullopt;
    }
    return sum;
}

}  // namespace

std::string unit_that_explains(const std::string& text, const Budget& amount) {
    constexpr std::array<const char*, 5> kUnits{"", "พัน", "หมื่น", "แสน", "ล้าน"};
    const auto explains = [&](const char* unit) { return amount_of(text, unit) == amount; };
    const auto* const found = std::find_if(kUnits.begin(), kUnits.end(), explains);
    return found == kUnits.end() ? "" : *found;
}

void follow_text(ActivityRecord& activity, const ExtraField& column, const std::string& before) {
    const std::string& text = column.field.text;
    for (YearTarget& target : activity.targets_by_year) {
        if (target.text == before && !before.empty()) target.text = text;
    }
    const auto part = std::find_if(activity.amounts.begin(), activity.amounts.end(), [&](const PartAmount& amount) {
        return amount.header == column.header;
    });
    if (part == activity.amounts.end()) return;
    const bool summed = activity.budget && activity.budget->stated == Budget::Stated::kSum &&
                        activity.budget->amount == sum_of(activity.amounts);
    const auto amount = amount_of(text, unit_that_explains(before, part->money));
    part->money = amount.value_or(Budget{std::nullopt, Budget::Stated::kUnreadable});
    if (summed) activity.budget->amount = sum_of(activity.amounts);
}

}  // namespace tarang::audit
