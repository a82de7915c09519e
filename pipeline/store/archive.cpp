#include "pipeline/store/archive.h"

#include "pipeline/store/ledger_line.h"
#include "pipeline/store/record_reader.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

/// Holds one state of the database over several queries, while other programs may go on writing.
class Snapshot {
public:
    explicit Snapshot(Connection& connection) : connection_(connection) { connection_.run("BEGIN"); }
    ~Snapshot() {
        try {
            connection_.run("COMMIT");
        } catch (const std::exception&) {
            // Nothing was written; closing the file ends the snapshot as well.
        }
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& connection_;
};

}  // namespace

void Archive::for_each(Versions versions, const std::function<void(const StoredDocument&)>& visit) {
    const Snapshot snapshot(*connection_);
    Query rows = connection_->query(
        select_ledger_lines(
            "WHERE d.state IN ('done', 'partial') AND (?1 OR d.superseded_by IS NULL) ORDER BY d.id"),
        versions == Versions::kAll);
    while (rows.next()) {
        const LedgerEntry entry = ledger_line(*connection_, rows);
        visit({entry, read_records(*connection_, entry.number)});
    }
}

std::optional<StoredDocument> Archive::document(std::string_view sha256) {
    const Snapshot snapshot(*connection_);
    Query rows = connection_->query(
        select_ledger_lines("WHERE d.state IN ('done', 'partial') AND d.sha256 = ?1"), sha256);
    if (!rows.next()) return std::nullopt;
    const LedgerEntry entry = ledger_line(*connection_, rows);
    return StoredDocument{entry, read_records(*connection_, entry.number)};
}

}  // namespace tarang::store
