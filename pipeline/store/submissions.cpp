#include "pipeline/store/submissions.h"

#include "pipeline/store/ledger_line.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

std::optional<LedgerEntry> current_document(Connection& connection, const SubmissionKey& key) {
    Query rows = connection.query(
        select_ledger_lines("JOIN submissions s ON s.document = d.id WHERE s.code = ?1 AND s.year = ?2 AND"
                            " s.form = ?3 ORDER BY d.superseded_by IS NULL DESC,"
                            " coalesce(s.part_of, d.id) DESC, d.activities DESC, d.id DESC LIMIT 1"),
        key.code, key.year, key.form);
    if (!rows.next()) return std::nullopt;
    return ledger_line(connection, rows);
}

std::optional<BuddhistYear> year_of(Connection& connection, std::int64_t document) {
    Query rows = connection.query("SELECT fiscal_year FROM documents WHERE id = ?1", document);
    if (!rows.next() || rows.null(0)) return std::nullopt;
    return BuddhistYear{rows.small(0)};
}

}  // namespace

void Submissions::expect(const std::vector<Expected>& expected) {
    Transaction transaction(*connection_);
    for (const Expected& one : expected) {
        connection_->run(
            "INSERT INTO expected (code, year, form, name) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (code, year, form) DO UPDATE SET name = excluded.name",
            one.key.code, one.key.year, one.key.form, one.name);
    }
    transaction.commit();
}

void Submissions::for_each(const std::function<void(const Submission&)>& visit) {
    Query rows = connection_->query("SELECT code, year, form, name FROM expected ORDER BY code, year, form");
    while (rows.next()) {
        Submission submission{{{rows.text(0), rows.small(1), rows.text(2)}, rows.text(3)}, {}};
        submission.document = current_document(*connection_, submission.expected.key);
        if (submission.document) submission.fiscal_year = year_of(*connection_, submission.document->number);
        visit(submission);
    }
}

}  // namespace tarang::store
