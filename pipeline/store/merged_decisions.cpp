#include "pipeline/store/merged_decisions.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/store/editions.h"
#include "pipeline/store/merged_rows.h"
#include "pipeline/store/record_reader.h"

namespace tarang::store {
namespace {

/// Numbers of the shard's log: what they are here.
using Numbers = std::map<std::int64_t, std::int64_t>;

std::optional<std::int64_t> here(const Numbers& numbers, const Query& rows, int column) {
    if (rows.null(column)) return std::nullopt;
    const auto found = numbers.find(rows.integer(column));
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

/// The entry of this database that says the same, or a new one. What the program decided by itself says the
/// same whenever it was decided.
std::int64_t take_decision(Connection& connection, const Query& row, std::optional<std::int64_t> undoes) {
    const auto at = row.text(1), kind = row.text(2), document = row.text(3);
    const auto other = row.text_or_null(4), path = row.text_or_null(5);
    {
        Query same = connection.query(
            "SELECT number FROM main.history WHERE document = ?3 AND kind = ?2 AND other IS ?4 AND path IS "
            "?5 AND undoes IS ?6"
            " AND (?6 IS NULL OR at = ?1) ORDER BY at <> ?1, number LIMIT 1",
            at, kind, document, other, path, undoes);
        if (same.next()) return same.integer(0);
    }
    connection.run(
        "INSERT INTO main.history (at, kind, document, other, path, was, undoes) VALUES (?1, ?2, ?3, ?4, ?5, "
        "?6, ?7)",
        at, kind, document, other, path, row.text_or_null(6), undoes);
    return connection.last_row();
}

/// A path that a person gave back there is the document's own here too.
void take_own_path(Connection& connection, const std::string& sha256) {
    connection.run(
        "UPDATE main.documents SET (first_path, file_name) = (SELECT first_path, file_name FROM "
        "shard.documents"
        " WHERE sha256 = ?1) WHERE sha256 = ?1",
        sha256);
}

std::int64_t take_correction(Connection& connection, std::int64_t number,
                             std::optional<std::int64_t> undoes) {
    static constexpr std::string_view kLeftOut = ", number, undoes, ";
    const std::string columns = columns_of(connection, "corrections", "", kLeftOut);
    connection.run("INSERT INTO main.corrections (" + columns + ", undoes) SELECT " + columns +
                       ", ?2 FROM shard.corrections WHERE number = ?1",
                   number, undoes);
    const std::int64_t taken = connection.last_row();
    const std::string places = columns_of(connection, "correction_places", "", ", correction, ");
    connection.run("INSERT INTO main.correction_places (correction, " + places + ") SELECT ?2, " + places +
                       " FROM shard.correction_places WHERE correction = ?1",
                   number, taken);
    return taken;
}

/// The same decision by the same person at the same time; 0: it is not here.
std::int64_t known_correction(Connection& connection, std::int64_t number,
                              std::optional<std::int64_t> undoes) {
    Query rows = connection.query(
        "SELECT m.number FROM shard.corrections s JOIN main.corrections m ON m.document = s.document"
        " WHERE s.number = ?1 AND m.at = s.at AND m.reviewer = s.reviewer AND m.kind = s.kind"
        " AND m.activity = s.activity AND m.field = s.field AND m.text IS s.text AND m.value IS s.value"
        " AND m.undoes IS ?2 ORDER BY m.number LIMIT 1",
        number, undoes);
    return rows.next() ? rows.integer(0) : 0;
}

/// Into temp.decided: the shard's corrections of documents that are here, by the numbers that they have here.
std::int64_t take_corrections(Connection& connection) {
    std::int64_t taken = 0;
    Numbers numbers;
    std::vector<std::pair<std::int64_t, std::optional<std::int64_t>>> log;
    {
        Query rows = connection.query(
            "SELECT c.number, c.undoes FROM shard.corrections c JOIN shard.documents d ON d.sha256 = "
            "c.document"
            " JOIN temp.pairs p ON p.shard = d.id ORDER BY c.number");
        while (rows.next())
            log.emplace_back(rows.integer(0), rows.null(1) ? std::nullopt : std::optional(rows.integer(1)));
    }
    for (const auto& [number, undoes] : log) {
        std::optional<std::int64_t> undoes_here;
        if (undoes) undoes_here = numbers.at(*undoes);
        std::int64_t known = known_correction(connection, number, undoes_here);
        if (known == 0) {
            known = take_correction(connection, number, undoes_here);
            ++taken;
        }
        numbers.emplace(number, known);
        connection.run("INSERT INTO temp.decided VALUES (?1, ?2)", number, known);
    }
    return taken;
}

/// Documents whose log is longer than the one that their rows were made of: each decision that these know of
/// has its fate.
std::vector<std::int64_t> with_further_decisions(Connection& connection) {
    return integers(connection.query(
        "SELECT p.id FROM temp.pairs p JOIN main.documents d ON d.id = p.id"
        " WHERE d.state IN ('done', 'partial') AND EXISTS (SELECT 1 FROM main.corrections c"
        " WHERE c.document = d.sha256 AND c.number NOT IN (SELECT correction FROM main.correction_states))"
        " ORDER BY p.id"));
}

void make_anew(Connection& connection, std::int64_t document, const Correcting& correct) {
    std::string sha256;
    {
        Query rows = connection.query("SELECT sha256 FROM main.documents WHERE id = ?1", document);
        if (rows.next()) sha256 = rows.text(0);
    }
    if (!has_two_editions(connection, document)) keep_extraction(connection, document);
    const CorrectedRecords corrected = correct(read_records(connection, document, Edition::kExtracted),
                                               read_corrections(connection, sha256));
    renew_records(connection, document, read_records(connection, document), corrected);
}

/// Lots that were checked there. `after` is the newest decision that was made before.
void take_samples(Connection& connection) {
    const std::string columns = columns_of(connection, "samples", "", ", number, ");
    const std::string own = columns_of(connection, "sample_items", "s.", ", sample, after, ");
    const std::string names = columns_of(connection, "sample_items", "", ", sample, after, ");
    const std::string shares = columns_of(connection, "seed_shares", "", ", sample, ");
    constexpr std::string_view kNew =
        "SELECT s.number FROM shard.samples s WHERE NOT EXISTS (SELECT 1 FROM main.samples m WHERE m.at = "
        "s.at"
        " AND m.reviewer = s.reviewer AND m.seed = s.seed AND m.filter = s.filter) ORDER BY s.number";
    for (const std::int64_t number : integers(connection.query(kNew))) {
        connection.run("INSERT INTO main.samples (" + columns + ") SELECT " + columns +
                           " FROM shard.samples WHERE number = ?1",
                       number);
        const std::int64_t taken = connection.last_row();
        connection.run("INSERT INTO main.seed_shares (sample, " + shares + ") SELECT ?2, " + shares +
                           " FROM shard.seed_shares WHERE sample = ?1",
                       number, taken);
        connection.run("INSERT INTO main.sample_items (sample, after, " + names +
                           ") SELECT ?2, coalesce((SELECT max(d.number) FROM temp.decided d WHERE d.shard <= "
                           "s.after), 0), " +
                           own + " FROM shard.sample_items s WHERE s.sample = ?1",
                       number, taken);
    }
}

}  // namespace

void unite_history(Connection& connection) {
    Numbers numbers;
    std::vector<std::pair<std::int64_t, std::int64_t>> taken_back;
    {
        Query rows = connection.query(
            "SELECT h.number, h.at, h.kind, h.document, h.other, h.path, h.was, h.undoes, h.undone_by"
            " FROM shard.history h JOIN shard.documents d ON d.sha256 = h.document JOIN temp.pairs p ON "
            "p.shard = d.id"
            " WHERE h.kind = 'undone' OR h.undone_by IS NOT NULL"
            " OR h.number IN (SELECT undoes FROM shard.history WHERE undoes IS NOT NULL) ORDER BY h.number");
        while (rows.next()) {
            numbers.emplace(rows.integer(0), take_decision(connection, rows, here(numbers, rows, 7)));
            if (!rows.null(8)) taken_back.emplace_back(rows.integer(0), rows.integer(8));
        }
    }
    for (const auto& [decision, by] : taken_back) {
        if (!numbers.contains(decision) || !numbers.contains(by)) continue;
        const std::int64_t number = numbers.at(decision);
        Query rows = connection.query(
            "SELECT kind, document FROM main.history h WHERE number = ?1 AND undone_by IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM main.history WHERE undoes > ?2 AND document = h.document)",
            number, numbers.at(by));
        if (!rows.next()) continue;
        if (rows.text(0) == "duplicate") take_own_path(connection, rows.text(1));
        connection.run("UPDATE main.history SET undone_by = ?2 WHERE number = ?1", number, numbers.at(by));
    }
}

std::int64_t unite_corrections(Connection& connection) {
    const std::int64_t taken = take_corrections(connection);
    connection.run(
        "INSERT INTO main.correction_states (correction, document, fate, activity, field) SELECT d.number, "
        "p.id, s.fate,"
        " s.activity, s.field FROM temp.pairs p JOIN shard.correction_states s ON s.document = p.shard"
        " JOIN temp.decided d ON d.shard = s.correction WHERE p.taken ON CONFLICT DO NOTHING");
    take_samples(connection);
    return taken;
}

void apply_corrections(Connection& connection, const Correcting& correct) {
    for (const std::int64_t document : with_further_decisions(connection)) {
        Transaction transaction(connection);
        make_anew(connection, document, correct);
        transaction.commit();
    }
}

}  // namespace tarang::store
