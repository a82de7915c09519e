// Whatever is stored comes back equal; whatever is killed leaves a whole database.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "pipeline/store/archive.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/record_writer.h"
#include "pipeline/store/search_index.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/submissions.h"
#include "tests/store/refusal.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

std::string sha_of(std::uint32_t number) {
    std::string digits = std::to_string(number);
    return std::string(64 - digits.size(), '0') + digits;
}

void import(Database& database, const std::string& sha256, const DocumentRecords& records) {
    Ledger ledger(database);
    ledger.begin({"/in/" + sha256 + ".pdf", sha256, 1}, {});
    ledger.finish(sha256, {}, records);
}

/// Random records, with every optional part there or not, and texts that SQL and JSON could trip over.
class Composer {
public:
    explicit Composer(std::uint32_t seed) : random_(seed) {}

    DocumentRecords records() {
        DocumentRecords made;
        made.profile = text();
        if (maybe()) made.title = field();
        if (maybe()) made.agency = field();
        if (maybe()) made.fiscal_year_field = field();
        if (maybe()) made.fiscal_year = BuddhistYear{number(2500, 2600)};
        for (int i = 0, n = number(0, 4); i < n; ++i) made.pages.push_back(page(i + 1));
        for (int i = 0, n = number(0, 4); i < n; ++i) made.activities.push_back(activity(i));
        for (int i = 0, n = number(0, 3); i < n; ++i) made.rows.push_back(row());
        for (int i = 0, n = number(0, 4); i < n; ++i) made.tables.push_back(table(made, i));
        for (int i = 0, n = number(0, 3); i < n; ++i) made.joins.push_back(join(made));
        for (int i = 0, n = number(0, 5); i < n; ++i) made.findings.push_back(finding(made));
        return made;
    }

private:
    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool maybe() { return number(0, 1) == 1; }
    Points points() { return std::uniform_real_distribution<Points>(-2000, 5000)(random_); }

    std::string text() {
        static const std::vector<std::string> kPieces{"ก",  "น้ำ", "๒๕๖๒", " ", "\n", "'",      "\"",
                                                      "\\", "--", ";",    "A", "\t", "\x01",   "😀",
                                                      "%",  "?1", "[",    ",", "",   "สำนักงาน"};
        std::string made;
        for (int i = 0, n = number(0, 6); i < n; ++i)
            made += kPieces[static_cast<std::size_t>(number(0, 19))];
        return made;
    }
    std::optional<std::string> maybe_text() { return maybe() ? std::optional(text()) : std::nullopt; }

    Rect box() {
        const Points x = points();
        const Points y = points();
        return {x, y, x + std::abs(points()), y + std::abs(points())};
    }
    Region region() {
        Region made{{number(1, 9)}, box(), std::nullopt};
        if (maybe())
            made.quad = Quad{{Point{points(), points()}, {points(), 0}, {1e-3F, 3}, {points(), points()}}};
        return made;
    }
    Field field() {
        Field made;
        made.text = text();
        made.source = static_cast<Source>(number(0, 2));
        made.confidence = std::uniform_real_distribution<float>(0, 1)(random_);
        made.needs_review = maybe();
        made.corrected = maybe();
        for (int i = 0, n = number(0, 3); i < n; ++i) {
            made.fragments.push_back({region(), text(), number(0, 99), number(0, 20)});
            if (number(0, 3) > 0) continue;
            made.fragments.back().region = {};
            made.fragments.back().place = place();
        }
        for (int i = 0, n = number(0, 2); i < n; ++i) made.unsure.push_back({3 * i, 3 * i + 2});
        return made;
    }
    Place place() {
        if (maybe()) return {Place::Kind::kSheet, text(), 0, number(1, 99), number(1, 99), number(1, 3), 1, 1};
        return {Place::Kind::kTable, {}, number(1, 9), number(1, 99), number(1, 99), 1, 1, number(1, 5)};
    }
    TableRecord table(const DocumentRecords& records, int index) {
        TableRecord made;
        const bool has_rows = std::any_of(records.rows.begin(), records.rows.end(),
                                          [index](const OtherRow& row) { return row.table == index; });
        made.kind = static_cast<TableRecord::Kind>(number(0, has_rows ? 3 : 4));
        made.form = text();
        if (maybe()) made.reason = TableRecord::Reason{FindingCode::kTableOfOtherKind, {text(), text()}};
        made.title = maybe_text();
        made.agency = maybe_text();
        if (maybe()) made.fiscal_year = BuddhistYear{number(2500, 2600)};
        for (int i = 0, n = number(0, 2); i < n; ++i) made.regions.push_back(region());
        for (int i = 0, n = number(0, 2); i < n; ++i) made.places.push_back(place());
        for (int i = 0, n = number(0, 3); i < n; ++i) made.header.push_back({text(), text()});
        if (maybe()) made.header.emplace_back();
        if (made.kind != TableRecord::Kind::kNone) return made;
        for (int i = 0, n = number(0, 3); i < n; ++i) {
            made.rows.emplace_back();
            for (int j = 0, cells = number(0, 3); j < cells; ++j) made.rows.back().push_back(field());
        }
        return made;
    }
    PageInfo page(int position) {
        PageInfo made{{position}, points(), points(), static_cast<std::int16_t>(90 * number(0, 3)), {}, {}};
        if (maybe()) made.source = static_cast<Source>(number(0, 2));
        made.layer = static_cast<LayerVerdict>(number(0, 3));
        return made;
    }
    std::optional<Budget> budget() {
        if (maybe()) return std::nullopt;
        const auto stated = static_cast<Budget::Stated>(number(0, 3));
        if (stated > Budget::Stated::kSum) return Budget{std::nullopt, stated};
        return Budget{Satang{std::int64_t{number(-5, 2000000000)} * 1000003}, stated};
    }
    std::optional<Period> period() {
        if (maybe()) return std::nullopt;
        Period made{
            test::date(2018, 10, 1), std::nullopt, {}};  // one that says nothing would come back as none
        if (maybe()) made.end = test::date(number(2019, 2030), static_cast<unsigned>(number(1, 12)), 28);
        if (maybe()) made.quarters = {1, 4};
        if (maybe()) made.school_year = BuddhistYear{2568};
        if (maybe()) made.term = static_cast<std::uint8_t>(number(1, 3));
        return made;
    }
    ActivityRecord activity(int position) {
        ActivityRecord made;
        made.id = "id " + std::to_string(position) + text();
        made.number = text();
        made.strategy = maybe_text();
        made.project = maybe_text();
        for (int i = 0, n = number(0, 2); i < n; ++i) made.headings.push_back(field());
        for (auto& column : made.fields) {
            if (maybe()) column = field();
        }
        for (int i = 0, n = number(0, 2); i < n; ++i) made.extra.push_back({{text(), text()}, field()});
        made.period = period();
        made.budget = budget();
        made.spent = budget();
        if (maybe()) made.status = static_cast<Status>(number(0, 4));
        made.steps_intro = maybe_text();
        for (int i = 0, n = number(0, 12); i < n; ++i) made.steps.push_back({maybe_text(), text()});
        if (maybe()) made.targets = Targets{maybe_text(), text()};
        made.table = number(0, 3);
        made.row = number(0, 300);
        made.actual = {period(), budget()};
        made.committed = budget();
        made.remaining = budget();
        if (maybe()) made.progress = Percent{number(-5, 20000)};
        for (int i = 0, n = number(0, 3); i < n; ++i) {
            made.amounts.push_back({{text()}, static_cast<PartAmount::By>(number(0, 4)), {}, budget().value_or(Budget{})});
            if (maybe()) made.amounts.back().year = BuddhistYear{2567};
        }
        for (int i = 0, n = number(0, 2); i < n; ++i) made.targets_by_year.push_back({{2567 + i}, text()});
        for (int i = 0, n = number(0, 2); i < n; ++i) made.also_in.push_back({i, text()});
        return made;
    }
    OtherRow row() {
        OtherRow made{static_cast<OtherRow::Kind>(number(0, 3)), {}, number(0, 3), number(0, 300)};
        for (int i = 0, n = number(0, 3); i < n; ++i) made.cells.push_back(field());
        return made;
    }
    std::string activity_of(const DocumentRecords& records) {
        if (records.activities.empty() || maybe()) return {};
        return records
            .activities[static_cast<std::size_t>(number(0, static_cast<int>(records.activities.size()) - 1))]
            .id;
    }
    JoinRecord join(const DocumentRecords& records) {
        return {activity_of(records),
                {number(1, 5)},
                {number(2, 6)},
                static_cast<JoinReason>(number(0, 4)),
                0.123F};
    }
    Finding finding(const DocumentRecords& records) {
        const auto& kinds = finding_catalogue();
        Finding made;
        made.code = kinds[static_cast<std::size_t>(number(0, static_cast<int>(kinds.size()) - 1))].code;
        if (maybe()) made.page = PageNumber{number(1, 9)};
        if (maybe()) made.region = region();
        made.activity_id = activity_of(records);
        made.field = maybe() ? "period" : "";
        for (int i = 0, n = number(0, 3); i < n; ++i) made.arguments.push_back(text());
        return made;
    }

    std::mt19937 random_;
};

TEST(Records, TheSampleComesBackEqual) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "a.db";
    {
        Database database = Database::open(path, Access::kCreate);
        import(database, sha_of(1), test::sample_records());
    }
    Database database = Database::open(path, Access::kRead);
    EXPECT_EQ(Archive(database).document(sha_of(1))->records, test::sample_records());
}

TEST(Records, AnyRecordsComeBackEqual) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        const DocumentRecords records = Composer(seed).records();
        import(database, sha_of(seed), records);
        ASSERT_EQ(Archive(database).document(sha_of(seed))->records, records) << "seed " << seed;
    }
    // Once more over what is there: the first's rows must all be gone.
    import(database, sha_of(0), Composer(149).records());
    EXPECT_EQ(Archive(database).document(sha_of(0))->records, Composer(149).records());
}

TEST(Records, TheSearchIndexFollowsTheRecords) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    for (std::uint32_t seed = 0; seed < 20; ++seed)
        import(database, sha_of(seed % 7), Composer(seed).records());
    const std::int64_t removed = Ledger(database).known(sha_of(3))->number;
    delete_records(database.connection(), removed);
    database.connection().run("DELETE FROM documents WHERE id = ?1", removed);
    index_waiting_texts(database.connection());
    // Throws where the index and the texts differ.
    database.connection().run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
    Query left = database.connection().query(
        "SELECT count(*) FROM fields WHERE document NOT IN (SELECT id FROM documents)");
    ASSERT_TRUE(left.next());
    EXPECT_EQ(left.integer(0), 0);
}

/// A document at each of the paths, seen in this order.
void import_at(Database& database, const std::vector<std::pair<std::string, DocumentRecords>>& documents) {
    Ledger ledger(database);
    std::uint32_t number = 0;
    for (const auto& [path, records] : documents) {
        const std::string sha256 = sha_of(++number);
        ledger.begin({path, sha256, 1}, {});
        ledger.finish(sha256, {}, records);
    }
}

TEST(Records, DocumentsStandByPath) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    import_at(database, {{"/in/b.pdf", {}}, {"/in/a/z.pdf", {}}, {"/in/a.pdf", {}}});
    std::vector<std::string> exported;
    Archive(database).for_each(Versions::kCurrent, [&](const StoredDocument& document) {
        exported.push_back(document.entry.first_path);
    });
    std::vector<std::string> listed;
    Ledger(database).for_each([&](const LedgerEntry& entry) { listed.push_back(entry.first_path); });
    EXPECT_EQ(exported, (std::vector<std::string>{"/in/a.pdf", "/in/a/z.pdf", "/in/b.pdf"}));
    EXPECT_EQ(listed, exported);
}

TEST(Records, DocumentsThatGaveNothingAreListedWithTheirTables) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    DocumentRecords nothing;
    nothing.tables = test::sample_tables_of_document();
    import_at(database, {{"/in/b.pdf", nothing}, {"/in/a.pdf", test::sample_records()}});
    Ledger ledger(database);
    ledger.begin({"/in/0.pdf", sha_of(9), 1}, {});
    Conclusion damaged;
    damaged.code = EventCode::kDamaged;
    ledger.fail(sha_of(9), damaged);
    ledger.begin({"/in/unfinished.pdf", sha_of(8), 1}, {});
    const auto empty = Archive(database).empty_documents();
    ASSERT_EQ(empty.size(), 2U);
    EXPECT_EQ(empty[0].entry.code, EventCode::kDamaged);
    ASSERT_EQ(empty[1].tables.size(), 2U);
    EXPECT_EQ(empty[1].tables[1].reason, nothing.tables[1].reason);
}

TEST(Records, ASubmissionComesWithItsDocument) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    const Expected first{{"1", 2567, "monitoring"}, "โรงเรียนหนึ่ง"};
    const Expected second{{"2", 2567, "monitoring"}, "โรงเรียนสอง"};
    Submissions(database).expect({first, second});
    import_at(database, {{"/in/a.pdf", {}}});
    EXPECT_EQ(Archive(database).document(sha_of(1))->submission, std::nullopt);
    // A path that the manifest names becomes the document's own.
    Ledger ledger(database);
    ledger.seen({"/in/named.pdf", sha_of(1), 1, first.key});
    EXPECT_EQ(Archive(database).document(sha_of(1))->submission, first);
    // The same content from two schools is the one's whose path that is.
    ledger.seen({"/in/a.pdf", sha_of(1), 1, second.key});
    EXPECT_EQ(Archive(database).document(sha_of(1))->submission, first);
}

TEST(Records, BadTextIsMadeGoodOnTheWayIn) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    DocumentRecords records;
    records.title = test::field("ก\xFF");
    import(database, sha_of(1), records);
    EXPECT_EQ(Archive(database).document(sha_of(1))->records.title->text, "ก\uFFFD");
}

TEST(Records, ADatabaseThatWasTamperedWithIsRefused) {
    const test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    import(database, sha_of(1), test::sample_records());
    database.connection().run("UPDATE findings SET code = 'from another world' WHERE position = 0");
    const std::string message = test::refusal([&] { Archive(database).document(sha_of(1)); });
    EXPECT_NE(message.find("is damaged (“from another world”)"), std::string::npos) << message;
}

/// Reads documents one after the other until it is killed.
[[noreturn]] void import_until_killed(const std::string& path) {
    Database database = Database::open(path, Access::kWrite);
    const DocumentRecords records = test::sample_records();
    for (std::uint32_t number = 0;; ++number) import(database, sha_of(number % 40), records);
}

TEST(Records, AProgramKilledAtAnyMomentLeavesAWholeDatabase) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Database::open(path, Access::kCreate);
    for (int round = 0; round < 12; ++round) {
        const pid_t child = fork();
        if (child == 0) import_until_killed(path);
        usleep(static_cast<useconds_t>(3000 + 2718 * round));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);

        Database database = Database::open(path, Access::kWrite);
        for (const char* check : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
            Query rows = database.connection().query(check);
            const std::string fault = rows.next() ? rows.text(0) : "ok";
            ASSERT_EQ(fault, "ok") << check;
        }
        Archive(database).for_each(Versions::kAll, [&](const StoredDocument& document) {
            ASSERT_EQ(document.records, test::sample_records()) << "round " << round;
        });
    }
}

}  // namespace
}  // namespace tarang::store
