#include "host/export/json/activity_json.h"

#include "host/export/json/record_json.h"
#include "lib/values/baht.h"
#include "lib/values/date.h"

namespace tarang::exporting {
namespace {

using Shape = JsonWriter::Shape;

template <typename Enum>
std::optional<std::string_view> name_or_null(const std::optional<Enum>& value) {
    return value ? std::optional(name_of(*value)) : std::nullopt;
}

std::optional<std::string> iso_of(const std::optional<Date>& date) {
    return date ? std::optional(values::format_iso(*date)) : std::nullopt;
}

void write_columns(JsonWriter& json, const ActivityRecord& activity) {
    json.key("fields").begin_object();
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (!activity.fields[i]) continue;
        json.key(name_of(static_cast<FieldKey>(i)));
        write_field(json, activity.fields[i]);
    }
    json.end_object();
}

void write_extra(JsonWriter& json, const std::vector<ExtraField>& extra) {
    json.key("extra").begin_array();
    for (const ExtraField& column : extra) {
        json.begin_object();
        json.key("header").begin_array(Shape::kInline);
        for (const std::string& level : column.header) json.value(level);
        json.end_array();
        write_field_members(json, column.field);
        json.end_object();
    }
    json.end_array();
}

void write_period(JsonWriter& json, const std::optional<Period>& period) {
    // A period in which nothing is known is none.
    if (!period || *period == Period{}) return json.null();
    json.begin_object(Shape::kInline);
    json.member("start", iso_of(period->start));
    json.member("end", iso_of(period->end));
    json.key("quarters");
    if (period->quarters.empty()) {
        json.null();
    } else {
        json.begin_array();
        for (const std::uint8_t quarter : period->quarters) json.value(quarter);
        json.end_array();
    }
    json.end_object();
}

void write_money(JsonWriter& json, const std::optional<Budget>& budget) {
    if (!budget) return json.null();
    const auto amount = budget->amount ? std::optional(values::format_satang(*budget->amount)) : std::nullopt;
    json.begin_object(Shape::kInline);
    json.member("amount", amount);
    json.member("currency", "THB");
    json.member("stated", name_of(budget->stated));
    json.end_object();
}

void write_steps(JsonWriter& json, const ActivityRecord& activity) {
    json.member("steps_intro", activity.steps_intro);
    json.key("steps").begin_array();
    for (const Step& step : activity.steps) {
        json.begin_object(Shape::kInline);
        json.member("number", step.number);
        json.member("text", step.text);
        json.end_object();
    }
    json.end_array();
}

void write_targets(JsonWriter& json, const std::optional<Targets>& targets) {
    json.key("targets");
    if (!targets || *targets == Targets{}) return json.null();
    json.begin_object();
    json.member("quantitative", targets->quantitative);
    json.member("qualitative", targets->qualitative);
    json.end_object();
}

}  // namespace

void write_activity_members(JsonWriter& json, const ActivityRecord& activity) {
    json.member("id", activity.id);
    json.member("number", null_if_empty(activity.number));
    json.member("strategy", activity.strategy);
    json.member("project", activity.project);
    json.key("headings").begin_array();
    for (const Field& heading : activity.headings) write_field(json, heading);
    json.end_array();
    write_columns(json, activity);
    write_extra(json, activity.extra);
    json.key("period");
    write_period(json, activity.period);
    json.key("budget");
    write_money(json, activity.budget);
    json.key("spent");
    write_money(json, activity.spent);
    json.member("status", name_or_null(activity.status));
    write_steps(json, activity);
    write_targets(json, activity.targets);
}

}  // namespace tarang::exporting
