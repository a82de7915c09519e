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
        const auto stated = static_cast<Budget::Stated>(number(0, 2));
        if (stated != Budget::Stated::kAmount) return Budget{std::nullopt, stated};
        return Budget{Satang{std::int64_t{number(-5, 2000000000)} * 1000003}, stated};
    }
    std::optional<Period> period() {
        if (maybe()) return std::nullopt;
        Period made{
            test::date(2018, 10, 1), std::nullopt, {}};  // one that says nothing would come back as none
        if (maybe()) made.end = test::date(number(2019, 2030), static_cast<unsigned>(number(1, 12)), 28);
        if (maybe()) made.quarters = {1, 4};
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
