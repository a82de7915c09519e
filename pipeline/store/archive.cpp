#include "pipeline/store/archive.h"

#include <map>

#include "models/flags.h"
#include "pipeline/store/json_text.h"
#include "pipeline/store/ledger_line.h"
#include "pipeline/store/record_reader.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/summary.h"
#include "pipeline/store/table_rows.h"

namespace tarang::store {

namespace {

/// The row of the manifest that the document came for.
std::optional<Expected> submission_of(Connection& connection, std::int64_t document) {
    Query rows = connection.query(
        "SELECT code, year, form, name FROM document_submissions WHERE document = ?1", document);
    if (!rows.next()) return std::nullopt;
    return Expected{{rows.text(0), rows.small(1), rows.text(2)}, rows.text(3)};
}

}  // namespace

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
    connection_.run("SAVEPOINT snapshot");
}

Snapshot::~Snapshot() {
    try {
        connection_.run("RELEASE snapshot");
    } catch (const std::exception&) {
        // Nothing was written; closing the file ends the snapshot as well.
    }
}

void Archive::for_each(Versions versions, const std::function<void(const StoredDocument&)>& visit) {
    const Snapshot snapshot(*connection_);
    Query rows = connection_->query(
        select_ledger_lines(
            "WHERE d.state IN ('done', 'partial') AND (?1 OR d.superseded_by IS NULL) ORDER BY d.first_path,"
            " d.sha256"),
        versions == Versions::kAll);
    while (rows.next()) {
        const LedgerEntry entry = ledger_line(*connection_, rows);
        visit({entry, read_records(*connection_, entry.number), submission_of(*connection_, entry.number)});
    }
}

std::optional<StoredDocument> Archive::document(std::string_view sha256) {
    const Snapshot snapshot(*connection_);
    Query rows = connection_->query(
        select_ledger_lines("WHERE d.state IN ('done', 'partial') AND d.sha256 = ?1"), sha256);
    if (!rows.next()) return std::nullopt;
    const LedgerEntry entry = ledger_line(*connection_, rows);
    return StoredDocument{entry, read_records(*connection_, entry.number),
                          submission_of(*connection_, entry.number)};
}

std::vector<std::string> Archive::extra_columns(Versions versions) {
    std::vector<std::string> columns;
    std::map<std::string, int> known;  // how often each name stands in `columns`
    std::map<std::string, int> seen;   // in the activity at hand
    std::int64_t activity = 0;
    Query rows = connection_->query(
        "SELECT f.activity, f.header FROM documents d JOIN activities a ON a.document = d.id"
        " JOIN fields f ON f.activity = a.id AND f.kind = 'extra'"
        " WHERE d.state IN ('done', 'partial') AND (?1 OR d.superseded_by IS NULL)"
        " ORDER BY d.first_path, d.sha256, a.position, f.position, f.id",
        versions == Versions::kAll);
    while (rows.next()) {
        if (rows.integer(0) != activity) seen.clear();
        activity = rows.integer(0);
        const std::string name = name_of(ExtraField{strings_of(*connection_, rows.text(1)), {}});
        if (++seen[name] <= known[name]) continue;
        ++known[name];
        columns.push_back(name);
    }
    return columns;
}

std::vector<EmptyDocument> Archive::empty_documents() {
    const Snapshot snapshot(*connection_);
    std::vector<EmptyDocument> documents;
    Query rows = connection_->query(
        select_ledger_lines("WHERE d.state <> 'reading' AND d.activities = 0 AND d.superseded_by IS NULL"
                            " ORDER BY d.first_path, d.sha256"));
    while (rows.next()) {
        EmptyDocument document{ledger_line(*connection_, rows), {}};
        document.tables = read_tables(*connection_, document.entry.number);
        documents.push_back(std::move(document));
    }
    return documents;
}

Summary Archive::summary() {
    const Snapshot snapshot(*connection_);
    return summarize(*connection_);
}

}  // namespace tarang::store
