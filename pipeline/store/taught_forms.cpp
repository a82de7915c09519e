#include "pipeline/store/taught_forms.h"

#include <algorithm>

#include "pipeline/store/clock.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/ledger_line.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/table_rows.h"

namespace tarang::store {
namespace {

std::vector<LedgerEntry> lines_of(const Connection& connection, Query& rows) {
    std::vector<LedgerEntry> entries;
    while (rows.next()) entries.push_back(ledger_line(connection, rows));
    return entries;
}

}  // namespace

std::vector<TaughtForm> TaughtForms::standing() {
    std::vector<TaughtForm> forms;
    Query rows = connection_->query(
        "SELECT number, at, by, name, toml FROM taught_forms f WHERE toml IS NOT NULL AND number ="
        " (SELECT max(number) FROM taught_forms WHERE name = f.name) ORDER BY name");
    while (rows.next())
        forms.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
    return forms;
}

std::optional<TaughtForm> TaughtForms::named(std::string_view name) {
    for (TaughtForm& form : standing()) {
        if (form.name == name) return std::move(form);
    }
    return std::nullopt;
}

void TaughtForms::teach(std::string_view by, std::string_view name, std::string_view toml) {
    connection_->run("INSERT INTO taught_forms (at, by, name, toml) VALUES (?1, ?2, ?3, ?4)", now_utc(), by,
                     name, toml);
}

bool TaughtForms::forget(std::string_view by, std::string_view name) {
    if (!named(name)) return false;
    connection_->run("INSERT INTO taught_forms (at, by, name) VALUES (?1, ?2, ?3)", now_utc(), by, name);
    return true;
}

std::vector<FormEntry> newest_forms(Connection& connection, std::string_view schema) {
    const std::string table = std::string(schema) + ".taught_forms";
    std::vector<FormEntry> entries;
    Query rows = connection.query("SELECT at, by, name, toml FROM " + table +
                                  " f WHERE number = (SELECT max(number) FROM " + table +
                                  " WHERE name = f.name) ORDER BY name");
    while (rows.next()) entries.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text_or_null(3)});
    return entries;
}

std::vector<FormEntry> TaughtForms::newest() { return newest_forms(*connection_, "main"); }

std::vector<FormConflict> TaughtForms::unite(const std::vector<FormEntry>& others) {
    std::vector<FormConflict> conflicts;
    const std::vector<FormEntry> own = newest();
    for (const FormEntry& other : others) {
        const auto same_name = [&](const FormEntry& entry) { return entry.name == other.name; };
        const auto mine = std::find_if(own.begin(), own.end(), same_name);
        if (mine != own.end() && mine->toml == other.toml) continue;
        const bool newer = mine == own.end() || *mine < other;
        if (mine != own.end()) conflicts.push_back({other.name, newer});
        if (newer)
            connection_->run("INSERT INTO taught_forms (at, by, name, toml) VALUES (?1, ?2, ?3, ?4)",
                             other.at, other.by, other.name, other.toml);
    }
    return conflicts;
}

std::vector<LedgerEntry> TaughtForms::documents_read_with(std::string_view name) {
    Query rows = connection_->query(
        select_ledger_lines("WHERE d.superseded_by IS NULL AND (d.form = ?1 OR EXISTS (SELECT 1 FROM tables"
                            " WHERE document = d.id AND form = ?1)) ORDER BY d.first_path, d.sha256"),
        name);
    return lines_of(*connection_, rows);
}

std::vector<LedgerEntry> TaughtForms::documents_that_may_be_of(
    const std::vector<std::vector<std::string>>& header) {
    Query rows = connection_->query(
        select_ledger_lines("WHERE d.superseded_by IS NULL AND d.state IN ('done', 'partial') AND"
                            " (d.activities = 0 OR EXISTS (SELECT 1 FROM tables WHERE document = d.id"
                            " AND (form IN ('', 'general') OR (header = ?1 AND ?1 <> '[]'))))"
                            " ORDER BY d.first_path, d.sha256"),
        json_paths(header));
    return lines_of(*connection_, rows);
}

FormUse TaughtForms::use_of(std::string_view name) {
    Query rows = connection_->query(
        "SELECT (SELECT count(*) FROM documents d WHERE d.superseded_by IS NULL AND EXISTS"
        " (SELECT 1 FROM tables WHERE document = d.id AND form = ?1)),"
        " (SELECT count(*) FROM tables t JOIN documents d ON d.id = t.document AND d.superseded_by IS NULL"
        " JOIN activities a ON a.document = t.document AND a.table_index = t.table_index WHERE t.form = ?1)",
        name);
    return rows.next() ? FormUse{rows.integer(0), rows.integer(1)} : FormUse{};
}

std::int64_t TaughtForms::documents_headed(const std::vector<std::vector<std::string>>& header) {
    Query rows = connection_->query(
        "SELECT count(*) FROM documents d WHERE d.superseded_by IS NULL AND EXISTS"
        " (SELECT 1 FROM tables WHERE document = d.id AND header = ?1)",
        json_paths(header));
    return rows.next() ? rows.integer(0) : 0;
}

void TaughtForms::for_each_unexplained(const std::function<void(const UnexplainedTable&)>& visit) {
    Query rows = connection_->query("SELECT d.sha256, d.file_name, t.table_index, d.activities = 0, " +
                                    std::string(kTableColumns) +
                                    " FROM tables t JOIN documents d ON d.id = t.document"
                                    " WHERE d.superseded_by IS NULL AND t.form IN ('', 'general')"
                                    " ORDER BY d.first_path, d.sha256, t.table_index");
    while (rows.next())
        visit({rows.text(0), rows.text(1), rows.small(2), rows.integer(3) != 0,
               table_in(*connection_, rows, 4)});
}

}  // namespace tarang::store
