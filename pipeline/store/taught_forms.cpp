#include "pipeline/store/taught_forms.h"

#include "pipeline/store/clock.h"
#include "pipeline/store/ledger_line.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

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

std::vector<LedgerEntry> TaughtForms::documents_read_with(std::string_view name) {
    std::vector<LedgerEntry> entries;
    Query rows = connection_->query(
        select_ledger_lines("WHERE d.superseded_by IS NULL AND (d.form = ?1 OR EXISTS (SELECT 1 FROM tables"
                            " WHERE document = d.id AND form = ?1)) ORDER BY d.first_path, d.sha256"),
        name);
    while (rows.next()) entries.push_back(ledger_line(*connection_, rows));
    return entries;
}

}  // namespace tarang::store
