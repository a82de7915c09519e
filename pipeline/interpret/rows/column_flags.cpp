#include "pipeline/interpret/rows/column_flags.h"

#include <algorithm>
#include <string>

#include "models/flags.h"
#include "pipeline/interpret/forms/choice.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {
namespace {

/// Of columns under one header the first that has words.
const Field* filled_under(const std::vector<std::string>& header, const ActivityRecord& activity) {
    const auto found =
        std::find_if(activity.extra.begin(), activity.extra.end(), [&header](const ExtraField& extra) {
            return extra.header == header && !trimmed(extra.field.text).empty();
        });
    return found == activity.extra.end() ? nullptr : &found->field;
}

}  // namespace

std::vector<Finding> doubtful_units(const TableUnits& units, const ColumnMap& map,
                                    const ActivityRecord& activity) {
    std::vector<Finding> findings;
    const auto add = [&](const std::string& name, const Field& field) {
        findings.push_back(
            finding_on(activity, name, field, FindingCode::kMoneyUnitDoubtful, {excerpt(units.doubtful)}));
    };
    for (const FieldKey key : kMoneyKeys) {
        const auto& field = activity.field(key);
        if (field && *activity.money(key) && (*activity.money(key))->amount)
            add(std::string(name_of(key)), *field);
    }
    for (const ExtraField& extra : activity.extra) {
        const auto column = std::find(map.headers.begin(), map.headers.end(), extra.header);
        const auto& part = map.parts[static_cast<std::size_t>(column - map.headers.begin())];
        if (part && part->kind == PartColumn::Kind::kMoney && !is_blank(extra.field.text))
            add(name_of(extra), extra.field);
    }
    return findings;
}

std::vector<Finding> doubtful_headers(const std::vector<bool>& doubtful, const ColumnMap& map,
                                      const ActivityRecord& activity) {
    std::vector<Finding> findings;
    for (std::size_t column = 0; column < doubtful.size(); ++column) {
        if (!doubtful[column]) continue;
        const auto key = map.keys[column] ? field_of(*map.keys[column]) : std::nullopt;
        const std::string name =
            key ? std::string(name_of(*key)) : name_of(ExtraField{map.headers[column], {}});
        const Field* field = key ? field_named(activity, name) : filled_under(map.headers[column], activity);
        const bool lost = map.keys[column] == ColumnKey::kPeriod;  // its column has no words at all
        if (field == nullptr || (trimmed(field->text).empty() && !lost)) continue;
        findings.push_back(finding_on(activity, name, *field, FindingCode::kHeaderDoubtful,
                                      {excerpt(joined(map.headers[column]))}));
    }
    return findings;
}

}  // namespace tarang::interpret
