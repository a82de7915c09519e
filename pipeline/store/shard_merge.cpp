#include "pipeline/store/shard_merge.h"

#include <sys/stat.h>

#include <utility>
#include <vector>

#include "models/run_error.h"
#include "pipeline/store/merged_decisions.h"
#include "pipeline/store/merged_ledger.h"
#include "pipeline/store/merged_rows.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {
namespace {

constexpr std::string_view kSchema = R"(
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE pairs (
    -- Documents of the shard and what they are here. taken: its rows come from there.
    shard INTEGER PRIMARY KEY, id INTEGER, known INTEGER NOT NULL, taken INTEGER NOT NULL
);
CREATE TEMP TABLE changed (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE kin (id INTEGER PRIMARY KEY, came TEXT);
CREATE TEMP TABLE renumbered (old INTEGER PRIMARY KEY, fresh INTEGER);
CREATE TEMP TABLE decided (shard INTEGER PRIMARY KEY, number INTEGER);
)";

/// Columns that a document keeps when its rows come from elsewhere.
constexpr std::string_view kOwnColumns =
    ", id, sha256, size, first_path, file_name, seen_at, superseded_by, ";

/// How well a document was read.
std::string rank_of(const std::string& document) {
    return "(CASE " + document +
           ".state WHEN 'done' THEN 3 WHEN 'partial' THEN 2 WHEN 'reading' THEN 0 ELSE 1 END)";
}

/// Another program, other settings or another end make another reading.
std::string reading_of(const std::string& document) {
    std::string columns;
    for (const std::string name : {"state", "code", "program", "engines", "options", "form", "form_hash"})
        columns += (columns.empty() ? "(" : ", ") + document + "." + name;
    return columns + ")";
}

std::string ended_of(const std::string& schema, const std::string& document) {
    return "coalesce((SELECT max(ended_at) FROM " + schema + ".attempts WHERE document = " + document +
           ".id), '')";
}

/// What was forgotten here after it was read there.
constexpr std::string_view kForgotten =
    "EXISTS (SELECT 1 FROM main.history h WHERE h.kind = 'forgotten' AND h.document = s.sha256 AND h.at >= "
    "s.seen_at)";

void pair_documents(Connection& connection) {
    const std::string better = "CASE WHEN t.id IS NULL THEN 1 WHEN " + rank_of("s") + " <> " + rank_of("t") +
                               " THEN " + rank_of("s") + " > " + rank_of("t") + " WHEN " + reading_of("s") +
                               " IS " + reading_of("t") + " THEN 0 ELSE " + ended_of("shard", "s") + " > " +
                               ended_of("main", "t") + " END";
    connection.run("INSERT INTO temp.pairs (shard, id, known, taken) SELECT s.id, t.id, t.id IS NOT NULL, " +
                   better +
                   " FROM shard.documents s LEFT JOIN main.documents t ON t.sha256 = s.sha256 WHERE NOT " +
                   std::string(kForgotten));
}

/// What was here and is read better there goes; then lines of the ledger come, and what belongs to them.
void take_documents(Connection& connection) {
    std::vector<std::pair<std::int64_t, std::int64_t>> replaced;  // here, and in the shard
    {
        Query rows = connection.query("SELECT id, shard FROM temp.pairs WHERE known AND taken");
        while (rows.next()) replaced.emplace_back(rows.integer(0), rows.integer(1));
    }
    const std::string columns = columns_of(connection, "documents", "", kOwnColumns);
    for (const auto& [document, better] : replaced) {
        remove_rows(connection, document);
        connection.run("UPDATE main.documents SET (" + columns + ") = (SELECT " + columns +
                           " FROM shard.documents WHERE id = ?2) WHERE id = ?1",
                       document, better);
    }
    const std::string all = columns_of(connection, "documents", "", ", id, superseded_by, ");
    connection.run("INSERT INTO main.documents (" + all + ") SELECT " +
                   columns_of(connection, "documents", "s.", ", id, superseded_by, ") +
                   " FROM temp.pairs p CROSS JOIN shard.documents s ON s.id = p.shard WHERE NOT p.known "
                   "ORDER BY p.shard");
    connection.run(
        "UPDATE temp.pairs SET id = (SELECT d.id FROM shard.documents s JOIN main.documents d ON d.sha256 = "
        "s.sha256"
        " WHERE s.id = pairs.shard) WHERE NOT known");
    connection.run(
        "UPDATE main.documents AS d SET seen_at = s.seen_at FROM temp.pairs p JOIN shard.documents s"
        " ON s.id = p.shard WHERE p.known AND d.id = p.id AND s.seen_at < d.seen_at");
    copy_rows(connection);
}

std::int64_t number(Connection& connection, std::string_view sql) {
    Query rows = connection.query(sql);
    return rows.next() ? rows.integer(0) : 0;
}

/// Each document that was taken has as many activities as its line says, and as many fields as it had there.
void check_rows(Connection& connection) {
    constexpr std::string_view kWrong =
        "SELECT s.sha256 FROM temp.pairs p JOIN shard.documents s ON s.id = p.shard WHERE p.taken AND"
        " (s.activities <> (SELECT count(*) FROM main.activities WHERE document = p.id) OR"
        "  (SELECT count(*) FROM shard.fields WHERE document = p.shard)"
        "  <> (SELECT count(*) FROM main.fields WHERE document = p.id)) LIMIT 1";
    Query rows = connection.query(kWrong);
    if (rows.next()) throw ConstraintError("counts of " + rows.text(0));
}

bool same_file(const std::string& a, const std::string& b) {
    struct stat one {};
    struct stat other {};
    return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/// While one lives, SQLite looks at no foreign key: outside of transactions only.
class WithoutReferences {
public:
    explicit WithoutReferences(Connection& connection) : connection_(connection) {
        connection_.run("PRAGMA foreign_keys = OFF");
    }
    ~WithoutReferences() {
        try {
            connection_.run("PRAGMA foreign_keys = ON");
        } catch (const std::exception&) {
            // The connection failed; the first error is on its way already.
        }
    }
    WithoutReferences(const WithoutReferences&) = delete;
    WithoutReferences& operator=(const WithoutReferences&) = delete;

private:
    Connection& connection_;
};

/// Whether it has to be read as it is, without looking for locks. Throws where it cannot be used.
bool check_shard(const std::string& shard, Language language) {
    Database database = Database::open(shard, Access::kRead, language);
    Connection& connection = database.connection();
    // The rows' CHECKs are not looked at, as when rows are written (Database::reserve): they cost more than
    // the rest.
    connection.run("PRAGMA ignore_check_constraints = ON");
    Query rows = connection.query("PRAGMA quick_check(1)");
    if (!rows.next() || rows.text(0) != "ok") connection.refuse(Problem::kDamaged, "quick_check");
    return connection.read_only();
}

}  // namespace

ShardMerge::ShardMerge(Database& into, const std::string& shard, Language language)
    : into_(&into), connection_(&into.connection()), shard_(shard) {
    try {
        if (same_file(into.path(), shard))
            throw RunError(ExitCode::kUsage, shard + " เป็นฐานข้อมูลที่จะรวมเข้าเอง ระบุฐานข้อมูลอื่น",
                           shard + " is the database itself; name another one to merge into it");
        const bool as_it_is = check_shard(shard, language);
        connection_->attach(shard, as_it_is);
    } catch (const RunError& error) {
        throw ShardRefused(error);
    }
    if (number(*connection_, "SELECT count(*) FROM temp.sqlite_schema WHERE name = 'pairs'") == 0)
        connection_->script(std::string(kSchema));
}

ShardMerge::~ShardMerge() {
    try {
        connection_->run("DETACH shard");
    } catch (const std::exception&) {
        // The database failed; the run ends for this reason already.
    }
}

std::vector<std::string> ShardMerge::documents() {
    std::vector<std::string> hashes;
    Query rows = connection_->query("SELECT s.sha256 FROM shard.documents s WHERE NOT " +
                                    std::string(kForgotten) + " ORDER BY s.id");
    while (rows.next()) hashes.push_back(rows.text(0));
    return hashes;
}

MergedShard ShardMerge::take(const Correcting& correct) {
    MergedShard told;
    try {
        // That each reference holds was looked at when the row was written; here it would cost a third of
        // all.
        const WithoutReferences fast(*connection_);
        Transaction transaction(*connection_);
        for (const std::string table : {"pairs", "changed", "kin", "renumbered", "decided"})
            connection_->run("DELETE FROM temp." + table);
        pair_documents(*connection_);
        take_documents(*connection_);
        check_rows(*connection_);
        unite_history(*connection_);
        unite_ledgers(*connection_);
        told.decisions = unite_corrections(*connection_);
        told.conflicts = TaughtForms(*into_).unite(newest_forms(*connection_, "shard"));
        told.documents = number(*connection_, "SELECT count(*) FROM shard.documents");
        told.taken = number(*connection_, "SELECT count(*) FROM temp.pairs WHERE taken");
        told.forgotten = told.documents - number(*connection_, "SELECT count(*) FROM temp.pairs");
        told.unfinished = number(*connection_,
                                 "SELECT count(*) FROM temp.pairs p JOIN main.documents d USING (id)"
                                 " WHERE d.state = 'reading'");
        told.activities = number(*connection_,
                                 "SELECT total(s.activities) FROM temp.pairs p JOIN shard.documents s"
                                 " ON s.id = p.shard WHERE p.taken");
        transaction.commit();
    } catch (const ConstraintError& error) {
        throw ShardRefused(
            RunError(ExitCode::kDatabase,
                     message_of(Problem::kDamaged, connection_->language(), shard_, error.what())));
    }
    apply_corrections(*connection_, correct);
    return told;
}

}  // namespace tarang::store
