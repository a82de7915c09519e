#include "pipeline/interpret/values/stored.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "lib/values/date.h"
#include "lib/values/number.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

constexpr std::chrono::year kLastYear{2060};
constexpr std::int64_t kOneBaht = 100;  // shown amounts are rounded to no more

/// The stored value of a field that one cell of a sheet gave, where it is another than what is shown.
std::optional<std::string> stored_of(const Field& field) {
    if (field.fragments.size() != 1) return std::nullopt;
    const Fragment& fragment = field.fragments.front();
    const bool sheet = fragment.place && fragment.place->kind == Place::Kind::kSheet;
    if (!sheet || fragment.raw.empty() || fragment.raw == field.text) return std::nullopt;
    return fragment.raw;
}

std::optional<std::int64_t> satang_of(const std::string& stored) {
    const auto number = values::parse_number(stored);
    if (!number || number->scale > 9) return std::nullopt;
    std::int64_t units = number->units;
    for (int i = number->scale; i < 2; ++i) {
        if (__builtin_mul_overflow(units, std::int64_t{10}, &units)) return std::nullopt;
    }
    for (int i = number->scale; i > 2; --i)
        units = units / 10 + (i == 3 && std::abs(units % 10) >= 5 ? (units < 0 ? -1 : 1) : 0);
    return units;
}

void settle_money(ActivityRecord& activity) {
    for (const FieldKey key : kMoneyKeys) {
        const auto& field = activity.field(key);
        auto* money = activity.money(key);
        if (!field || money == nullptr || !*money || !(*money)->amount) continue;
        const auto stored = stored_of(*field);
        const auto satang = stored ? satang_of(*stored) : std::nullopt;
        if (satang && std::abs((*money)->amount->value - *satang) < kOneBaht)
            (*money)->amount = Satang{*satang};
    }
}

bool is_about_period(FindingCode code) { return std::string_view(name_of(code)).starts_with("period_"); }

void settle_period(ActivityRecord& activity, std::vector<Finding>& findings) {
    const auto& field = activity.field(FieldKey::kPeriod);
    const auto stored = field ? stored_of(*field) : std::nullopt;
    const auto day = stored ? values::parse_iso(*stored) : std::nullopt;
    // A Buddhist year typed as a common one is flagged already, and the picture says what was meant.
    if (!day || day->year() > kLastYear) return;
    const std::string name(name_of(FieldKey::kPeriod));
    const bool dated = activity.period && activity.period->start && activity.period->end;
    const auto at = std::chrono::sys_days(*day);
    if (dated && std::chrono::sys_days(*activity.period->start) <= at &&
        at <= std::chrono::sys_days(*activity.period->end))
        return;
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.activity_id == activity.id && finding.field == name && is_about_period(finding.code);
    });
    if (dated)
        findings.push_back(
            finding_on(activity, name, *field, FindingCode::kStoredDateDoubtful,
                       {cell_name(*field->fragments.front().place), field->text, *stored, "?"}));
    activity.period = Period{*day, *day, {}};
}

}  // namespace

void settle_stored(DocumentRecords& records) {
    for (ActivityRecord& activity : records.activities) {
        settle_money(activity);
        settle_period(activity, records.findings);
    }
}

}  // namespace tarang::interpret
