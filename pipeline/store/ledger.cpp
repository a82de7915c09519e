#include "pipeline/store/ledger.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include "pipeline/store/clock.h"
#include "pipeline/store/editions.h"
#include "pipeline/store/ledger_line.h"
#include "pipeline/store/path_text.h"
#include "pipeline/store/record_writer.h"
#include "pipeline/store/search_index.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/versions.h"

namespace tarang::store {
namespace {

std::string_view file_name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Row id of a document that must be in the ledger.
std::int64_t id_of(Connection& connection, std::string_view sha256) {
    Query rows = connection.query("SELECT id FROM documents WHERE sha256 = ?1", sha256);
    if (!rows.next()) throw std::logic_error("the ledger does not know this document; begin comes first");
    return rows.integer(0);
}

std::optional<LedgerEntry> line_of(Connection& connection, std::string_view sha256) {
    Query rows = connection.query(select_ledger_lines("WHERE d.sha256 = ?1"), sha256);
    if (!rows.next()) return std::nullopt;
    return ledger_line(connection, rows);
}

/// A document whose reading never ended belongs to the path that it is begun from again: nothing was told of
/// the other.
void note_document(Connection& connection, const Arrival& arrival) {
    connection.run(
        "INSERT INTO documents (sha256, size, first_path, file_name, seen_at, state)"
        " VALUES (?1, ?2, ?3, ?4, ?5, 'reading') ON CONFLICT (sha256) DO UPDATE"
        " SET first_path = excluded.first_path, file_name = excluded.file_name WHERE state = 'reading'",
        arrival.sha256, static_cast<std::int64_t>(arrival.size), text_of_path(arrival.path),
        text_of_path(file_name_of(arrival.path)), now_utc());
}

void note_path(Connection& connection, std::int64_t document, const Arrival& arrival) {
    const std::string path = text_of_path(arrival.path);
    const std::string now = now_utc();
    std::optional<std::string> list;
    std::optional<std::int64_t> place;
    if (arrival.place) {
        list = arrival.place->list;
        place = arrival.place->number;
        connection.run("INSERT INTO batches (list, began) VALUES (?1, ?2) ON CONFLICT DO NOTHING", list, now);
    }
    connection.run(
        "INSERT INTO paths (path, document, first_seen, last_seen, batch, place)"
        " VALUES (?1, ?2, ?3, ?3, (SELECT id FROM batches WHERE list = ?4), ?5)"
        " ON CONFLICT (path, document) DO UPDATE SET last_seen = excluded.last_seen",
        path, document, now, list, place);
    if (!arrival.submission) return;
    const SubmissionKey& key = *arrival.submission;
    connection.run(
        "INSERT INTO expected (code, year, form, name) VALUES (?1, ?2, ?3, '') ON CONFLICT DO NOTHING",
        key.code, key.year, key.form);
    connection.run(
        "INSERT INTO submissions (code, year, form, document, path, part_of)"
        " VALUES (?1, ?2, ?3, ?4, ?5, (SELECT id FROM documents WHERE sha256 = ?6)) ON CONFLICT DO UPDATE"
        " SET part_of = excluded.part_of WHERE excluded.part_of > coalesce(part_of, 0)",
        key.code, key.year, key.form, document, path, arrival.part_of);
}

void note_duplicate(Connection& connection, const Arrival& arrival) {
    connection.run(
        "INSERT INTO history (at, kind, document, path) SELECT ?1, 'duplicate', ?2, ?3"
        " WHERE NOT EXISTS (SELECT 1 FROM documents WHERE sha256 = ?2 AND first_path = ?3) AND NOT EXISTS"
        " (SELECT 1 FROM history WHERE kind = 'duplicate' AND document = ?2 AND path = ?3 AND undone_by IS "
        "NULL)",
        now_utc(), arrival.sha256, text_of_path(arrival.path));
}

/// A path that the manifest names outweighs one that it does not: it becomes the document's own, and the
/// other one a duplicate. What a person gave back is not taken again.
void prefer_listed_path(Connection& connection, std::int64_t document, const Arrival& arrival) {
    if (!arrival.submission) return;
    std::string stray;
    {
        Query rows = connection.query(
            "SELECT first_path FROM documents d WHERE id = ?1 AND first_path <> ?2 AND NOT EXISTS"
            " (SELECT 1 FROM submissions WHERE document = d.id AND path = d.first_path) AND NOT EXISTS"
            " (SELECT 1 FROM history WHERE kind = 'duplicate' AND document = d.sha256 AND path = d.first_path"
            "  AND undone_by IS NOT NULL)",
            document, text_of_path(arrival.path));
        if (!rows.next()) return;
        stray = rows.text(0);
    }
    connection.run("UPDATE documents SET first_path = ?2, file_name = ?3 WHERE id = ?1", document,
                   text_of_path(arrival.path), text_of_path(file_name_of(arrival.path)));
    connection.run("INSERT INTO history (at, kind, document, path) VALUES (?1, 'duplicate', ?2, ?3)",
                   now_utc(), arrival.sha256, stray);
}

/// Ends the attempt that was begun last.
void end_attempt(Connection& connection, std::int64_t document, const Conclusion& outcome) {
    connection.run(
        "UPDATE attempts SET ended_at = ?2, code = ?3, reason = ?4, seconds = ?5 WHERE document = ?1 AND "
        "number ="
        " (SELECT max(number) FROM attempts WHERE document = ?1)",
        document, now_utc(), name_of(outcome.code), outcome.reason, outcome.seconds);
}

/// The document's line after a reading that decides it. Facts come from the attempt.
void set_line(Connection& connection, std::int64_t document, DocumentState state, const Conclusion& outcome) {
    connection.run(
        "UPDATE documents SET state = ?2, code = ?3, reason = ?4, page_count = ?5, pages_read = ?6, seconds "
        "= ?7,"
        " activities = 0, flagged = 0, fiscal_year = NULL, form = '', form_hash = '',"
        " (program, engines, options) = (SELECT program, engines, options FROM attempts WHERE document = ?1"
        " ORDER BY number DESC LIMIT 1) WHERE id = ?1",
        document, name_of(state), name_of(outcome.code), outcome.reason, outcome.pages, outcome.pages_read,
        outcome.seconds);
}

void set_counts(Connection& connection, std::int64_t document, const Conclusion& outcome,
                const DocumentRecords& records) {
    std::optional<std::int64_t> year;
    if (records.fiscal_year) year = records.fiscal_year->value;
    connection.run(
        "UPDATE documents SET activities = ?2, flagged = ?3, fiscal_year = ?4, form = ?5, form_hash = ?6 "
        "WHERE id = ?1",
        document, records.activities.size(), count_flagged(records), year, records.profile,
        outcome.form_hash);
}

/// State after a reading that gave no records: the third crash sets the document aside.
DocumentState failed_state(Connection& connection, std::int64_t document, EventCode code) {
    if (code != EventCode::kCrashed) return state_of(code);
    Query crashes =
        connection.query("SELECT count(*) FROM attempts WHERE document = ?1 AND code = 'crashed'", document);
    const bool repeated = crashes.next() && crashes.integer(0) >= kCrashesUntilQuarantine;
    return repeated ? DocumentState::kQuarantined : DocumentState::kFailed;
}

}  // namespace

std::optional<LedgerEntry> Ledger::known(std::string_view sha256) { return line_of(*connection_, sha256); }

LedgerEntry Ledger::seen(const Arrival& arrival) {
    Transaction transaction(*connection_);
    const std::int64_t document = id_of(*connection_, arrival.sha256);
    note_path(*connection_, document, arrival);
    prefer_listed_path(*connection_, document, arrival);
    note_duplicate(*connection_, arrival);
    place_among_versions(*connection_, document);
    transaction.commit();
    return *line_of(*connection_, arrival.sha256);
}

LedgerEntry Ledger::begin(const Arrival& arrival, const ImportFacts& facts) {
    Transaction transaction(*connection_);
    note_document(*connection_, arrival);
    const std::int64_t document = id_of(*connection_, arrival.sha256);
    note_path(*connection_, document, arrival);
    connection_->run(
        "INSERT INTO attempts (document, number, started_at, program, engines, options)"
        " SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM attempts WHERE document = ?1",
        document, now_utc(), facts.program, facts.engines, facts.options);
    transaction.commit();
    return *line_of(*connection_, arrival.sha256);
}

void Ledger::hand_on_submission(std::string_view sha256) {
    connection_->run("DELETE FROM submissions WHERE document = (SELECT id FROM documents WHERE sha256 = ?1)",
                     sha256);
}

void Ledger::put_off(std::string_view sha256, const Conclusion& outcome) {
    Transaction transaction(*connection_);
    end_attempt(*connection_, id_of(*connection_, sha256), outcome);
    transaction.commit();
}

LedgerEntry Ledger::finish(std::string_view sha256, const Conclusion& outcome, const DocumentRecords& records,
                           const Correcting& correct) {
    const DocumentState state = state_of(outcome.code);
    assert((state == DocumentState::kDone || state == DocumentState::kPartial) &&
           "what failed has no records");
    try {
        Transaction transaction(*connection_);
        const std::int64_t document = id_of(*connection_, sha256);
        end_attempt(*connection_, document, outcome);
        delete_records(*connection_, document);
        write_records(*connection_, document, records);
        set_line(*connection_, document, state, outcome);
        set_counts(*connection_, document, outcome, records);
        const std::vector<Correction> log =
            correct ? read_corrections(*connection_, sha256) : std::vector<Correction>{};
        if (!log.empty()) {
            keep_extraction(*connection_, document);
            renew_records(*connection_, document, records, correct(records, log));
        }
        place_among_versions(*connection_, document);
        transaction.commit();
    } catch (const ConstraintError& error) {
        Conclusion contradiction = outcome;
        contradiction.code = EventCode::kCrashed;
        contradiction.reason =
            message_of(EventCode::kCrashed, connection_->language()) + " (" + error.what() + ")";
        return fail(sha256, contradiction);
    }
    return *line_of(*connection_, sha256);
}

LedgerEntry Ledger::fail(std::string_view sha256, const Conclusion& outcome) {
    Transaction transaction(*connection_);
    const std::int64_t document = id_of(*connection_, sha256);
    end_attempt(*connection_, document, outcome);
    const DocumentState state = failed_state(*connection_, document, outcome.code);
    Query before =
        connection_->query("SELECT state IN ('done', 'partial') FROM documents WHERE id = ?1", document);
    const bool has_records = before.next() && before.integer(0) != 0;
    if (!has_records) {
        set_line(*connection_, document, state, outcome);
        place_among_versions(*connection_, document);
    }
    transaction.commit();

    LedgerEntry told = *line_of(*connection_, sha256);
    told.state = state;
    told.code = outcome.code;
    told.reason = outcome.reason;
    told.pages = outcome.pages;
    told.pages_read = outcome.pages_read;
    told.seconds = outcome.seconds;
    told.activities = told.flagged = 0;
    return told;
}

void Ledger::index_records() {
    Transaction transaction(*connection_);
    index_waiting_texts(*connection_);
    transaction.commit();
}

std::vector<LedgerEntry> Ledger::meant_by(std::string_view text) {
    constexpr std::size_t kLeastOfHash = 8;
    const bool hash = text.size() >= kLeastOfHash && text.size() <= 64 &&
                      text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    std::vector<LedgerEntry> lines;
    Query rows = connection_->query(
        select_ledger_lines("WHERE (?1 AND substr(d.sha256, 1, length(?2)) = ?2) OR d.first_path = ?3"
                            " OR d.file_name = ?3 OR d.id IN (SELECT document FROM paths WHERE path = ?3)"
                            " ORDER BY d.id"),
        hash, text, text_of_path(text));
    while (rows.next()) lines.push_back(ledger_line(*connection_, rows));
    return lines;
}

void Ledger::for_each(const std::function<void(const LedgerEntry&)>& visit) {
    Query rows = connection_->query(select_ledger_lines("ORDER BY d.first_path, d.sha256"));
    while (rows.next()) visit(ledger_line(*connection_, rows));
}

DocumentEvent event_of(const LedgerEntry& entry, std::string_view path) {
    DocumentEvent event;
    event.path = path;
    event.sha256 = entry.sha256;
    event.state = entry.state;
    event.code = entry.code;
    event.reason = entry.reason;
    event.pages = entry.pages;
    event.pages_read = entry.pages_read;
    event.activities = entry.activities;
    event.flagged = entry.flagged;
    if (path != entry.first_path) {
        event.state = DocumentState::kDuplicate;
        event.duplicate_of = entry.first_path;
    }
    return event;
}

}  // namespace tarang::store
