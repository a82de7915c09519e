#include "host/audit/reparse.h"

#include <algorithm>
#include <array>

#include "host/audit/typed_text.h"
#include "lib/values/baht.h"

namespace tarang::audit {
namespace {

const std::optional<Budget>& amount_in(const ActivityRecord& activity, FieldKey key) {
    return key == FieldKey::kBudget ? activity.budget : activity.spent;
}

/// The unit in which the column's extracted amounts are what its texts say; empty: baht.
std::string unit_of(const DocumentRecords& extracted, FieldKey key, const Reading& baht) {
    constexpr std::array<const char*, 4> kUnits{"พัน", "หมื่น", "แสน", "ล้าน"};
    for (const ActivityRecord& activity : extracted.activities) {
        const auto& amount = amount_in(activity, key);
        if (!activity.field(key) || !amount || !amount->amount) continue;
        if (values::parse_baht(activity.field(key)->text).budget == amount) continue;
        for (const char* unit : kUnits) {
            ActivityRecord read = activity;
            Reading reading = baht;
            reading.units = {unit, unit};
            reparse(read, key, reading);
            if (amount_in(read, key) == amount) return unit;
        }
    }
    return {};
}

}  // namespace

Reading reading_of(const DocumentRecords& extracted) {
    const auto* form = interpret::shipped_profile(extracted.profile);
    Reading reading{
        form != nullptr ? *form : interpret::shipped_profiles().front(), extracted.fiscal_year, {}};
    const Reading baht = reading;
    reading.units = {unit_of(extracted, FieldKey::kBudget, baht), unit_of(extracted, FieldKey::kSpent, baht)};
    return reading;
}

std::vector<Finding> reparse(ActivityRecord& activity, FieldKey key, const Reading& reading) {
    ActivityRecord read = activity;
    copy_value(ActivityRecord{}, key, read);
    std::vector<Finding> findings =
        interpret::fill_typed_values(read, reading.form, reading.fiscal_year, reading.units);
    copy_value(read, key, activity);
    // Without a column of its own the number stands before the activity's text.
    if (key == FieldKey::kActivity && !activity.field(FieldKey::kNumber)) activity.number = read.number;
    std::erase_if(findings, [key](const Finding& finding) { return finding.field != name_of(key); });
    return findings;
}

std::optional<std::string> value_typed(std::string_view typed, FieldKey key, const Reading& reading) {
    ActivityRecord activity;
    if (set_value(activity, key, typed)) return std::string(typed);
    activity.field(key) = Field{};
    activity.field(key)->text = typed;
    if (!reparse(activity, key, reading).empty()) return std::nullopt;
    return value_text(activity, key);
}

}  // namespace tarang::audit
