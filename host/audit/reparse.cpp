#include "host/audit/reparse.h"

#include <algorithm>

#include "host/audit/parts.h"
#include "host/audit/typed_text.h"

namespace tarang::audit {
namespace {

const TableRecord* table_of(const DocumentRecords& records, const ActivityRecord& activity) {
    const auto index = static_cast<std::size_t>(activity.table);
    return activity.table >= 0 && index < records.tables.size() ? &records.tables[index] : nullptr;
}

/// The unit in which the table's extracted amounts are what its texts say; empty: baht.
std::string unit_of(const DocumentRecords& extracted, std::int32_t table, FieldKey key) {
    for (const ActivityRecord& activity : extracted.activities) {
        const auto& amount = *activity.money(key);
        if (activity.table != table || !activity.field(key)) continue;
        if (!amount || amount->stated != Budget::Stated::kAmount) continue;
        std::string unit = unit_that_explains(activity.field(key)->text, *amount);
        if (!unit.empty()) return unit;
    }
    return {};
}

const interpret::Profile& form_named(const std::string& name, std::span<const interpret::Profile> taught) {
    const auto own = std::find_if(taught.begin(), taught.end(),
                                  [&name](const interpret::Profile& form) { return form.name == name; });
    if (own != taught.end()) return *own;
    const auto* shipped = interpret::shipped_profile(name);
    return shipped != nullptr ? *shipped : interpret::shipped_profiles().front();
}

}  // namespace

const interpret::Profile& form_of(const DocumentRecords& extracted,
                                  std::span<const interpret::Profile> taught) {
    return form_named(extracted.profile, taught);
}

Reading reading_of(const DocumentRecords& extracted, const ActivityRecord& record,
                   std::span<const interpret::Profile> taught) {
    const TableRecord* table = table_of(extracted, record);
    const bool named = table != nullptr && !table->form.empty();
    Reading reading{form_named(named ? table->form : extracted.profile, taught),
                    table != nullptr && table->fiscal_year ? table->fiscal_year : extracted.fiscal_year,
                    {}};
    for (const FieldKey key : kMoneyKeys) reading.units.of(key) = unit_of(extracted, record.table, key);
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
