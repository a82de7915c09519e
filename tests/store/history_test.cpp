// Decisions that can be seen and taken back, the manifest's versions, forgetting, and the backup.
#include "pipeline/store/history.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "pipeline/store/archive.h"
#include "pipeline/store/backup.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/page_cache.h"
#include "pipeline/store/search.h"
#include "pipeline/store/submissions.h"
#include "tests/store/refusal.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

using Kind = Decision::Kind;
using enum DocumentState;

const ImportFacts kFacts{"tarang 0.1.0", "poppler 22", "ocr=skip", "", ""};
const SubmissionKey kSchool{"57010001", 2567, "monitoring"};

class HistoryTest : public ::testing::Test {
protected:
    static std::string sha(char letter) { return std::string(64, letter); }

    void read(char content, const std::string& path, std::optional<SubmissionKey> key = {}) {
        ledger.begin({path, sha(content), 100, std::move(key)}, kFacts);
        ledger.finish(sha(content), {EventCode::kOk, "", 3, 3, 0.5, std::string(64, 'f')},
                      test::sample_records());
    }
    void seen(char content, const std::string& path, std::optional<SubmissionKey> key = {}) {
        ledger.seen({path, sha(content), 100, std::move(key)});
    }
    DocumentState shown(char content) { return ledger.known(sha(content))->shown_state(); }
    std::vector<Decision> decisions() {
        std::vector<Decision> all;
        history.for_each([&](const Decision& decision) {
            all.push_back(decision);
            all.back().at.clear();
        });
        return all;
    }
    std::string why_not(std::int64_t number) {
        try {
            history.undo(number);
        } catch (const RunError& error) {
            return error.code() == ExitCode::kUsage ? error.what() : "another code";
        }
        return "no error";
    }
    std::string bytes() {
        std::string all;
        for (const char* end : {"", "-wal"}) {
            std::ifstream file(database.path() + end, std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    Ledger ledger{database};
    History history{database};
};

TEST_F(HistoryTest, ANewerVersionIsSeenAndTakenBackAndPutThereAgain) {
    read('a', "/in/a.pdf");
    read('b', "/in/a.pdf");
    EXPECT_EQ(decisions(),
              (std::vector<Decision>{{1, "", Kind::kSuperseded, sha('a'), sha('b'), {}, {}, {}}}));
    EXPECT_EQ(shown('a'), kSuperseded);

    history.undo(1);
    EXPECT_EQ(shown('a'), kDone);
    EXPECT_EQ(decisions(), (std::vector<Decision>{{1, "", Kind::kSuperseded, sha('a'), sha('b'), {}, {}, 2},
                                                  {2, "", Kind::kUndone, sha('a'), sha('b'), {}, 1, {}}}));
    seen('b', "/in/a.pdf");
    read('c', "/in/a.pdf");
    EXPECT_EQ(shown('a'), kDone) << "what a person decided stays";
    EXPECT_EQ(shown('b'), kSuperseded);

    history.undo(2);
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('b'));
    EXPECT_EQ(history.undo(1).undoes, 1) << "it stood again";
    EXPECT_EQ(shown('a'), kDone);
}

TEST_F(HistoryTest, ADuplicatesPathBecomesTheDocumentsOwn) {
    read('a', "/in/a.pdf");
    seen('a', "/copy/b.pdf");
    seen('a', "/copy/b.pdf");
    EXPECT_EQ(decisions(),
              (std::vector<Decision>{{1, "", Kind::kDuplicate, sha('a'), {}, "/copy/b.pdf", {}, {}}}));
    history.undo(1);
    EXPECT_EQ(ledger.known(sha('a'))->first_path, "/copy/b.pdf");
    EXPECT_EQ(ledger.known(sha('a'))->file_name, "b.pdf");
    history.undo(2);
    EXPECT_EQ(ledger.known(sha('a'))->first_path, "/in/a.pdf");
}

TEST_F(HistoryTest, WhatCannotBeTakenBackIsRefused) {
    read('a', "/in/a.pdf");
    read('b', "/in/a.pdf");
    EXPECT_NE(why_not(9).find("no event of this number"), std::string::npos);
    history.undo(1);
    EXPECT_NE(why_not(1).find("undone already"), std::string::npos);
    history.forget(sha('b'));
    EXPECT_NE(why_not(2).find("forgotten"), std::string::npos);
    EXPECT_NE(why_not(3).find("forgotten"), std::string::npos);
}

TEST_F(HistoryTest, NothingOfAForgottenDocumentIsLeftButTheFact) {
    DocumentRecords records = test::sample_records();
    records.title->text = "ความลับสุดยอด";
    ledger.begin({"/in/secret-name.pdf", sha('a'), 100, {}}, kFacts);
    ledger.finish(sha('a'), {EventCode::kOk, "", 3, 3, 0.5, std::string(64, 'f')}, records);
    seen('a', "/in/secret-copy.pdf");
    PageCache(database).put({sha('a'), "e", "o"}, {1}, "secret-page");
    ASSERT_FALSE(find(database, "ความลับ").hits.empty());
    read('b', "/in/b.pdf");

    history.forget(sha('a'));
    EXPECT_EQ(ledger.known(sha('a')), std::nullopt);
    EXPECT_TRUE(find(database, "ความลับ").hits.empty());
    EXPECT_EQ(decisions().back(), (Decision{2, "", Kind::kForgotten, sha('a'), {}, {}, {}, {}}));
    const std::string left = bytes();
    for (const char* text : {"secret-name", "secret-copy", "secret-page", "ความลับ", "วามลั"})
        EXPECT_EQ(left.find(text), std::string::npos) << text;
    EXPECT_EQ(shown('b'), kDone);
    EXPECT_FALSE(find(database, "กิจกรรม").hits.empty() && find(database, "โครงการ").hits.empty());
}

TEST_F(HistoryTest, VersionsCloseUpWhereOneIsForgotten) {
    read('a', "/in/a.pdf");
    read('b', "/in/a.pdf");
    read('c', "/in/a.pdf");
    // Each stands behind the next, since b came while a was current.
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('b'));
    history.forget(sha('b'));
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('c'));
    history.forget(sha('c'));
    EXPECT_EQ(shown('a'), kDone);
}

TEST_F(HistoryTest, TheManifestMakesVersions) {
    read('a', "/school/one.pdf", kSchool);
    read('b', "/school/two.pdf", kSchool);
    read('c', "/school/plan.pdf", SubmissionKey{kSchool.code, kSchool.year, "plan"});
    EXPECT_EQ(shown('a'), kSuperseded);
    EXPECT_EQ(shown('b'), kDone);
    EXPECT_EQ(shown('c'), kDone);
}

TEST_F(HistoryTest, AnothersReportHandedInTwiceSupersedesNothing) {
    const SubmissionKey other{"57010002", 2567, "monitoring"};
    read('a', "/one/a.pdf", kSchool);
    seen('a', "/two/a.pdf", other);  // the second school copied the first one's file
    read('b', "/two/b.pdf", other);
    EXPECT_EQ(shown('a'), kDone);
    EXPECT_EQ(shown('b'), kDone);
}

TEST_F(HistoryTest, WhoHasNotSubmitted) {
    Submissions submissions(database);
    submissions.expect({{kSchool, "โรงเรียนหนึ่ง"}, {{"57010002", 2567, "monitoring"}, "โรงเรียนสอง"}});
    read('a', "/one/a.pdf", kSchool);
    read('b', "/one/b.pdf", kSchool);
    std::vector<std::pair<std::string, std::string>> came;
    submissions.for_each([&](const Submission& one) {
        came.emplace_back(one.expected.name, one.document ? one.document->file_name : "");
    });
    EXPECT_EQ(came, (std::vector<std::pair<std::string, std::string>>{{"โรงเรียนหนึ่ง", "b.pdf"},
                                                                      {"โรงเรียนสอง", ""}}));
}

TEST_F(HistoryTest, DocumentsAreFoundAsPeopleNameThem) {
    read('a', "/in/a.pdf");
    read('b', "/in/b.pdf");
    seen('a', "/copy/a2.pdf");
    const auto meant = [&](std::string_view text) {
        std::string letters;
        for (const LedgerEntry& entry : ledger.meant_by(text)) letters += entry.sha256[0];
        return letters;
    };
    EXPECT_EQ(meant("aaaaaaaa"), "a");
    EXPECT_EQ(meant("aaaaaaa"), "") << "too short to mean one";
    EXPECT_EQ(meant("/in/b.pdf"), "b");
    EXPECT_EQ(meant("b.pdf"), "b");
    EXPECT_EQ(meant("/copy/a2.pdf"), "a");
    EXPECT_EQ(meant("%"), "");
}

TEST_F(HistoryTest, ABackupIsTheDatabaseAgain) {
    read('a', "/in/a.pdf");
    copy_database(database, folder / "backup.db");
    Database copy = Database::open(folder / "backup.db", Access::kRead);
    EXPECT_EQ(Ledger(copy).known(sha('a')), ledger.known(sha('a')));
    EXPECT_EQ(Archive(copy).document(sha('a')), Archive(database).document(sha('a')));
    EXPECT_NE(test::refusal([&] { copy_database(database, folder / "no/backup.db"); }), "no error");
}

TEST_F(HistoryTest, OneImportAtATime) {
    using namespace std::chrono_literals;
    Database other = Database::open(folder / "a.db", Access::kWrite);
    database.reserve();
    EXPECT_NE(test::refusal([&] { other.reserve(50ms); }).find("Another import"), std::string::npos);
    Ledger(other).for_each([](const LedgerEntry&) {});  // reading goes on
}

}  // namespace
}  // namespace tarang::store
