// A shard taken into a database comes out as if its documents had been read there.
#include <gtest/gtest.h>

#include <set>

#include "models/run_error.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/page_cache.h"
#include "pipeline/store/samples.h"
#include "pipeline/store/shard_merge.h"
#include "pipeline/store/sqlite.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

std::string sha(char letter) { return std::string(64, letter); }

/// Stands for audit::apply_corrections: each text is set on the named field.
CorrectedRecords set_texts(const DocumentRecords& extracted, const std::vector<Correction>& log) {
    CorrectedRecords corrected{extracted, {}};
    for (const Correction& correction : log) {
        Field& field = *field_named(corrected.records.activities.at(0), correction.field);
        field.text = correction.text.value_or(field.text);
        field.corrected = true;
        corrected.states.push_back(
            {correction.number, CorrectionState::Fate::kApplied, "t0-r1", correction.field});
    }
    return corrected;
}

Correction new_text(const std::string& field, const std::string& text) {
    Correction correction;
    correction.reviewer = "สมศรี";
    correction.sha256 = sha('a');
    correction.kind = Correction::Kind::kCorrect;
    correction.activity = "t0-r1";
    correction.field = field;
    correction.place = test::full_activity().field(FieldKey::kBudget)->fragments;
    correction.text = text;
    return correction;
}

class MergeTest : public testing::Test {
protected:
    std::string path(const std::string& name) const { return folder_.path() + "/" + name + ".db"; }
    Database database(const std::string& name) { return Database::open(path(name), Access::kCreate); }

    static void read(Database& database, const std::string& at, const std::string& sha256,
                     std::optional<BatchPlace> place = {},
                     const DocumentRecords& records = test::sample_records(), const ImportFacts& facts = {}) {
        Ledger ledger(database);
        Arrival arrival{at, sha256, 1};
        arrival.place = std::move(place);
        ledger.begin(arrival, facts);
        ledger.finish(sha256, {}, records, set_texts);
    }
    void read(const std::string& name, const std::string& at, const std::string& sha256,
              std::optional<BatchPlace> place = {}) {
        Database shard = database(name);
        read(shard, at, sha256, std::move(place));
    }

    MergedShard merge(Database& into, const std::string& shard) {
        ShardMerge merge(into, path(shard), Language::kEnglish);
        const MergedShard told = merge.take(set_texts);
        EXPECT_FALSE(into.connection().query("PRAGMA foreign_key_check").next());
        return told;
    }
    std::vector<std::string> current(Database& database) {
        std::vector<std::string> names;
        Archive(database).for_each(Versions::kCurrent, [&](const StoredDocument& document) {
            names.push_back(document.entry.sha256.substr(0, 1));
        });
        return names;
    }

    test::TemporaryFolder folder_;
};

// A new table would be lost without a word: say in merged_rows.cpp, or here, what becomes of it.
TEST_F(MergeTest, EveryTableIsAccountedFor) {
    std::set<std::string> known{
        // merged, of documents (merged_rows.cpp)
        "attempts", "page_cache", "pages", "tables", "activities", "other_rows", "fields", "fragments",
        "steps", "amounts", "year_targets", "appearances", "joins", "findings", "search_texts",
        "extracted_documents", "extracted_activities", "extracted_other_rows", "extracted_fields",
        "extracted_fragments", "extracted_steps", "extracted_amounts", "extracted_year_targets",
        "extracted_appearances", "extracted_joins", "extracted_findings",
        // merged by rules of their own
        "documents", "paths", "batches", "expected", "submissions", "history", "corrections",
        "correction_places", "correction_states", "samples", "sample_items", "seed_shares", "taught_forms",
        // of this database alone: what is open, who has a link, how the file was made
        "leases", "sample_seeds", "reviewers", "changes", "identity", "migrations", "thai_months",
        "thai_statuses", "thai_table_kinds", "search_indexed", "sqlite_sequence"};
    Database made = database("a");
    Query rows = made.connection().query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'search' AND name NOT LIKE "
        "'search!_%' ESCAPE '!'"
        " OR name IN ('search_texts', 'search_indexed')");
    while (rows.next()) EXPECT_EQ(known.erase(rows.text(0)), 1U) << rows.text(0);
    EXPECT_TRUE(known.empty()) << *known.begin();
}

TEST_F(MergeTest, RecordsComeAsTheyWere) {
    Database into = database("into");
    read(into, "/in/own.pdf", sha('f'));
    {
        Database shard = database("shard");
        read(shard, "/in/a.pdf", sha('a'));
        read(shard, "/in/b.pdf", sha('b'));
        PageCache(shard).put({sha('b'), "engine", "options"}, PageNumber{1}, "page");
    }
    const MergedShard told = merge(into, "shard");
    EXPECT_EQ(told.documents, 2);
    EXPECT_EQ(told.taken, 2);
    EXPECT_EQ(told.activities, 4);
    for (const char letter : {'a', 'b', 'f'})
        EXPECT_EQ(Archive(into).document(sha(letter))->records, test::sample_records()) << letter;
    EXPECT_EQ(PageCache(into).get({sha('b'), "engine", "options"}, PageNumber{1}), "page");
    EXPECT_EQ(merge(into, "shard").taken, 0);
}

TEST_F(MergeTest, TheBetterReadingStands) {
    Database into = database("into");
    Ledger(into).begin({"/in/a.pdf", sha('a'), 1}, {});
    Conclusion crashed;
    crashed.code = EventCode::kCrashed;
    Ledger(into).fail(sha('a'), crashed);
    read("shard", "/in/a.pdf", sha('a'));
    EXPECT_EQ(merge(into, "shard").taken, 1);
    EXPECT_EQ(Ledger(into).known(sha('a'))->state, DocumentState::kDone);
    EXPECT_EQ(Archive(into).document(sha('a'))->records, test::sample_records());

    Database worse = database("worse");
    Ledger(worse).begin({"/in/a.pdf", sha('a'), 1}, {});
    EXPECT_EQ(merge(into, "worse").taken, 0);
    EXPECT_EQ(Ledger(into).known(sha('a'))->state, DocumentState::kDone);
}

TEST_F(MergeTest, VersionsFollowTheListWhateverComesFirst) {
    const std::string list(64, '1');
    read("first", "/in/a.pdf", sha('c'), BatchPlace{list, 0});
    read("second", "/in/b.pdf", sha('a'), BatchPlace{list, 1});
    read("third", "/in/c.pdf", sha('b'), BatchPlace{list, 2});
    for (const char* name : {"first", "second", "third"}) {
        Database shard = database(name);  // all three are one school's
        Connection& connection = shard.connection();
        connection.run("INSERT INTO expected VALUES ('1', 2567, 'plan', '')");
        connection.run("INSERT INTO submissions SELECT '1', 2567, 'plan', id, first_path, NULL FROM documents");
    }
    std::vector<std::string> orders[] = {
        {"first", "second", "third"}, {"third", "second", "first"}, {"second", "third", "first", "second"}};
    int number = 0;
    for (const auto& order : orders) {
        Database into = database("into" + std::to_string(number++));
        for (const std::string& shard : order) merge(into, shard);
        EXPECT_EQ(Ledger(into).known(sha('c'))->superseded_by, sha('a'));
        EXPECT_EQ(Ledger(into).known(sha('a'))->superseded_by, sha('b'));
        EXPECT_EQ(current(into), std::vector<std::string>{"b"});
        EXPECT_LT(Ledger(into).known(sha('c'))->number, Ledger(into).known(sha('a'))->number);
        EXPECT_LT(Ledger(into).known(sha('a'))->number, Ledger(into).known(sha('b'))->number);
        std::vector<std::string> told;
        History(into).for_each([&](const Decision& decision) {
            told.push_back(decision.sha256.substr(0, 1) + decision.other->substr(0, 1));
        });
        std::sort(told.begin(), told.end());
        EXPECT_EQ(told, (std::vector<std::string>{"ab", "ca"}));
    }
}

TEST_F(MergeTest, WhatAPersonTookBackStays) {
    {
        Database shard = database("shard");
        read(shard, "/in/a.pdf", sha('a'));
        read(shard, "/in/a.pdf", sha('b'));
        History(shard).undo(1);
        EXPECT_EQ(current(shard), (std::vector<std::string>{"a", "b"}));
    }
    read("other", "/in/a.pdf", sha('a'));
    Database into = database("into");
    merge(into, "other");
    merge(into, "shard");
    EXPECT_EQ(current(into), (std::vector<std::string>{"a", "b"}));
    merge(into, "shard");
    int undone = 0;
    History(into).for_each(
        [&](const Decision& decision) { undone += decision.kind == Decision::Kind::kUndone; });
    EXPECT_EQ(undone, 1);
}

TEST_F(MergeTest, DecisionsOfBothAreUnited) {
    for (const char* name : {"one", "other"}) read(name, "/in/a.pdf", sha('a'));
    {
        Database one = database("one");
        Corrections(one).add(new_text("budget", "๙๙"), 0, set_texts);
        Database other = database("other");
        Corrections(other).add(new_text("activity", "อบรม"), 0, set_texts);
    }
    Database into = database("into");
    EXPECT_EQ(merge(into, "one").decisions, 1);
    EXPECT_EQ(Archive(into).document(sha('a'))->records,
              set_texts(test::sample_records(), {new_text("budget", "๙๙")}).records);
    EXPECT_EQ(merge(into, "other").decisions, 1);
    EXPECT_EQ(merge(into, "other").decisions, 0);
    EXPECT_EQ(merge(into, "one").decisions, 0);
    EXPECT_EQ(
        Archive(into).document(sha('a'))->records,
        set_texts(test::sample_records(), {new_text("budget", "๙๙"), new_text("activity", "อบรม")}).records);
    EXPECT_EQ(Corrections(into).extracted(sha('a')), test::sample_records());
    EXPECT_EQ(Corrections(into).states(sha('a')).size(), 2U);
    EXPECT_EQ(Corrections(into).of(sha('a')).at(0).place, new_text("budget", "").place);
}

TEST_F(MergeTest, ANewerReadingKeepsWhatWasDecidedHere) {
    Database into = database("into");
    read(into, "/in/a.pdf", sha('a'));
    Corrections(into).add(new_text("budget", "๙๙"), 0, set_texts);
    DocumentRecords better = test::sample_records();
    better.activities.at(0).field(FieldKey::kActivity)->text = "ใหม่";
    {
        Database shard = database("shard");
        ImportFacts facts;
        facts.program = "tarang 9";
        read(shard, "/in/a.pdf", sha('a'), {}, better, facts);
        shard.connection().run("UPDATE attempts SET ended_at = '2999-01-01T00:00:00Z'");
    }
    EXPECT_EQ(merge(into, "shard").taken, 1);
    EXPECT_EQ(Corrections(into).extracted(sha('a')), better);
    EXPECT_EQ(Archive(into).document(sha('a'))->records,
              set_texts(better, {new_text("budget", "๙๙")}).records);
}

TEST_F(MergeTest, SamplesComeOnce) {
    read("shard", "/in/a.pdf", sha('a'));
    {
        Database shard = database("shard");
        Sample sample;
        sample.reviewer = "สมศรี";
        sample.filter = "all";
        sample.items = {{sha('a'), "t0-r1", "budget"}};
        Samples(shard).add(sample);
        Corrections(shard).add(new_text("budget", "๙๙"), 0, set_texts);
    }
    Database into = database("into");
    merge(into, "shard");
    merge(into, "shard");
    const std::vector<Sample> samples = Samples(into).all();
    ASSERT_EQ(samples.size(), 1U);
    EXPECT_EQ(samples[0].checked, 1) << "the decision came after the draw, here as there";
    EXPECT_EQ(samples[0].wrong, 1);
}

TEST_F(MergeTest, AShardThatContradictsItselfIsRefusedWhole) {
    read("shard", "/in/a.pdf", sha('a'));
    {
        Database shard = database("shard");
        shard.connection().run("DELETE FROM activities WHERE position = 0");
    }
    Database into = database("into");
    EXPECT_THROW(merge(into, "shard"), ShardRefused);
    EXPECT_FALSE(Ledger(into).known(sha('a')));
    EXPECT_THROW(ShardMerge(into, path("into"), Language::kEnglish), ShardRefused);
    EXPECT_THROW(ShardMerge(into, path("none"), Language::kEnglish), ShardRefused);
}

}  // namespace
}  // namespace tarang::store
