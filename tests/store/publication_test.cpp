// Whatever changes what is published of a document changes its stamp, and no other's.
#include "pipeline/store/publication.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/store/corrections.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/sqlite.h"
#include "pipeline/store/submissions.h"
#include "pipeline/store/taught_forms.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

const std::string kOne(64, '1');
const std::string kTwo(64, '2');
const SubmissionKey kSchool{"57010001", 2567, "monitoring"};

/// Counts rows by table, and their values.
class Counter : public RowSink {
public:
    void begin_row(std::size_t table) override {
        ++rows[std::string(published_tables()[table].name)];
        columns_ = std::count(published_tables()[table].columns.begin(),
                              published_tables()[table].columns.end(), ',') +
                   1;
    }
    void null() override { --columns_; }
    void integer(std::int64_t) override { --columns_; }
    void real(double) override { --columns_; }
    void text(std::string_view) override { --columns_; }
    void end_row() override { EXPECT_EQ(columns_, 0) << "a value for each column"; }

    std::map<std::string, int> rows;

private:
    std::ptrdiff_t columns_ = 0;
};

class PublicationTest : public ::testing::Test {
protected:
    PublicationTest() {
        read(kOne, "/in/1.pdf");
        read(kTwo, "/in/2.pdf");
    }

    void read(const std::string& sha256, const std::string& path) {
        ledger.begin({path, sha256, 100, {}}, {});
        ledger.finish(sha256, {}, test::sample_records());
    }
    std::map<std::string, std::int64_t> stamps() {
        std::map<std::string, std::int64_t> stamps;
        for (const Subject& subject : Publication(database).subjects()) stamps[subject.name] = subject.stamp;
        return stamps;
    }
    /// The subjects whose stamps the step changes, makes or takes away.
    template <typename Step>
    std::set<std::string> changed_by(Step step) {
        auto before = stamps();
        step();
        std::set<std::string> changed;
        for (const auto& [name, stamp] : stamps()) {
            if (!before.contains(name) || before[name] != stamp) changed.insert(name);
            before.erase(name);
        }
        for (const auto& [name, stamp] : before) changed.insert(name);
        return changed;
    }
    void decide(const std::string& sha256) {
        Correction correction;
        correction.reviewer = "สมศรี";
        correction.sha256 = sha256;
        correction.kind = Correction::Kind::kAccept;
        correction.activity = "t0-r1";
        correction.field = "budget";
        correction.made_by = "tarang 0.1.0";
        Corrections(database).add(correction, 0,
                                  [](const DocumentRecords& extracted, const std::vector<Correction>&) {
                                      return CorrectedRecords{extracted, {}};
                                  });
    }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    Ledger ledger{database};
};

using Names = std::set<std::string>;

TEST_F(PublicationTest, ReadingAndReadingAgain) {
    EXPECT_EQ(changed_by([&] { read(std::string(64, '3'), "/in/3.pdf"); }), Names{std::string(64, '3')});
    EXPECT_EQ(changed_by([&] { read(kTwo, "/in/2.pdf"); }), Names{kTwo});
    EXPECT_EQ(changed_by([&] { read(std::string(64, '4'), "/in/1.pdf"); }),
              (Names{kOne, std::string(64, '4')}))
        << "a newer version, and the one that it supersedes";
}

TEST_F(PublicationTest, WhatComesAgainChangesNothing) {
    EXPECT_EQ(changed_by([&] { ledger.seen({"/in/1.pdf", kOne, 100, {}}); }), Names{});
}

TEST_F(PublicationTest, Decisions) {
    EXPECT_EQ(changed_by([&] { decide(kOne); }), Names{kOne});
}

TEST_F(PublicationTest, TheManifest) {
    EXPECT_EQ(changed_by([&] {
                  Submissions(database).expect({{kSchool, "โรงเรียนบ้านห้วย"}});
              }),
              Names{"manifest"});
    EXPECT_EQ(changed_by([&] {
                  Submissions(database).expect({{kSchool, "โรงเรียนบ้านห้วย"}});
              }),
              Names{})
        << "the same manifest once more";
    EXPECT_EQ(changed_by([&] {
                  Submissions(database).expect({{kSchool, "โรงเรียนบ้านดอน"}});
              }),
              Names{"manifest"});
    EXPECT_EQ(changed_by([&] { ledger.seen({"/in/1.pdf", kOne, 100, kSchool}); }), Names{kOne});
}

TEST_F(PublicationTest, TaughtForms) {
    EXPECT_EQ(changed_by([&] { TaughtForms(database).teach("สมศรี", "โครงการ", "x"); }), Names{"forms"});
    EXPECT_EQ(changed_by([&] { TaughtForms(database).forget("สมศรี", "โครงการ"); }), Names{"forms"});
}

TEST_F(PublicationTest, ForgettingLeavesWhoDecided) {
    decide(kOne);
    EXPECT_EQ(changed_by([&] { History(database).forget(kOne); }), Names{kOne});
    const auto subjects = Publication(database).subjects();
    const auto forgotten = std::find_if(subjects.begin(), subjects.end(),
                                        [](const Subject& subject) { return subject.name == kOne; });
    ASSERT_NE(forgotten, subjects.end());
    Counter counter;
    EXPECT_EQ(Publication(database).read(*forgotten, counter), 1);
    EXPECT_EQ(counter.rows, (std::map<std::string, int>{{"corrections", 1}}));
    EXPECT_EQ(changed_by([&] { History(database).forget(kTwo); }), Names{kTwo});
    EXPECT_FALSE(stamps().contains(kTwo)) << "nothing is left of it";
}

TEST_F(PublicationTest, AllRowsOfADocument) {
    Counter counter;
    const Subject first = Publication(database).subjects().at(0);
    EXPECT_EQ(first.name, kOne);
    std::int64_t expected = 0;
    for (const auto& [table, what] :
         {std::pair{"fields", "document = 1"},
          {"activities", "document = 1"},
          {"findings", "document = 1"},
          {"fragments", "field IN (SELECT id FROM fields WHERE document = 1)"},
          {"amounts", "activity IN (SELECT id FROM activities WHERE document = 1)"}}) {
        Query rows =
            database.connection().query("SELECT count(*) FROM " + std::string(table) + " WHERE " + what);
        ASSERT_TRUE(rows.next());
        expected = rows.integer(0);
        EXPECT_GT(expected, 0) << table;
        if (counter.rows.empty()) Publication(database).read(first, counter);
        EXPECT_EQ(counter.rows[table], expected) << table;
    }
}

TEST_F(PublicationTest, ADatabaseKnowsItself) {
    const std::string identity = Publication(database).identity();
    EXPECT_EQ(identity.size(), 32U);
    EXPECT_EQ(Publication(database).identity(), identity);
    Database other = Database::open(folder / "b.db", Access::kCreate);
    EXPECT_NE(Publication(other).identity(), identity);
}

}  // namespace
}  // namespace tarang::store
