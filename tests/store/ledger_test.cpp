// The rules of identity: duplicates, versions, second readings, crashes.
#include "pipeline/store/ledger.h"

#include <gtest/gtest.h>

#include "pipeline/store/archive.h"
#include "pipeline/store/sqlite.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace tarang::store {
namespace {

using enum DocumentState;

const ImportFacts kFacts{"tarang 0.1.0", "poppler 22", "ocr=skip", "", ""};

class LedgerTest : public ::testing::Test {
protected:
    /// A content's hash from one letter.
    static std::string sha(char letter) { return std::string(64, letter); }

    LedgerEntry read(char content, const std::string& path, EventCode code = EventCode::kOk,
                     const DocumentRecords& records = test::sample_records()) {
        ledger.begin({path, sha(content), 100}, kFacts);
        const Conclusion outcome{code, code == EventCode::kOk ? "" : "why", 3, 2, 0.5, std::string(64, 'f')};
        const DocumentState state = state_of(code);
        return state == kDone || state == kPartial ? ledger.finish(sha(content), outcome, records)
                                                   : ledger.fail(sha(content), outcome);
    }
    LedgerEntry seen(char content, const std::string& path) { return ledger.seen({path, sha(content), 100}); }
    DocumentState shown(char content) { return ledger.known(sha(content))->shown_state(); }
    std::int64_t count(std::string_view sql) {
        Query rows = database.connection().query(sql);
        return rows.next() ? rows.integer(0) : -1;
    }

    test::TemporaryFolder folder;
    Database database = Database::open(folder / "a.db", Access::kCreate);
    Ledger ledger{database};
    Archive archive{database};
};

TEST_F(LedgerTest, ANewDocumentIsUnknownThenUnfinishedThenDone) {
    EXPECT_EQ(ledger.known(sha('a')), std::nullopt);
    const LedgerEntry begun = ledger.begin({"/in/ก.pdf", sha('a'), 100}, kFacts);
    EXPECT_FALSE(begun.finished);
    EXPECT_EQ(begun.attempts, 1);

    const LedgerEntry done = read('a', "/in/ก.pdf");
    LedgerEntry expected;
    expected.number = 1;
    expected.sha256 = sha('a');
    expected.first_path = "/in/ก.pdf";
    expected.file_name = "ก.pdf";
    expected.size = 100;
    expected.seen_at = begun.seen_at;
    expected.finished = true;
    expected.state = kDone;
    expected.pages = 3;
    expected.pages_read = 2;
    expected.activities = 2;
    expected.flagged = 2;
    expected.seconds = 0.5;
    expected.attempts = 2;
    expected.facts = {"tarang 0.1.0", "poppler 22", "ocr=skip", "monitoring", std::string(64, 'f')};
    EXPECT_EQ(done, expected);
    EXPECT_EQ(ledger.known(sha('a')), expected);
}

TEST_F(LedgerTest, TheSameAgainIsToldAgain) {
    const LedgerEntry done = read('a', "/in/a.pdf", EventCode::kNoTextLayer);
    const DocumentEvent event = event_of(seen('a', "/in/a.pdf"), "/in/a.pdf");
    const DocumentEvent expected{"/in/a.pdf", sha('a'), kPartial, EventCode::kNoTextLayer, "why", 3, 2, 2,
                                 2,           {},       0};
    EXPECT_EQ(event, expected);
    EXPECT_EQ(event, event_of(done, "/in/a.pdf"));
}

TEST_F(LedgerTest, TheSameElsewhereIsADuplicate) {
    read('a', "/in/a.pdf", EventCode::kDamaged);
    const DocumentEvent event = event_of(seen('a', "/copy/b.pdf"), "/copy/b.pdf");
    EXPECT_EQ(event.state, kDuplicate);
    EXPECT_EQ(event.code, EventCode::kDamaged);
    EXPECT_EQ(event.duplicate_of, "/in/a.pdf");
    EXPECT_EQ(event_of(seen('a', "/copy/b.pdf"), "/copy/b.pdf"), event);  // and stays one
    EXPECT_EQ(shown('a'), kFailed);
    EXPECT_EQ(count("SELECT count(*) FROM paths"), 2);
}

TEST_F(LedgerTest, NewContentAtAPathSupersedesAndKeepsTheOlder) {
    read('a', "/in/a.pdf");
    read('b', "/in/a.pdf");
    EXPECT_EQ(shown('a'), kSuperseded);
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('b'));
    EXPECT_EQ(shown('b'), kDone);
    EXPECT_EQ(archive.document(sha('a'))->records, test::sample_records());
    // An event never says superseded.
    EXPECT_EQ(event_of(seen('a', "/in/a.pdf"), "/in/a.pdf").state, kDone);
}

TEST_F(LedgerTest, TheOlderContentComingBackChangesNothing) {
    read('a', "/in/a.pdf");
    read('b', "/in/a.pdf");
    seen('a', "/in/a.pdf");
    EXPECT_EQ(shown('a'), kSuperseded);
    EXPECT_EQ(shown('b'), kDone);
}

TEST_F(LedgerTest, VersionsMakeAChain) {
    for (const char content : {'a', 'b', 'c'}) read(content, "/in/a.pdf");
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('b'));
    EXPECT_EQ(ledger.known(sha('b'))->superseded_by, sha('c'));
    EXPECT_EQ(shown('c'), kDone);
}

// A half-copied file must not make a good report vanish from the export.
TEST_F(LedgerTest, ADamagedCopyPushesNothingAside) {
    read('a', "/in/a.pdf");
    read('b', "/in/a.pdf", EventCode::kDamaged);
    EXPECT_EQ(shown('a'), kDone);
    EXPECT_EQ(shown('b'), kFailed);
    read('c', "/in/a.pdf");
    EXPECT_EQ(shown('a'), kSuperseded);
    EXPECT_EQ(shown('b'), kSuperseded);
}

TEST_F(LedgerTest, AnOlderDocumentReadLateTakesItsPlaceBelowTheNewer) {
    read('a', "/in/a.pdf", EventCode::kTimedOut);
    read('b', "/in/a.pdf");
    EXPECT_EQ(shown('a'), kSuperseded);
    read('a', "/in/a.pdf");  // read again, now with success
    EXPECT_EQ(shown('a'), kSuperseded);
    EXPECT_EQ(shown('b'), kDone);
}

TEST_F(LedgerTest, ReadingsThatEndOutOfOrderMakeTheSameVersions) {
    ledger.begin({"/in/a.pdf", sha('a'), 1}, kFacts);
    ledger.begin({"/in/a.pdf", sha('b'), 1}, kFacts);
    ledger.finish(sha('b'), {}, test::sample_records());
    ledger.finish(sha('a'), {}, test::sample_records());
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('b'));
    EXPECT_EQ(shown('b'), kDone);
}

TEST_F(LedgerTest, APathThatOnlyHeldADuplicateMakesNoVersions) {
    read('a', "/in/a.pdf");
    seen('a', "/in/b.pdf");
    read('b', "/in/b.pdf");
    EXPECT_EQ(shown('a'), kDone);
    EXPECT_EQ(shown('b'), kDone);
}

TEST_F(LedgerTest, ANewerDocumentCopiedOverAnOlderSupersedesIt) {
    read('a', "/in/a.pdf");
    read('b', "/downloads/b.pdf");
    EXPECT_EQ(event_of(seen('b', "/in/a.pdf"), "/in/a.pdf").state, kDuplicate);
    EXPECT_EQ(ledger.known(sha('a'))->superseded_by, sha('b'));
}

TEST_F(LedgerTest, ASecondReadingReplacesTheRecords) {
    read('a', "/in/a.pdf", EventCode::kPageUnreadable);
    DocumentRecords better = test::sample_records();
    better.activities.pop_back();
    better.findings.clear();
    raise_flags(better);
    const LedgerEntry again = read('a', "/in/a.pdf", EventCode::kOk, better);
    EXPECT_EQ(again.state, kDone);
    EXPECT_EQ(again.activities, 1);
    EXPECT_EQ(again.flagged, 0);
    EXPECT_EQ(archive.document(sha('a'))->records, better);
    EXPECT_EQ(count("SELECT count(*) FROM fields WHERE id NOT IN (SELECT field FROM fragments)"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM fragments WHERE field NOT IN (SELECT id FROM fields)"), 0);
}

TEST_F(LedgerTest, ASecondReadingThatFailsLeavesTheFirst) {
    read('a', "/in/a.pdf");
    const LedgerEntry told = read('a', "/in/a.pdf", EventCode::kTimedOut);
    EXPECT_EQ(told.state, kFailed);
    EXPECT_EQ(told.code, EventCode::kTimedOut);
    EXPECT_EQ(told.activities, 0);
    EXPECT_EQ(shown('a'), kDone);
    EXPECT_EQ(archive.document(sha('a'))->records, test::sample_records());
}

TEST_F(LedgerTest, AReadingThatWasInterruptedLeavesTheFirst) {
    read('a', "/in/a.pdf");
    ledger.begin({"/in/a.pdf", sha('a'), 100}, kFacts);
    EXPECT_EQ(shown('a'), kDone);
    EXPECT_TRUE(ledger.known(sha('a'))->finished);
}

TEST_F(LedgerTest, AnInterruptedReadingBelongsToThePathThatEndsIt) {
    ledger.begin({"/in/a.pdf", sha('a'), 100}, kFacts);
    const LedgerEntry done = read('a', "/moved/b.pdf");
    EXPECT_EQ(done.first_path, "/moved/b.pdf");
    EXPECT_EQ(done.file_name, "b.pdf");
    EXPECT_EQ(event_of(done, "/moved/b.pdf").state, kDone);
    EXPECT_EQ(event_of(done, "/in/a.pdf").state, kDuplicate);
}

TEST_F(LedgerTest, AFailedDocumentLeavesALineAndNoRecord) {
    const LedgerEntry failed = read('a', "/in/a.pdf", EventCode::kEncrypted);
    EXPECT_EQ(failed.state, kFailed);
    EXPECT_EQ(failed.reason, "why");
    EXPECT_EQ(failed, ledger.known(sha('a')));
    EXPECT_EQ(archive.document(sha('a')), std::nullopt);
}

TEST_F(LedgerTest, TheThirdCrashSetsADocumentAside) {
    EXPECT_EQ(read('a', "/in/a.pdf", EventCode::kCrashed).state, kFailed);
    EXPECT_EQ(read('a', "/in/a.pdf", EventCode::kCrashed).state, kFailed);
    const LedgerEntry third = read('a', "/in/a.pdf", EventCode::kCrashed);
    EXPECT_EQ(third.state, kQuarantined);
    EXPECT_EQ(third.crashes, 3);
    EXPECT_EQ(shown('a'), kQuarantined);
}

TEST_F(LedgerTest, RecordsThatContradictThemselvesAreNotKept) {
    DocumentRecords twice = test::sample_records();
    twice.activities[1].id = twice.activities[0].id;
    const LedgerEntry entry = read('a', "/in/a.pdf", EventCode::kOk, twice);
    EXPECT_EQ(entry.state, kFailed);
    EXPECT_EQ(entry.code, EventCode::kCrashed);
    EXPECT_NE(entry.reason.find("UNIQUE constraint"), std::string::npos) << entry.reason;
    EXPECT_EQ(count("SELECT count(*) FROM activities"), 0);
    EXPECT_EQ(read('b', "/in/b.pdf").state, kDone);  // the run goes on
}

TEST_F(LedgerTest, APathInAnotherEncodingComesBackAsItWas) {
    const std::string path = "/in/\xC3\xA1\xA4\\x41\xFF.pdf";  // bytes of TIS-620 among UTF-8
    read('a', path);
    EXPECT_EQ(ledger.known(sha('a'))->first_path, path);
    EXPECT_EQ(event_of(seen('a', path), path).state, kDone);
}

TEST_F(LedgerTest, LinesComeByPath) {
    read('c', "/in/c.pdf");
    read('a', "/in/a.pdf", EventCode::kDamaged);
    std::string order;
    ledger.for_each([&](const LedgerEntry& entry) { order += entry.sha256[0]; });
    EXPECT_EQ(order, "ac");
}

TEST_F(LedgerTest, TheArchiveGivesCurrentDocumentsOrAll) {
    read('a', "/in/a.pdf");
    read('b', "/in/b.pdf", EventCode::kDamaged);
    read('c', "/in/a.pdf", EventCode::kNoTable);
    const auto listed = [&](Versions versions) {
        std::string order;
        archive.for_each(versions,
                         [&](const StoredDocument& document) { order += document.entry.sha256[0]; });
        return order;
    };
    EXPECT_EQ(listed(Versions::kCurrent), "c");
    EXPECT_EQ(listed(Versions::kAll), "ac");
}

}  // namespace
}  // namespace tarang::store
