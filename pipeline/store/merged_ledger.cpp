#include "pipeline/store/merged_ledger.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/store/clock.h"
#include "pipeline/store/merged_rows.h"
#include "pipeline/store/path_text.h"
#include "pipeline/store/versions.h"

namespace tarang::store {
namespace {

/// When a document came to a path `p`, as text that sorts: by the batch, the place in its list, the time.
constexpr std::string_view kArrival =
    "coalesce(b.began, p.first_seen) || printf('|%012d|', coalesce(p.place, 0)) || p.first_seen";

/// Documents whose place among others may have changed: what was taken, and what has a path or a submission
/// that it had not. Where a batch turns out to have begun before another that is here, all of it.
void note_changes(Connection& connection) {
    connection.run("INSERT INTO temp.changed SELECT id FROM temp.pairs WHERE taken ON CONFLICT DO NOTHING");
    connection.run(
        "INSERT INTO temp.changed SELECT p.id FROM temp.pairs p JOIN shard.paths s ON s.document = p.shard"
        " WHERE NOT EXISTS (SELECT 1 FROM main.paths WHERE path = s.path AND document = p.id) ON CONFLICT DO "
        "NOTHING");
    connection.run(
        "INSERT INTO temp.changed SELECT p.id FROM temp.pairs p JOIN shard.submissions s ON s.document = "
        "p.shard"
        " WHERE NOT EXISTS (SELECT 1 FROM main.submissions WHERE code = s.code AND year = s.year AND form = "
        "s.form"
        " AND document = p.id AND path = s.path) ON CONFLICT DO NOTHING");
    connection.run(
        "INSERT INTO temp.changed SELECT p.document FROM main.paths p WHERE p.batch IN (SELECT b.id FROM "
        "main.batches b"
        " JOIN shard.batches s ON s.list = b.list AND s.began < b.began)"
        " AND (SELECT count(*) FROM main.batches) > 1 ON CONFLICT DO NOTHING");
}

void take_paths(Connection& connection) {
    connection.run(
        "INSERT INTO main.batches (list, began) SELECT list, began FROM shard.batches WHERE true"
        " ON CONFLICT (list) DO UPDATE SET began = min(began, excluded.began)");
    connection.run(
        "INSERT INTO main.paths (path, document, first_seen, last_seen, batch, place)"
        " SELECT s.path, p.id, s.first_seen, s.last_seen, b.id, s.place FROM temp.pairs p"
        " CROSS JOIN shard.paths s ON s.document = p.shard LEFT JOIN shard.batches o ON o.id = s.batch"
        " LEFT JOIN main.batches b ON b.list = o.list WHERE true ON CONFLICT (path, document) DO UPDATE SET"
        " batch = iif(excluded.first_seen < first_seen OR batch IS NULL, excluded.batch, batch),"
        " place = iif(excluded.first_seen < first_seen OR place IS NULL, excluded.place, place),"
        " first_seen = min(first_seen, excluded.first_seen), last_seen = max(last_seen, excluded.last_seen)");
    connection.run(
        "INSERT INTO main.expected (code, year, form, name) SELECT code, year, form, name FROM "
        "shard.expected WHERE true"
        " ON CONFLICT (code, year, form) DO UPDATE SET name = max(name, excluded.name)");
    connection.run(
        "INSERT INTO main.submissions (code, year, form, document, path, part_of) SELECT s.code, s.year,"
        " s.form, p.id, s.path, (SELECT a.id FROM temp.pairs a WHERE a.shard = s.part_of)"
        " FROM temp.pairs p CROSS JOIN shard.submissions s ON s.document = p.shard WHERE true"
        " ON CONFLICT DO UPDATE SET part_of = excluded.part_of WHERE excluded.part_of > coalesce(part_of, "
        "0)");
}

/// The path that one import would have made the document's own: the first that the manifest names, else the
/// first. Of several that came at once, that which one of the databases took.
std::string own_path_of(Connection& connection, std::int64_t document) {
    Query rows = connection.query(
        "SELECT p.path FROM main.paths p LEFT JOIN main.batches b ON b.id = p.batch WHERE p.document = ?1 "
        "ORDER BY"
        " NOT EXISTS (SELECT 1 FROM main.submissions s WHERE s.document = ?1 AND s.path = p.path), " +
            std::string(kArrival) +
            ", p.path <> (SELECT first_path FROM main.documents WHERE id = ?1), p.path LIMIT 1",
        document);
    return rows.next() ? rows.text(0) : std::string();
}

/// A person gave a path back to the document.
bool is_decided(Connection& connection, std::int64_t document) {
    return connection
        .query(
            "SELECT 1 FROM main.history h JOIN main.documents d ON d.sha256 = h.document WHERE d.id = ?1"
            " AND h.kind = 'duplicate' AND h.undone_by IS NOT NULL",
            document)
        .next();
}

/// What the history says of a document's paths: each but its own came as a duplicate.
void settle_duplicates(Connection& connection, std::int64_t document) {
    connection.run(
        "DELETE FROM main.history WHERE kind = 'duplicate' AND undone_by IS NULL AND (document, path) ="
        " (SELECT sha256, first_path FROM main.documents WHERE id = ?1)"
        " AND number NOT IN (SELECT undoes FROM main.history WHERE undoes IS NOT NULL)",
        document);
    connection.run(
        "INSERT INTO main.history (at, kind, document, path) SELECT p.first_seen, 'duplicate', d.sha256, "
        "p.path"
        " FROM main.documents d JOIN main.paths p ON p.document = d.id WHERE d.id = ?1 AND p.path <> "
        "d.first_path"
        " AND NOT EXISTS (SELECT 1 FROM main.history WHERE kind = 'duplicate' AND document = d.sha256 AND "
        "path = p.path)"
        " ORDER BY p.first_seen, p.path",
        document);
}

/// Of a document that both databases have, or that has several paths.
void settle_paths(Connection& connection) {
    std::vector<std::pair<std::int64_t, bool>> documents;
    {
        Query rows = connection.query(
            "SELECT p.id, p.known FROM temp.pairs p JOIN temp.changed c ON c.id = p.id"
            " WHERE (SELECT count(*) FROM main.paths WHERE document = p.id) > 1 ORDER BY p.id");
        while (rows.next()) documents.emplace_back(rows.integer(0), rows.integer(1) != 0);
    }
    for (const auto& [document, known] : documents) {
        if (known && !is_decided(connection, document)) {
            const std::string own = own_path_of(connection, document);
            const std::string path = path_of_text(own);
            connection.run("UPDATE main.documents SET first_path = ?2, file_name = ?3 WHERE id = ?1",
                           document, own, text_of_path(path.substr(path.rfind('/') + 1)));
        }
        settle_duplicates(connection, document);
    }
}

/// Into temp.kin: what has a path or a submission in common with a document that changed, the archives that
/// such came in, and so on.
void find_kin(Connection& connection) {
    connection.run(
        "INSERT INTO temp.kin WITH RECURSIVE related (id) AS ("
        " SELECT c.id FROM temp.changed c WHERE EXISTS (SELECT 1 FROM main.paths a JOIN main.paths b USING "
        "(path)"
        "  WHERE a.document = c.id AND b.document <> c.id) OR EXISTS (SELECT 1 FROM main.submissions a"
        "  JOIN main.submissions b USING (code, year, form) WHERE a.document = c.id AND b.document <> c.id)"
        " UNION SELECT b.document FROM related r JOIN main.paths a ON a.document = r.id"
        "  JOIN main.paths b ON b.path = a.path"
        " UNION SELECT b.document FROM related r JOIN main.submissions a ON a.document = r.id"
        "  JOIN main.submissions b ON b.code = a.code AND b.year = a.year AND b.form = a.form"
        " UNION SELECT a.part_of FROM related r JOIN main.submissions a ON a.document = r.id"
        "  JOIN main.documents d ON d.id = a.part_of)"
        " SELECT id, (SELECT min(" +
        std::string(kArrival) +
        ") FROM main.paths p LEFT JOIN main.batches b ON b.id = p.batch WHERE p.document = related.id) FROM "
        "related");
}

/// The newer of two has the larger number in the ledger: kin that came in another order change numbers.
void put_in_order(Connection& connection) {
    const std::vector<std::int64_t> in_order =
        integers(connection.query("SELECT id FROM temp.kin ORDER BY came, id"));
    std::vector<std::int64_t> numbers = in_order;
    std::sort(numbers.begin(), numbers.end());
    if (numbers == in_order) return;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] != in_order[i])
            connection.run("INSERT INTO temp.renumbered VALUES (?1, ?2)", in_order[i], numbers[i]);
    }
    renumber_documents(connection);
    for (const std::string table : {"kin", "pairs", "changed"}) {
        connection.run("UPDATE temp." + table +
                       " SET id = -(SELECT fresh FROM temp.renumbered WHERE old = id)"
                       " WHERE id IN (SELECT old FROM temp.renumbered)");
        connection.run("UPDATE temp." + table + " SET id = -id WHERE id < 0");
    }
}

/// Links of all kin are made anew; the history keeps what was said of them already and is still so.
void link_versions(Connection& connection) {
    const std::vector<std::int64_t> kin = integers(connection.query("SELECT id FROM temp.kin ORDER BY id"));
    if (kin.empty()) return;
    connection.run(
        "UPDATE main.documents SET superseded_by = NULL WHERE superseded_by IS NOT NULL AND id IN (SELECT id "
        "FROM temp.kin)");
    for (const std::int64_t document : kin) place_among_versions(connection, document);
    connection.run(
        "DELETE FROM main.history WHERE kind = 'superseded' AND undone_by IS NULL"
        " AND document IN (SELECT sha256 FROM main.documents WHERE id IN (SELECT id FROM temp.kin))"
        " AND number NOT IN (SELECT undoes FROM main.history WHERE undoes IS NOT NULL) AND number NOT IN"
        " (SELECT min(h.number) FROM main.history h JOIN main.documents o ON o.sha256 = h.document"
        "  JOIN main.documents n ON n.id = o.superseded_by AND n.sha256 = h.other"
        "  WHERE h.kind = 'superseded' AND h.undone_by IS NULL GROUP BY h.document)");
}

}  // namespace

void unite_ledgers(Connection& connection) {
    note_changes(connection);
    take_paths(connection);
    settle_paths(connection);
    find_kin(connection);
    put_in_order(connection);
    link_versions(connection);
}

}  // namespace tarang::store
