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

std::optional<std::int32_t> number_or_null(const std::optional<BuddhistYear>& year) {
    return year ? std::optional(year->value) : std::nullopt;
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
        json.key("header");
        write_texts(json, column.header);
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
    json.member("school_year", number_or_null(period->school_year));
    json.member("term", period->term);
    json.end_object();
}

void write_money_members(JsonWriter& json, const Budget& money) {
    const auto amount = money.amount ? std::optional(values::format_satang(*money.amount)) : std::nullopt;
    json.member("amount", amount);
    json.member("currency", "THB");
    json.member("stated", name_of(money.stated));
}

void write_money(JsonWriter& json, const std::optional<Budget>& budget) {
    if (!budget) return json.null();
    json.begin_object(Shape::kInline);
    write_money_members(json, *budget);
    json.end_object();
}

void write_actual(JsonWriter& json, const Actual& actual) {
    json.key("actual").begin_object();
    json.key("period");
    write_period(json, actual.period);
    json.key("budget");
    write_money(json, actual.budget);
    json.end_object();
}

void write_progress(JsonWriter& json, const std::optional<Percent>& progress) {
    json.key("progress");
    if (!progress) return json.null();
    json.begin_object(Shape::kInline);
    json.member("percent", values::format_satang({progress->hundredths}));  // hundredths of one, too
    json.end_object();
}

void write_amounts(JsonWriter& json, const std::vector<PartAmount>& amounts) {
    json.key("amounts").begin_array();
    for (const PartAmount& part : amounts) {
        json.begin_object(Shape::kInline);
        json.key("header");
        write_texts(json, part.header);
        json.member("by", name_of(part.by));
        json.member("year", number_or_null(part.year));
        write_money_members(json, part.money);
        json.end_object();
    }
    json.end_array();
}

void write_targets_by_year(JsonWriter& json, const std::vector<YearTarget>& targets) {
    json.key("targets_by_year").begin_array();
    for (const YearTarget& target : targets) {
        json.begin_object(Shape::kInline);
        json.member("year", target.year.value);
        json.member("text", target.text);
        json.end_object();
    }
    json.end_array();
}

/// The other tables by their ids.
void write_also_in(JsonWriter& json, const std::vector<Appearance>& also_in) {
    json.key("also_in").begin_array(Shape::kInline);
    for (const Appearance& other : also_in) json.value(table_id(other.table));
    json.end_array();
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
    json.member("table", table_id(activity.table));
    write_also_in(json, activity.also_in);
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
    write_actual(json, activity.actual);
    for (const FieldKey key : kMoneyKeys) {
        json.key(name_of(key));
        write_money(json, *activity.money(key));
    }
    write_progress(json, activity.progress);
    write_amounts(json, activity.amounts);
    write_targets_by_year(json, activity.targets_by_year);
    json.member("status", name_or_null(activity.status));
    write_steps(json, activity);
    write_targets(json, activity.targets);
}

}  // namespace tarang::exporting
