#include "pipeline/store/table_rows.h"

#include <optional>
#include <string>
#include <utility>

#include "pipeline/store/json_text.h"
#include "pipeline/store/names.h"
#include "pipeline/store/places.h"

namespace tarang::store {
namespace {

std::string regions_text(const std::vector<Region>& regions) {
    std::string json = "[";
    for (const Region& region : regions) json += (json.size() > 1 ? "," : "") + region_text(region);
    return json + "]";
}

std::vector<Region> regions_in(Connection& connection, const std::string& json) {
    std::vector<Region> regions;
    for (const std::string& text : strings_of(connection, json)) {
        if (const auto region = region_in(text)) regions.push_back(*region);
    }
    return regions;
}

std::string places_text(const std::vector<Place>& places) {
    std::string json = "[";
    for (const Place& place : places) json += (json.size() > 1 ? "," : "") + place_text(place);
    return json + "]";
}

std::vector<Place> places_in(Connection& connection, const std::string& json) {
    std::vector<Place> places;
    for (const std::string& text : strings_of(connection, json)) places.push_back(place_in(connection, text));
    return places;
}

void insert_table(Connection& connection, std::int64_t document, const TableRecord& table,
                  std::size_t index) {
    std::optional<std::string_view> code;
    std::string reason;
    if (table.reason) {
        code = name_of(table.reason->code);
        reason = message_of(*table.reason, Language::kThai);
    }
    std::optional<std::int64_t> year;
    if (table.fiscal_year) year = table.fiscal_year->value;
    connection.run(
        "INSERT INTO tables (document, table_index, kind, form, code, arguments, reason, title, agency,"
        " fiscal_year, header, regions, places)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        document, index, name_of(table.kind), table.form, code,
        json_strings(table.reason ? table.reason->arguments : std::vector<std::string>()), reason,
        table.title, table.agency, year, json_paths(table.header), regions_text(table.regions),
        places_text(table.places));
}

}  // namespace

void insert_tables(Connection& connection, std::int64_t document, const std::vector<TableRecord>& tables) {
    for (std::size_t i = 0; i < tables.size(); ++i) insert_table(connection, document, tables[i], i);
}

TableRecord table_in(Connection& connection, const Query& rows, int first) {
    const int codes = static_cast<int>(finding_catalogue().size());
    const auto text = [&](int column) { return rows.text(first + column); };
    TableRecord table;
    table.kind = named<TableRecord::Kind>(connection, text(0), kTableKinds);
    table.form = text(1);
    if (!rows.null(first + 2)) {
        table.reason = TableRecord::Reason{named<FindingCode>(connection, text(2), codes),
                                           strings_of(connection, text(3))};
    }
    table.title = rows.text_or_null(first + 4);
    table.agency = rows.text_or_null(first + 5);
    if (!rows.null(first + 6)) table.fiscal_year = BuddhistYear{rows.small(first + 6)};
    table.header = paths_of(connection, text(7));
    table.regions = regions_in(connection, text(8));
    table.places = places_in(connection, text(9));
    return table;
}

std::vector<TableRecord> read_tables(Connection& connection, std::int64_t document) {
    std::vector<TableRecord> tables;
    Query rows = connection.query(
        "SELECT " + std::string(kTableColumns) + " FROM tables t WHERE document = ?1 ORDER BY table_index",
        document);
    while (rows.next()) tables.push_back(table_in(connection, rows, 0));
    return tables;
}

}  // namespace tarang::store
