// Which files are opened as a database, which are refused, and what a person is told.
#include "pipeline/store/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "pipeline/store/corrections.h"
#include "pipeline/store/migrations.h"
#include "pipeline/store/record_reader.h"
#include "pipeline/store/sqlite.h"
#include "tests/store/refusal.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

using test::refusal;
using test::TemporaryFolder;
using ::testing::HasSubstr;
using namespace std::chrono_literals;

void write_file(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::int64_t number(Database& database, std::string_view sql) {
    Query rows = database.connection().query(sql);
    return rows.next() ? rows.integer(0) : -1;
}

/// Runs SQL behind the program's back.
void run_raw(const std::string& path, const std::string& sql) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(handle);
    sqlite3_close(handle);
}

/// Exit status of `action` in a child without any rights; root can write everywhere.
template <typename Action>
int without_rights(Action action) {
    const pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(99);
        _exit(action());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Database, IsMadeOnceAndOpenedAgain) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    {
        Database made = Database::open(path, Access::kCreate);
        EXPECT_EQ(number(made, "PRAGMA application_id"), kApplicationId);
        EXPECT_EQ(number(made, "PRAGMA foreign_keys"), 1);
        EXPECT_EQ(number(made, "SELECT count(*) FROM migrations"),
                  static_cast<std::int64_t>(migrations().size()));
        Query journal = made.connection().query("PRAGMA journal_mode");
        ASSERT_TRUE(journal.next());
        EXPECT_EQ(journal.text(0), "wal");
    }
    EXPECT_FALSE(std::filesystem::exists(path + "-wal"));  // one file again
    Database again = Database::open(path, Access::kWrite);
    EXPECT_EQ(number(again, "SELECT count(*) FROM migrations WHERE number = 1 AND name = 'records'"), 1);
}

TEST(Database, EveryTableIsStrict) {
    const TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    EXPECT_EQ(number(database,
                     "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND NOT strict"
                     " AND name NOT LIKE 'sqlite%'"),
              0);
    EXPECT_GT(number(database, "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict"), 10);
}

TEST(Database, TheSchemaTellsWhatItMeans) {
    const TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    Query rows =
        database.connection().query("SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'view')");
    while (rows.next()) {
        const std::string name = rows.text(0);
        if (name.starts_with("search") || name.starts_with("sqlite") || name.starts_with("thai")) continue;
        EXPECT_THAT(rows.text(1), HasSubstr("    -- ")) << name;
    }
}

TEST(Database, AReaderCannotWrite) {
    const TemporaryFolder folder;
    Database::open(folder / "a.db", Access::kCreate);
    Database reader = Database::open(folder / "a.db", Access::kRead);
    EXPECT_THAT(refusal([&] { reader.connection().script("DELETE FROM documents"); }),
                HasSubstr("cannot be written"));
}

TEST(Database, MissingIsRefused) {
    const TemporaryFolder folder;
    for (const Access access : {Access::kRead, Access::kWrite}) {
        EXPECT_THAT(refusal([&] { Database::open(folder / "no.db", access); }),
                    HasSubstr("make one with tarang import"));
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "no.db"));
    EXPECT_THAT(refusal([&] { Database::open(folder / "no/a.db", Access::kCreate); }), HasSubstr("folder"));
}

TEST(Database, MessagesSpeakThai) {
    const TemporaryFolder folder;
    const std::string path = folder / "no.db";
    EXPECT_EQ(refusal([&] { Database::open(path, Access::kRead, Language::kThai); }),
              "ไม่พบฐานข้อมูล " + path + " ตรวจสอบชื่อและตำแหน่ง หรือสร้างใหม่ด้วย tarang import");
}

TEST(Database, AnotherFileIsLeftAlone) {
    const TemporaryFolder folder;
    const std::string text = folder / "letter.txt";
    const std::string letter(5000, 'x');
    write_file(text, letter);
    const std::string other = folder / "other.db";
    run_raw(other, "CREATE TABLE customers (name TEXT)");
    const std::string before = read_file(other);
    for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
        EXPECT_THAT(refusal([&] { Database::open(text, access); }), HasSubstr("is no database of tarang"));
        EXPECT_THAT(refusal([&] { Database::open(other, access); }), HasSubstr("is no database of tarang"));
        EXPECT_THAT(refusal([&] { Database::open(folder.path(), access); }),
                    HasSubstr("is no database of tarang"));
    }
    EXPECT_EQ(read_file(text), letter);
    EXPECT_EQ(read_file(other), before);
}

TEST(Database, AnEmptyFileBecomesOneOnlyWhenAskedTo) {
    const TemporaryFolder folder;
    write_file(folder / "a.db", "");
    EXPECT_THAT(refusal([&] { Database::open(folder / "a.db", Access::kRead); }),
                HasSubstr("is no database"));
    EXPECT_EQ(std::filesystem::file_size(folder / "a.db"), 0U);
    EXPECT_EQ(refusal([&] { Database::open(folder / "a.db", Access::kCreate); }), "no error");
}

TEST(Database, ANewerOneIsRefused) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database::open(path, Access::kCreate);
    run_raw(path, "INSERT INTO migrations VALUES (70, 'later', 'now')");
    for (const Access access : {Access::kRead, Access::kWrite, Access::kCreate}) {
        EXPECT_THAT(refusal([&] { Database::open(path, access); }), HasSubstr("newer tarang (schema 70)"));
    }
}

TEST(Database, ALockedOneIsWaitedForAndThenRefused) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database database = Database::open(path, Access::kCreate, Language::kEnglish, 20ms);
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_THAT(refusal([&] { Transaction transaction(database.connection()); }),
                HasSubstr("Another program holds"));
    ASSERT_EQ(sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(refusal([&] { Transaction transaction(database.connection()); }), "no error");
    sqlite3_close(other);
}

TEST(Database, SeveralProgramsMayMakeItAtOnce) {
    const TemporaryFolder folder;
    std::array<pid_t, 6> children{};
    for (pid_t& child : children) {
        child = fork();
        if (child != 0) continue;
        const std::string trouble = refusal([&] { Database::open(folder / "a.db", Access::kCreate); });
        if (trouble != "no error") std::cerr << trouble << '\n';
        _exit(trouble == "no error" ? 0 : 1);
    }
    for (const pid_t child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    Database database = Database::open(folder / "a.db", Access::kRead);
    EXPECT_EQ(number(database, "SELECT count(*) FROM migrations"),
              static_cast<std::int64_t>(migrations().size()));
}

TEST(Database, ADamagedOneIsRefused) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database::open(path, Access::kCreate);
    std::string bytes = read_file(path);
    // The head says that it is a database; the pages behind it, the schema's among them, are rubbish.
    for (std::size_t i = 100; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 37U);
    write_file(path, bytes);
    EXPECT_THAT(refusal([&] { Database::open(path, Access::kWrite); }), HasSubstr("is damaged"));
    EXPECT_THAT(refusal([&] { Database::open(path, Access::kRead); }), HasSubstr("is damaged"));
}

TEST(Database, ACutOffOneIsNeverTakenForWhole) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database::open(path, Access::kCreate);
    const std::string bytes = read_file(path);
    for (const std::size_t size : {std::size_t{50}, std::size_t{4096}, bytes.size() / 2}) {
        write_file(path, bytes.substr(0, size));
        EXPECT_NE(refusal([&] {
                      Database database = Database::open(path, Access::kWrite);
                      number(database, "SELECT count(*) FROM findings");
                      number(database, "SELECT count(*) FROM search");
                      Query check = database.connection().query("PRAGMA integrity_check");
                      if (check.next() && check.text(0) != "ok")
                          database.connection().refuse(Problem::kDamaged);
                  }),
                  "no error")
            << size;
    }
}

TEST(Database, WithoutTheRightToWriteItIsReadAndNotWritten) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database::open(path, Access::kCreate);
    chmod(folder.path().c_str(), 0555);
    chmod(path.c_str(), 0444);
    EXPECT_EQ(without_rights([&] {
                  const std::string write = refusal([&] { Database::open(path, Access::kWrite); });
                  if (write.find("cannot be written to") == std::string::npos) return 1;
                  Database reader = Database::open(path, Access::kRead);
                  return number(reader, "SELECT count(*) FROM documents") == 0 ? 0 : 2;
              }),
              0);
    chmod(folder.path().c_str(), 0755);
}

TEST(Database, ADatabaseInUseIsNotReadWithoutItsJournal) {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database writer = Database::open(path, Access::kCreate);
    writer.connection().script("INSERT INTO thai_months VALUES (13, 'x')");
    chmod(folder.path().c_str(), 0555);
    chmod(path.c_str(), 0444);
    EXPECT_EQ(without_rights([&] {
                  const std::string read = refusal([&] { Database::open(path, Access::kRead); });
                  return read.find("cannot be written to") == std::string::npos ? 1 : 0;
              }),
              0);
    chmod(folder.path().c_str(), 0755);
}

/// The program's own steps, which a database has and which must not run again.
std::vector<Migration> steps_that_ran() {
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    for (Migration& step : steps) step.sql = "not run again";
    return steps;
}

/// Every object of the schema and every row of every table, but when the steps were run, and what SQLite and
/// FTS5 note of tables that were filled and emptied again.
std::string dump_of(Connection& connection) {
    const auto texts = [&connection](const std::string& sql) {
        std::vector<std::string> found;
        for (Query rows = connection.query(sql); rows.next();) found.push_back(rows.text(0));
        return found;
    };
    std::string dump;
    for (const std::string& object : texts("SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || "
                                           "coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"))
        dump += object + "\n";
    for (const std::string& table :
         texts("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND "
               "name NOT IN ('sqlite_schema', 'sqlite_sequence', 'search_data') ORDER BY name")) {
        std::string row = "'" + table + "'";
        for (const std::string& column : texts("SELECT name FROM pragma_table_info('" + table + "')"))
            row += column == "applied_at" ? "" : " || ' ' || quote(" + column + ")";
        for (const std::string& values : texts("SELECT " + row + " AS line FROM " + table + " ORDER BY line"))
            dump += values + "\n";
    }
    return dump;
}

TEST(Migrations, ANewDatabaseIsWhatAllStepsLeave) {
    const TemporaryFolder folder;
    Connection stepwise(folder / "steps.db", Connection::Mode::kCreate, Language::kEnglish, {});
    migrate(stepwise, migrations());
    Database database = Database::open(folder / "a.db", Access::kCreate);
    const std::string dump = dump_of(stepwise);
    EXPECT_NE(dump.find("thai_months 12 'ธ.ค.'"), std::string::npos) << dump;
    EXPECT_NE(dump.find("migrations 12 'shards'"), std::string::npos) << dump;
    EXPECT_EQ(dump_of(database.connection()), dump);
}

TEST(Migrations, AnOlderDatabaseIsBroughtUpToDate) {
    const TemporaryFolder folder;
    {
        Connection old(folder / "a.db", Connection::Mode::kCreate, Language::kEnglish, {});
        migrate(old, migrations().first(1));
        old.script("INSERT INTO thai_months VALUES (13, 'x')");
    }
    Database database = Database::open(folder / "a.db", Access::kWrite);
    EXPECT_EQ(schema_version(database.connection()), migrations().back().number);
    EXPECT_EQ(number(database, "SELECT count(*) FROM thai_months"), 13);
    EXPECT_EQ(number(database, "SELECT count(*) FROM history"), 0);
}

/// As the program wrote it that knew five steps: an activity with a budget, an extraction kept apart, a
/// decision that holds on to print, and a row that is no activity.
constexpr const char* kOfFiveSteps = R"(
    INSERT INTO documents (sha256, size, first_path, file_name, seen_at, state, code, activities, form)
        VALUES (printf('%064d', 1), 9, '/a.pdf', 'a.pdf', '2026-01-01', 'done', 'ok', 1, 'monitoring');
    INSERT INTO activities (document, position, key, number, budget_satang, budget_stated, spent_stated, table_index,
                            row_index) VALUES (1, 0, 'p1-r2', '5', -50, 'amount', 'none', 0, 1);
    INSERT INTO steps VALUES (1, 0, '1', 'วางแผน');
    INSERT INTO other_rows (document, position, kind, table_index, row_index) VALUES (1, 0, 'total', 0, 2);
    INSERT INTO fields (document, activity, kind, key, position, text, source, confidence, needs_review, corrected)
        VALUES (1, 1, 'column', 'budget', 6, '-๐.๕๐', 'ocr', 0.5, 0, 0);
    INSERT INTO fragments VALUES (1, 0, 2, 10, 20, 30, 40, NULL, '-0.50', 3, 4);
    INSERT INTO extracted_activities SELECT * FROM activities;
    INSERT INTO extracted_fields SELECT * FROM fields;
    INSERT INTO extracted_fragments SELECT * FROM fragments;
    INSERT INTO extracted_documents VALUES (1, 2567);
    INSERT INTO corrections (at, reviewer, document, kind, activity, field, old_text, old_value, made_by)
        VALUES ('2026-01-02', 'ก', printf('%064d', 1), 'accept', 'p1-r2', 'budget', '-๐.๕๐', '-0.50', 'x');
    INSERT INTO correction_places VALUES (1, 'place', 0, 2, 10, 20, 30, 40, NULL, '-0.50', 3, 4);
)";

TEST(Migrations, RecordsOfAnOlderDatabaseStayAsTheyWere) {
    const TemporaryFolder folder;
    {
        Connection old(folder / "a.db", Connection::Mode::kCreate, Language::kEnglish, {});
        migrate(old, migrations().first(5));
        old.script(kOfFiveSteps);
    }
    Database database = Database::open(folder / "a.db", Access::kWrite);
    for (const Edition edition : {Edition::kCurrent, Edition::kExtracted}) {
        const DocumentRecords records = read_records(database.connection(), 1, edition);
        ASSERT_EQ(records.activities.size(), 1U);
        const ActivityRecord& activity = records.activities[0];
        EXPECT_EQ(activity.budget, (Budget{Satang{-50}, Budget::Stated::kAmount}));
        EXPECT_EQ(activity.spent, (Budget{std::nullopt, Budget::Stated::kNone}));
        EXPECT_EQ(activity.period, std::nullopt);
        EXPECT_EQ(activity.actual, Actual{});
        ASSERT_TRUE(activity.field(FieldKey::kBudget));
        const Fragment piece{{{2}, {10, 20, 40, 60}, std::nullopt}, "-0.50", 3, 4};
        EXPECT_EQ(activity.field(FieldKey::kBudget)->fragments, std::vector<Fragment>{piece});
    }
    EXPECT_EQ(read_records(database.connection(), 1).rows.size(), 1U);
    EXPECT_EQ(Corrections(database).of(std::string(63, '0') + "1")[0].place.size(), 1U);
    EXPECT_EQ(number(database, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    EXPECT_EQ(number(database, "SELECT integrity_check = 'ok' FROM pragma_integrity_check"), 1);
    EXPECT_EQ(number(database, "SELECT budget_baht = '-0.50' AND spent_baht = '-' FROM activity_list"), 1);
}

TEST(Migrations, RunInOrderAndAreRecorded) {
    const TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    const int known = schema_version(database.connection());
    auto steps = steps_that_ran();
    steps.push_back({known + 1, "more", "CREATE TABLE second (a INTEGER) STRICT;"});
    steps.push_back({known + 2, "last", "ALTER TABLE second ADD COLUMN b TEXT; DROP TABLE thai_months;"});
    migrate(database.connection(), steps);
    EXPECT_EQ(number(database, "SELECT count(*) FROM migrations"),
              static_cast<std::int64_t>(migrations().size()) + 2);
    EXPECT_EQ(number(database, "SELECT number FROM migrations WHERE name = 'last'"), known + 2);
    EXPECT_EQ(number(database, "SELECT count(*) FROM pragma_table_info('second')"), 2);
}

TEST(Migrations, AStepThatFailsLeavesTheDatabaseAsItWas) {
    const TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    const int known = schema_version(database.connection());
    auto steps = steps_that_ran();
    steps.push_back(
        {known + 1, "broken", "CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE documents (x);"});
    EXPECT_NE(refusal([&] { migrate(database.connection(), steps); }), "no error");
    EXPECT_EQ(schema_version(database.connection()), known);
    EXPECT_EQ(number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

}  // namespace
}  // namespace tarang::store
