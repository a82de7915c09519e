#include "pipeline/store/migrations.h"

#include <array>
#include <string>

#include "pipeline/store/clock.h"

namespace tarang::embedded {
std::string_view migration_0001();
std::string_view migration_0002();
std::string_view migration_0003();
std::string_view migration_0004();
std::string_view migration_0005();
std::string_view migration_0006();
std::string_view migration_0007();
std::string_view migration_0008();
std::string_view migration_0009();
std::string_view migration_0010();
std::string_view migration_0011();
std::string_view migration_0012();
}  // namespace tarang::embedded

namespace tarang::store {
namespace {

constexpr std::string_view kRecordTable = R"(
CREATE TABLE IF NOT EXISTS migrations (
    -- The steps that made this database, in order.
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at TEXT NOT NULL                            -- UTC
) STRICT;)";

void apply(Connection& connection, const Migration& step) {
    Transaction transaction(connection);
    // Another program may have run the step while this one waited for the right to write.
    if (schema_version(connection) < step.number) {
        connection.script(std::string(kRecordTable));
        connection.script("PRAGMA application_id = " + std::to_string(kApplicationId));
        connection.script(std::string(step.sql));
        record(connection, step);
    }
    transaction.commit();
}

}  // namespace

std::span<const Migration> migrations() {
    static const std::array<Migration, 12> kSteps{{{1, "records", embedded::migration_0001()},
                                                   {2, "bulk", embedded::migration_0002()},
                                                   {3, "review", embedded::migration_0003()},
                                                   {4, "search", embedded::migration_0004()},
                                                   {5, "search documents", embedded::migration_0005()},
                                                   {6, "forms", embedded::migration_0006()},
                                                   {7, "taught forms", embedded::migration_0007()},
                                                   {8, "reviewers", embedded::migration_0008()},
                                                   {9, "seeds", embedded::migration_0009()},
                                                   {10, "changes", embedded::migration_0010()},
                                                   {11, "parts", embedded::migration_0011()},
                                                   {12, "shards", embedded::migration_0012()}}};
    return kSteps;
}

bool is_tarang_database(Connection& connection) {
    Query id = connection.query("PRAGMA application_id");
    if (id.next() && id.integer(0) == kApplicationId) return true;
    Query tables = connection.query("SELECT count(*) FROM sqlite_schema");
    const bool empty = tables.next() && tables.integer(0) == 0 && id.integer(0) == 0;
    if (!empty) connection.refuse(Problem::kForeign);
    return false;
}

int schema_version(Connection& connection) {
    Query table = connection.query("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'");
    if (!table.next()) return 0;
    Query newest = connection.query("SELECT coalesce(max(number), 0) FROM migrations");
    return newest.next() ? newest.small(0) : 0;
}

void record(Connection& connection, const Migration& step) {
    connection.run("INSERT INTO migrations VALUES (?1, ?2, ?3)", step.number, step.name, now_utc());
}

int migrate(Connection& connection, std::span<const Migration> steps) {
    const int version = schema_version(connection);
    if (version > steps.back().number) connection.refuse(Problem::kNewer, std::to_string(version));
    for (const Migration& step : steps) {
        if (step.number > version) apply(connection, step);
    }
    return version;
}

}  // namespace tarang::store
