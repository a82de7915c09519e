#include "host/export/json/tables_json.h"

#include "host/export/json/record_json.h"

namespace tarang::exporting {
namespace {

void write_cell(JsonWriter& json, const CleanCell& cell) {
    json.begin_object();
    json.member("row", cell.row);
    json.member("column", cell.column);
    json.member("row_span", cell.row_span);
    json.member("column_span", cell.column_span);
    json.member("header", cell.header);
    json.member("text", cell.value.text);
    json.member("confidence", cell.value.confidence);
    write_fragments(json, cell.value.fragments);
    json.end_object();
}

void write_table(JsonWriter& json, const CleanTable& table) {
    json.begin_object();
    json.key("pages").begin_array(JsonWriter::Shape::kInline);
    for (const PageNumber page : table.pages) json.value(page.value);
    json.end_array();
    json.member("rows", table.rows);
    json.member("columns", table.columns);
    json.member("header_rows", table.header_rows);
    json.key("cells").begin_array();
    for (const CleanCell& cell : table.cells) write_cell(json, cell);
    json.end_array();
    json.end_object();
}

}  // namespace

void write_tables(std::ostream& out, const CleanDocument& document, Language language) {
    JsonWriter json(out, JsonWriter::Style::kIndented);
    json.begin_object();
    json.member("schema", "tarang-tables");
    json.member("version", 2);
    write_pages(json, document.pages);
    write_findings(json, document.findings, language);
    json.key("tables").begin_array();
    for (const CleanTable& table : document.tables) write_table(json, table);
    json.end_array();
    json.end_object();
    out << '\n';
}

}  // namespace tarang::exporting
