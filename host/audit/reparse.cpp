#include "host/audit/reparse.h"

#include <algorithm>

#include "host/audit/parts.h"
#include "host/audit/typed_text.h"

namespace tarang::audit {
namespace {

/// The unit in which the column's extracted amounts are what its texts say; empty: baht.
std::string unit_of(const DocumentRecords& extracted, FieldKey key) {
    for (const ActivityRecord& activity : extracted.activities) {
        const auto& amount = *activity.money(key);
        if (!activity.field(key) || !amount || amount->stated != Budget::Stated::kAmount) continue;
        std::string unit = unit_that_explains(activity.field(key)->text, *amount);
        if (!unit.empty()) return unit;
    }
    return {};
}

}  // namespace

Reading reading_of(const DocumentRecords& extracted) {
    const auto* form = interpret::shipped_profile(extracted.profile);
    Reading reading{
        form != nullptr ? *form : interpret::shipped_profiles().front(), extracted.fiscal_year, {}};
    for (const FieldKey key : kMoneyKeys) reading.units.of(key) = unit_of(extracted, key);
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
    if (key == FieldKey::kNumber && !typed.empty() && !is_number(typed)) return std::nullopt;
    if (set_value(activity, key, typed)) return value_text(activity, key);
    activity.field(key) = Field{};
    activity.field(key)->text = typed;
    if (!reparse(activity, key, reading).empty()) return std::nullopt;
    return value_text(activity, key);
}

}  // namespace tarang::audit
