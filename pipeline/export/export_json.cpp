#include "pipeline/export/export_json.h"

#include "pipeline/export/record_json.h"
#include "pipeline/values/baht.h"
#include "pipeline/values/date.h"

namespace tarang::exporting {
namespace {

using Shape = JsonWriter::Shape;

template <typename Enum>
std::optional<std::string_view> name_or_null(const std::optional<Enum>& value) {
    return value ? std::optional(name_of(*value)) : std::nullopt;
}

std::optional<std::string> text_of(const std::optional<Field>& field) {
    return field ? std::optional(field->text) : std::nullopt;
}

std::optional<std::string> iso_of(const std::optional<Date>& date) {
    return date ? std::optional(values::format_iso(*date)) : std::nullopt;
}

void write_document_fields(JsonWriter& json, const DocumentRecords& records) {
    std::optional<std::int64_t> year;
    if (records.fiscal_year) year = records.fiscal_year->value;
    json.member("title", text_of(records.title));
    json.member("agency", text_of(records.agency));
    json.member("fiscal_year", year);
    json.key("fields").begin_object();
    json.key("title");
    write_field(json, records.title);
    json.key("agency");
    write_field(json, records.agency);
    json.key("fiscal_year");
    write_field(json, records.fiscal_year_field);
    json.end_object();
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

void write_activity(JsonWriter& json, const ActivityRecord& activity) {
    json.begin_object();
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
    json.end_object();
}

void write_rows(JsonWriter& json, const std::vector<OtherRow>& rows) {
    json.key("rows").begin_array();
    for (const OtherRow& row : rows) {
        json.begin_object();
        json.member("kind", name_of(row.kind));
        json.key("cells").begin_array();
        for (const Field& cell : row.cells) write_field(json, cell);
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

void write_joins(JsonWriter& json, const std::vector<JoinRecord>& joins) {
    json.key("joins").begin_array();
    for (const JoinRecord& join : joins) {
        json.begin_object(Shape::kInline);
        json.member("activity_id", null_if_empty(join.activity_id));
        json.key("pages").begin_array();
        json.value(join.upper.value);
        json.value(join.lower.value);
        json.end_array();
        json.member("reason", name_of(join.reason));
        json.member("confidence", join.confidence);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

ExportWriter::ExportWriter(std::ostream& out, Language language)
    : out_(out), json_(out, JsonWriter::Style::kIndented), language_(language) {
    json_.begin_object();
    json_.member("schema", "tarang-export");
    json_.member("version", 1);
    json_.key("documents").begin_array();
}

void ExportWriter::add(const StoredDocument& document) {
    const LedgerEntry& entry = document.entry;
    const DocumentRecords& records = document.records;
    const bool ok = entry.code == EventCode::kOk;
    json_.begin_object();
    json_.member("sha256", entry.sha256);
    json_.member("file_name", entry.file_name);
    json_.member("state", name_of(entry.shown_state()));
    json_.member("reason", ok ? std::nullopt : std::optional(message_of(entry.code, language_)));
    json_.member("page_count", entry.pages);
    write_document_fields(json_, records);
    write_pages(json_, records.pages);
    json_.key("activities").begin_array();
    for (const ActivityRecord& activity : records.activities) write_activity(json_, activity);
    json_.end_array();
    write_rows(json_, records.rows);
    write_joins(json_, records.joins);
    write_findings(json_, records.findings, language_);
    json_.end_object();
}

void ExportWriter::finish() {
    json_.end_array();
    json_.end_object();
    out_ << '\n';
}

}  // namespace tarang::exporting
