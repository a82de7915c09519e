#include "host/export/json/export_jsonl.h"

#include <map>

#include "host/export/json/activity_json.h"
#include "host/export/json/json_writer.h"
#include "host/export/json/record_json.h"

namespace tarang::exporting {
namespace {

void write_document(JsonWriter& json, const StoredDocument& document) {
    const DocumentRecords& records = document.records;
    std::optional<std::int64_t> year;
    if (records.fiscal_year) year = records.fiscal_year->value;
    json.key("document").begin_object();
    json.member("sha256", document.entry.sha256);
    json.member("file_name", document.entry.file_name);
    json.member("state", name_of(document.entry.shown_state()));
    write_submission(json, document.submission);
    json.member("title", text_of(records.title));
    json.member("agency", text_of(records.agency));
    json.member("fiscal_year", year);
    json.end_object();
}

/// What kind of table it stands in; null where the table is not known.
void write_table_of(JsonWriter& json, const DocumentRecords& records, const ActivityRecord& activity) {
    const auto index = static_cast<std::size_t>(activity.table);
    const TableRecord* table = index < records.tables.size() ? &records.tables[index] : nullptr;
    json.member("table_kind", table ? std::optional(name_of(table->kind)) : std::nullopt);
    json.member("table_form", table ? null_if_empty(table->form) : std::nullopt);
}

}  // namespace

void JsonlExport::add(const StoredDocument& document) {
    std::map<std::string, std::vector<Finding>> findings;  // by activity
    for (const Finding& finding : document.records.findings) findings[finding.activity_id].push_back(finding);

    for (const ActivityRecord& activity : document.records.activities) {
        JsonWriter json(out_, JsonWriter::Style::kLine);
        json.begin_object();
        json.member("schema", "tarang-activity");
        json.member("version", 2);
        write_document(json, document);
        write_table_of(json, document.records, activity);
        write_activity_members(json, activity);
        write_findings(json, findings[activity.id], language_);
        json.end_object();
        out_ << '\n';
    }
}

}  // namespace tarang::exporting
