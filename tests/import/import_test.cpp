#include "host/import/import.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "pipeline/store/archive.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/page_cache.h"
#include "tests/support/temporary_folder.h"

namespace tarang::importing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class Import : public ::testing::Test {
protected:
    std::string file(const std::string& name, const std::string& content) {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return (folder_ / name).string();
    }
    std::string db() const { return (folder_ / "db.tarang").string(); }

    ImportOptions options(const std::string& fault) const {
        ImportOptions options;
        options.receiving.originals = db() + ".files";
        options.worker = {FAKE_ENGINE, {"fake", fault}};
        options.language = Language::kEnglish;
        options.workers = 2;
        return options;
    }

    ExitCode import(const std::vector<std::string>& paths, const ImportOptions& options) {
        auto database = store::Database::open(db(), store::Access::kCreate);
        events_.clear();
        pages_read_ = 0;
        auto next = paths.begin();
        Observer observer;
        observer.document = [&](const DocumentEvent& event) {
            EXPECT_TRUE(events_.emplace(fs::path(event.path).filename(), event).second) << "one event a file";
        };
        observer.progress = [&](const std::string&, const Progress& progress) {
            pages_read_ = progress.pages_read;
        };
        return import_documents([&] { return next == paths.end() ? std::nullopt : std::optional(*next++); },
                                options, database, observer);
    }

    /// Of all that may pass.
    ExitCode retry(const ImportOptions& options) {
        auto database = store::Database::open(db(), store::Access::kWrite);
        events_.clear();
        pages_read_ = 0;
        std::vector<LedgerEntry> entries;
        store::Ledger(database).for_each([&](const LedgerEntry& entry) {
            if (may_pass(entry)) entries.push_back(entry);
        });
        Observer observer;
        observer.document = [&](const DocumentEvent& event) {
            events_.emplace(fs::path(event.path).filename(), event);
        };
        observer.progress = [&](const std::string&, const Progress& progress) {
            pages_read_ = progress.pages_read;
        };
        return retry_documents(entries, options, database, observer);
    }

    std::size_t stored_documents() {
        auto database = store::Database::open(db(), store::Access::kRead);
        std::size_t count = 0;
        store::Archive(database).for_each(store::Versions::kAll, [&](const StoredDocument&) { ++count; });
        return count;
    }

    std::size_t cached_pages() {
        auto database = store::Database::open(db(), store::Access::kRead);
        store::PageCache cache(database);
        std::size_t count = 0;
        store::Ledger(database).for_each([&](const LedgerEntry& entry) {
            count += cache.pages({entry.sha256, entry.facts.engines, entry.facts.options}).size();
        });
        return count;
    }

    test::TemporaryFolder temporary_;
    const fs::path folder_ = temporary_.path();
    std::map<std::string, DocumentEvent> events_;
    std::int64_t pages_read_ = 0;
};

TEST_F(Import, WhatOnlyAConverterReadsNamesItsPackages) {
    ImportOptions without = options("old-text");
    without.converter = {};
    EXPECT_EQ(import({file("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")}, without), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.doc").code, EventCode::kUnsupportedFormat);
    EXPECT_NE(events_.at("a.doc").reason.find("apt install libreoffice-writer libreoffice-calc bubblewrap"),
              std::string::npos);
}

/// A sandbox that cannot be made is no reason to do without one.
TEST_F(Import, NothingIsConvertedWithoutASandbox) {
    ImportOptions unconfined = options("old-text");
    const std::string office = file("soffice", "#!/bin/sh\ntouch " + (folder_ / "ran").string() + "\n");
    fs::permissions(office, fs::perms::owner_all);
    unconfined.converter = {.sandbox = "/bin/false", .office = office};
    EXPECT_EQ(import({file("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")}, unconfined), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.doc").code, EventCode::kUnsupportedFormat);
    EXPECT_NE(events_.at("a.doc").reason.find("user namespaces"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder_ / "ran"));
}

TEST_F(Import, ADocumentIsDone) {
    const std::string path = file("a.pdf", "%PDF-1");
    EXPECT_EQ(import({path}, options("none")), ExitCode::kDone);
    DocumentEvent event = events_.at("a.pdf");
    EXPECT_GT(event.seconds, 0);
    event.seconds = 0;
    EXPECT_EQ(event.sha256->size(), 64U);
    const DocumentEvent expected{.path = path,
                                 .sha256 = event.sha256,
                                 .state = DocumentState::kDone,
                                 .code = EventCode::kOk,
                                 .reason = "",
                                 .pages = 3,
                                 .pages_read = 3,
                                 .activities = 1,
                                 .flagged = 0,
                                 .duplicate_of = {},
                                 .seconds = 0};
    EXPECT_EQ(event, expected);
    EXPECT_EQ(stored_documents(), 1U);
    EXPECT_TRUE(fs::exists(folder_ / "db.tarang.files" / *event.sha256));
}

TEST_F(Import, OfAQuickDocumentNoPageIsKept) {
    EXPECT_EQ(import({file("a.pdf", "%PDF-1")}, options("quick")), ExitCode::kDone);
    EXPECT_EQ(events_.at("a.pdf").pages, 3);
    EXPECT_EQ(events_.at("a.pdf").pages_read, 3);
    EXPECT_EQ(events_.at("a.pdf").activities, 1);
    EXPECT_EQ(pages_read_, 3);
    EXPECT_EQ(stored_documents(), 1U);
    EXPECT_EQ(cached_pages(), 0U);
    import({file("b.pdf", "%PDF-2")}, options("none"));
    EXPECT_EQ(cached_pages(), 3U);
}

TEST_F(Import, TheSameAgainChangesNothing) {
    const std::string path = file("a.pdf", "%PDF-1");
    import({path}, options("none"));
    // A worker that would crash shows that none was asked.
    EXPECT_EQ(import({path}, options("crash-on-open")), ExitCode::kDone);
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kDone);
    EXPECT_EQ(events_.at("a.pdf").activities, 1);
}

TEST_F(Import, TheSameContentElsewhereIsADuplicate) {
    const std::string first = file("a.pdf", "%PDF-1");
    const std::string second = file("b.pdf", "%PDF-1");
    EXPECT_EQ(import({first, second}, options("none")), ExitCode::kDone);
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kDone);
    EXPECT_EQ(events_.at("b.pdf").state, DocumentState::kDuplicate);
    EXPECT_EQ(events_.at("b.pdf").duplicate_of, first);
    EXPECT_EQ(pages_read_, 3) << "the second waited for the first";
}

TEST_F(Import, ADuplicateCountsLikeItsOriginal) {
    const std::string first = file("a.pdf", "%PDF-1");
    const std::string second = file("b.pdf", "%PDF-1");
    EXPECT_EQ(import({first, second}, options("damaged")), ExitCode::kFailed);
    EXPECT_EQ(events_.at("b.pdf").state, DocumentState::kDuplicate);
    EXPECT_EQ(events_.at("b.pdf").code, EventCode::kDamaged);
    EXPECT_EQ(import({second}, options("none")), ExitCode::kFailed);
}

TEST_F(Import, TheWorstOfABatchWins) {
    const std::vector<std::string> paths{file("a.pdf", "%PDF-1"), file("~$b.docx", "x"),
                                         file("c.7z", "7z\xBC\xAF\x27\x1C"), (folder_ / "missing.pdf").string()};
    EXPECT_EQ(import(paths, options("unknown-form")), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.pdf").code, EventCode::kUnknownForm);
    EXPECT_EQ(events_.at("~$b.docx").state, DocumentState::kSkipped);
    EXPECT_EQ(events_.at("c.7z").code, EventCode::kUnsupportedFormat);
    EXPECT_TRUE(events_.at("c.7z").sha256.has_value());
    EXPECT_EQ(events_.at("missing.pdf").code, EventCode::kMissing);
    EXPECT_FALSE(events_.at("missing.pdf").sha256.has_value());
    EXPECT_EQ(import({paths[0], paths[1]}, options("none")), ExitCode::kPartial)
        << "the ledger's verdict again";
}

TEST_F(Import, PartialDocumentsAreStored) {
    for (const auto& [fault, code] :
         std::map<std::string, EventCode>{{"scan", EventCode::kNoTextLayer},
                                          {"no-table", EventCode::kNoTable},
                                          {"no-records", EventCode::kNoRecords},
                                          {"unknown-form", EventCode::kUnknownForm}}) {
        EXPECT_EQ(import({file(fault, "%PDF-" + fault)}, options(fault)), ExitCode::kPartial);
        EXPECT_EQ(events_.at(fault).state, DocumentState::kPartial);
        EXPECT_EQ(events_.at(fault).code, code);
        EXPECT_EQ(events_.at(fault).pages, 3);
        EXPECT_EQ(events_.at(fault).pages_read, fault == "scan" ? 0 : 3);
        EXPECT_FALSE(events_.at(fault).reason.empty());
    }
    EXPECT_EQ(stored_documents(), 4U);
}

TEST_F(Import, ImageFilesAreDocumentsAsPdfsAre) {
    EXPECT_EQ(import({file("a.png", "\x89PNG\r\n\x1A\n")}, options("none")), ExitCode::kDone);
    EXPECT_EQ(events_.at("a.png").code, EventCode::kOk);
}

// Whatever a worker does on one document's second page, it costs that document its success and no other.
TEST_F(Import, WhatAWorkerDoesIsOneDocumentsVerdict) {
    const std::map<std::string, EventCode> faults{{"leave-on-page", EventCode::kCrashed},
                                                  {"late-page", EventCode::kTimedOut},
                                                  {"huge-count", EventCode::kCrashed},
                                                  {"memory-on-page", EventCode::kOutOfMemory},
                                                  {"a-page-less", EventCode::kCrashed}};
    for (const auto& [fault, code] : faults) {
        const std::string path = file(fault, "%PDF-" + fault);
        ImportOptions with = options(fault);
        with.limits.time = 400ms;
        EXPECT_EQ(import({path}, with), ExitCode::kFailed) << fault;
        EXPECT_EQ(events_.at(fault).code, code) << fault;
    }
    EXPECT_EQ(import({file("good.pdf", "%PDF-good")}, options("none")), ExitCode::kDone);
    EXPECT_EQ(stored_documents(), 1U);
}

TEST_F(Import, AFailedDocumentLeavesItsPagesAndNoRecords) {
    const std::string path = file("a.pdf", "%PDF-1");
    EXPECT_EQ(import({path}, options("crash-on-assemble")), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.pdf").code, EventCode::kCrashed);
    EXPECT_EQ(events_.at("a.pdf").pages, 3);
    EXPECT_EQ(stored_documents(), 0U);
    EXPECT_EQ(import({path}, options("none")), ExitCode::kFailed) << "the ledger's verdict again";
}

TEST_F(Import, OneCrashDoesNotTouchTheOthers) {
    std::vector<std::string> paths;
    for (int i = 0; i < 6; ++i)
        paths.push_back(file(std::to_string(i) + ".pdf", "%PDF-" + std::to_string(i)));
    EXPECT_EQ(import(paths, options("crash-on-page")), ExitCode::kFailed);
    EXPECT_EQ(events_.size(), 6U);
}

TEST_F(Import, RereadReadsAgain) {
    const std::string path = file("a.pdf", "%PDF-1");
    import({path}, options("damaged"));
    ImportOptions again = options("none");
    again.reread = true;
    EXPECT_EQ(import({path}, again), ExitCode::kDone);
    EXPECT_EQ(pages_read_, 3);
    EXPECT_EQ(import({path}, again), ExitCode::kDone);
    EXPECT_EQ(pages_read_, 3) << "with the cache full, too";
    EXPECT_EQ(stored_documents(), 1U);
}

TEST_F(Import, ARetryReadsThePagesThatAreMissing) {
    const std::string path = file("a.pdf", "%PDF-1");
    import({path}, options("crash-on-page"));
    EXPECT_EQ(retry(options("none")), ExitCode::kDone);
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kDone);
    EXPECT_EQ(events_.at("a.pdf").path, path);
    EXPECT_EQ(pages_read_, 2) << "the first page was kept";
    EXPECT_EQ(retry(options("none")), ExitCode::kDone);
    EXPECT_TRUE(events_.empty()) << "what is done is left alone";
}

TEST_F(Import, WhatCrashesAgainAndAgainIsSetAside) {
    const std::string path = file("a.pdf", "%PDF-1");
    import({path}, options("crash-on-page"));
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kFailed);
    retry(options("crash-on-page"));
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kFailed);
    EXPECT_EQ(retry(options("crash-on-page")), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kQuarantined);
    retry(options("none"));
    EXPECT_TRUE(events_.empty()) << "it is not tried again by itself";
    EXPECT_EQ(import({path}, options("none")), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kQuarantined);
}

TEST_F(Import, FaultsOfTheFileAreNotRetried) {
    import({file("a.pdf", "%PDF-1")}, options("damaged"));
    EXPECT_EQ(retry(options("none")), ExitCode::kDone);
    EXPECT_TRUE(events_.empty());
}

/// Kills the workers that this process has.
void kill_workers() {
    std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    for (pid_t child = 0; children >> child;) ::kill(child, SIGKILL);
}

std::int32_t attempts_of(const std::string& path, const std::string& db) {
    auto database = store::Database::open(db, store::Access::kRead);
    return store::Ledger(database).meant_by(path).front().attempts;
}

TEST_F(Import, WhatTheMachineIsToBlameForIsReadOnceMoreWhenAllOthersAreDone) {
    const std::vector<std::string> paths{file("a.pdf", "%PDF-1"), file("b.pdf", "%PDF-2"),
                                         file("c.pdf", "%PDF-1")};
    ImportOptions with = options("slow-page");
    with.workers = 1;
    std::vector<std::string> ended;
    bool killed = false;
    Observer observer;
    observer.document = [&](const DocumentEvent& event) {
        ended.push_back(fs::path(event.path).filename().string() + " " + std::string(name_of(event.code)));
    };
    Progress last;
    observer.progress = [&](const std::string&, const Progress& progress) {
        if (!std::exchange(killed, true)) kill_workers();
        EXPECT_LE(progress.pages_done, progress.pages_known);
        last = progress;
    };
    auto next = paths.begin();
    const auto source = [&] { return next == paths.end() ? std::nullopt : std::optional(*next++); };
    auto database = store::Database::open(db(), store::Access::kCreate);
    EXPECT_EQ(import_documents(source, with, database, observer), ExitCode::kDone);
    EXPECT_EQ(last.pages_known, 2 * 3) << "those of a.pdf once, though it was read twice";
    EXPECT_EQ(last.pages_done, last.pages_known);
    EXPECT_EQ(ended, (std::vector<std::string>{"b.pdf ok", "a.pdf ok", "c.pdf ok"}));
    EXPECT_EQ(attempts_of(paths[0], db()), 2);
    EXPECT_EQ(attempts_of(paths[1], db()), 1);
}

TEST_F(Import, TheSecondReadingIsTheVerdict) {
    const std::string path = file("a.pdf", "%PDF-1");
    EXPECT_EQ(import({path}, options("killed-on-page")), ExitCode::kFailed);
    EXPECT_EQ(events_.at("a.pdf").code, EventCode::kOutOfMemory);
    EXPECT_EQ(attempts_of(path, db()), 2);
    EXPECT_EQ(retry(options("none")), ExitCode::kDone);
    import({file("b.pdf", "%PDF-2")}, options("memory-on-page"));
    EXPECT_EQ(attempts_of(folder_ / "b.pdf", db()), 1) << "its own limit is the document's fault";
}

TEST_F(Import, TheManifestSaysWhoseADocumentIs) {
    const std::string first = file("one.pdf", "%PDF-1");
    const std::string second = file("two.pdf", "%PDF-2");
    const Manifest manifest =
        Manifest::parse("code,year,form,path\n1,2567,m,one.pdf\n1,2567,m,two.pdf\n", folder_, "m.csv");
    ImportOptions with = options("none");
    with.manifest = &manifest;
    import({first, second}, with);
    auto database = store::Database::open(db(), store::Access::kRead);
    std::vector<std::string> current;
    store::Archive(database).for_each(store::Versions::kCurrent, [&](const StoredDocument& document) {
        current.push_back(document.entry.file_name);
    });
    EXPECT_EQ(current, std::vector<std::string>{"two.pdf"});
}

TEST_F(Import, NewContentAtAPathSupersedes) {
    const std::string path = file("a.pdf", "%PDF-1");
    import({path}, options("none"));
    file("a.pdf", "%PDF-2");
    EXPECT_EQ(import({path}, options("none")), ExitCode::kDone);
    EXPECT_EQ(events_.at("a.pdf").state, DocumentState::kDone);
    auto database = store::Database::open(db(), store::Access::kRead);
    std::size_t current = 0;
    store::Archive(database).for_each(store::Versions::kCurrent, [&](const StoredDocument&) { ++current; });
    EXPECT_EQ(current, 1U);
}

TEST_F(Import, AnInterruptedImportGoesOnWhereItStopped) {
    const std::string path = file("a.pdf", "%PDF-1");
    const int event = ::eventfd(0, EFD_CLOEXEC);
    ImportOptions stopping = options("hang-on-page");
    stopping.interrupt = event;
    auto database = store::Database::open(db(), store::Access::kCreate);
    Observer observer;
    observer.document = [](const DocumentEvent&) { FAIL() << "an unfinished document has no event"; };
    observer.progress = [&](const std::string&, const Progress&) {
        const std::uint64_t one = 1;
        ASSERT_EQ(::write(event, &one, sizeof one), static_cast<ssize_t>(sizeof one));
    };
    bool given = false;
    const auto paths = [&] { return std::exchange(given, true) ? std::nullopt : std::optional(path); };
    EXPECT_EQ(import_documents(paths, stopping, database, observer), ExitCode::kInterrupted);
    ::close(event);
    EXPECT_EQ(import({path}, options("none")), ExitCode::kDone);
    EXPECT_EQ(pages_read_, 2) << "the first page was kept";
}

}  // namespace
}  // namespace tarang::importing
