#include "host/export/json/export_json.h"

#include "host/export/json/activity_json.h"
#include "host/export/json/record_json.h"

namespace tarang::exporting {
namespace {

using Shape = JsonWriter::Shape;

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

void write_table(JsonWriter& json, const TableRecord& table, std::int32_t index, Language language) {
    std::optional<std::string> reason;
    if (table.reason) reason = message_of(*table.reason, language);
    json.begin_object();
    json.member("id", table_id(index));
    json.member("kind", name_of(table.kind));
    json.member("form", null_if_empty(table.form));
    json.member("reason", reason);
    json.member("title", table.title);
    json.member("agency", table.agency);
    json.member("fiscal_year", table.fiscal_year ? std::optional(table.fiscal_year->value) : std::nullopt);
    json.key("places").begin_array();
    for (const Place& place : table.places) write_place(json, place);
    json.end_array();
    json.key("regions").begin_array();
    for (const Region& region : table.regions) write_region(json, region);
    json.end_array();
    json.key("header").begin_array();
    for (const auto& path : table.header) write_texts(json, path);
    json.end_array();
    json.key("rows").begin_array();
    for (const auto& row : table.rows) {
        json.begin_array();
        for (const Field& cell : row) write_field(json, cell);
        json.end_array();
    }
    json.end_array();
    json.end_object();
}

void write_list_of_tables(JsonWriter& json, const std::vector<TableRecord>& tables, Language language) {
    json.key("tables").begin_array();
    for (std::size_t i = 0; i < tables.size(); ++i)
        write_table(json, tables[i], static_cast<std::int32_t>(i), language);
    json.end_array();
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

JsonExport::JsonExport(std::ostream& out, Language language)
    : out_(out), json_(out, JsonWriter::Style::kIndented), language_(language) {
    json_.begin_object();
    json_.member("schema", "tarang-export");
    json_.member("version", 2);
    json_.key("documents").begin_array();
}

void JsonExport::add(const StoredDocument& document) {
    const LedgerEntry& entry = document.entry;
    const DocumentRecords& records = document.records;
    const bool ok = entry.code == EventCode::kOk;
    json_.begin_object();
    json_.member("sha256", entry.sha256);
    json_.member("file_name", entry.file_name);
    json_.member("state", name_of(entry.shown_state()));
    json_.member("reason", ok ? std::nullopt : std::optional(message_of(entry.code, language_)));
    json_.member("page_count", entry.pages);
    write_submission(json_, document.submission);
    write_document_fields(json_, records);
    write_pages(json_, records.pages);
    write_list_of_tables(json_, records.tables, language_);
    json_.key("activities").begin_array();
    for (const ActivityRecord& activity : records.activities) {
        json_.begin_object();
        write_activity_members(json_, activity);
        json_.end_object();
    }
    json_.end_array();
    write_rows(json_, records.rows);
    write_joins(json_, records.joins);
    write_findings(json_, records.findings, language_);
    json_.end_object();
}

void JsonExport::finish() {
    json_.end_array();
    json_.end_object();
    out_ << '\n';
}

}  // namespace tarang::exporting
