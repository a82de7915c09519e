#include "pipeline/receive/receive.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "models/run_error.h"
#include "pipeline/receive/sha256.h"
#include "tests/support/temporary_folder.h"

namespace tarang::receive {
namespace {

namespace fs = std::filesystem;

class Receive : public ::testing::Test {
protected:
    std::string file(const std::string& name, const std::string& content) {
        std::ofstream(folder_ / name, std::ios::binary) << content;
        return (folder_ / name).string();
    }
    std::string originals() const { return (folder_ / "db.files").string(); }
    EventCode code_of(const std::string& path, ReceiveOptions options = {}) {
        const auto result = receive(path, options);
        return std::holds_alternative<Refused>(result) ? std::get<Refused>(result).code : EventCode::kOk;
    }

    test::TemporaryFolder temporary_;
    const fs::path folder_ = temporary_.path();
};

std::string content_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string content_of(int fd) {
    std::string bytes(100, '\0');
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::pread(fd, bytes.data(), bytes.size(), 0))));
    return bytes;
}

const std::string kPdf = "%PDF-1.4 content";

TEST_F(Receive, ADocumentIsItsContent) {
    const std::string path = file("รายงาน.doc", kPdf);
    auto result = receive(path, {});
    ASSERT_TRUE(std::holds_alternative<Received>(result));
    const Received& received = std::get<Received>(result);
    EXPECT_EQ(received.document, (SourceDocument{path, DocumentKind::kPdf, sha256_of(kPdf), kPdf.size()}));
    EXPECT_EQ(content_of(received.file.get()), kPdf);
}

TEST_F(Receive, TheOriginalIsKeptUnderItsHash) {
    auto result = receive(file("a.pdf", kPdf), {.originals = originals()});
    const fs::path kept = fs::path(originals()) / sha256_of(kPdf);
    EXPECT_EQ(content_of(kept), kPdf);
    EXPECT_EQ(std::distance(fs::directory_iterator(originals()), {}), 1) << "nothing unfinished is left";
    // The worker reads the copy: what happens to the file now changes nothing.
    file("a.pdf", "%PDF-1.4 other words");
    EXPECT_EQ(content_of(std::get<Received>(result).file.get()), kPdf);
}

TEST_F(Receive, TheSameContentIsKeptOnce) {
    const ReceiveOptions options{.originals = originals()};
    EXPECT_EQ(code_of(file("a.pdf", kPdf), options), EventCode::kOk);
    EXPECT_EQ(code_of(file("b.pdf", kPdf), options), EventCode::kOk);
    EXPECT_EQ(std::distance(fs::directory_iterator(originals()), {}), 1);
}

TEST_F(Receive, ACopyThatWasCutShortIsReplaced) {
    const fs::path kept = fs::path(originals()) / sha256_of(kPdf);
    fs::create_directory(originals());
    std::ofstream(kept) << "%PDF";
    EXPECT_EQ(code_of(file("a.pdf", kPdf), {.originals = originals()}), EventCode::kOk);
    EXPECT_EQ(content_of(kept), kPdf);
}

TEST_F(Receive, ACopyThatWasDamagedIsReplacedAndNeverRead) {
    const fs::path kept = fs::path(originals()) / sha256_of(kPdf);
    fs::create_directory(originals());
    std::string damaged = kPdf;
    damaged.back() = 'X';  // of the same size
    std::ofstream(kept) << damaged;
    auto result = receive(file("a.pdf", kPdf), {.originals = originals()});
    EXPECT_EQ(content_of(std::get<Received>(result).file.get()), kPdf);
    EXPECT_EQ(content_of(kept), kPdf);
}

TEST_F(Receive, WhatIsKeptIsNotWrittenAgain) {
    const ReceiveOptions options{.originals = originals()};
    const fs::path kept = fs::path(originals()) / sha256_of(kPdf);
    EXPECT_EQ(code_of(file("a.pdf", kPdf), options), EventCode::kOk);
    struct stat before {};
    ASSERT_EQ(::stat(kept.c_str(), &before), 0);
    EXPECT_EQ(code_of(file("b.pdf", kPdf), options), EventCode::kOk);
    struct stat after {};
    ASSERT_EQ(::stat(kept.c_str(), &after), 0);
    EXPECT_EQ(after.st_ino, before.st_ino);
    // What will not be read is not looked through, only missed.
    ReceiveOptions settled = options;
    settled.settled = [](const std::string&) { return true; };
    EXPECT_EQ(code_of(file("c.pdf", kPdf), settled), EventCode::kOk);
    fs::remove(kept);
    EXPECT_EQ(code_of(file("c.pdf", kPdf), settled), EventCode::kOk);
    EXPECT_EQ(content_of(kept), kPdf);
}

TEST_F(Receive, ALargeFileIsCopiedWhole) {
    const std::string large = kPdf + std::string((std::size_t{8} << 20) + 5, 'x');
    auto result = receive(file("a.pdf", large), {.originals = originals()});
    EXPECT_EQ(std::get<Received>(result).document.sha256, sha256_of(large));
    EXPECT_TRUE(content_of(fs::path(originals()) / sha256_of(large)) == large);
}

TEST_F(Receive, OwnFilesAreRefusedUnderAnyName) {
    const std::string database = file("office.db", kPdf);
    ReceiveOptions options{.originals = {}, .own = OwnFiles(database)};
    EXPECT_EQ(code_of(database, options), EventCode::kOwnFile);
    EXPECT_EQ(code_of(file("office.db-wal", kPdf), options), EventCode::kOwnFile);
    fs::create_hard_link(database, folder_ / "a.pdf");
    EXPECT_EQ(code_of((folder_ / "a.pdf").string(), options), EventCode::kOwnFile);
    EXPECT_EQ(code_of(file("b.pdf", kPdf), options), EventCode::kOk);
    // A link to the database: its journals have the name of what it leads to.
    fs::create_symlink(database, folder_ / "link.db");
    options.own = OwnFiles((folder_ / "link.db").string());
    EXPECT_EQ(code_of((folder_ / "office.db-wal").string(), options), EventCode::kOwnFile);
}

TEST_F(Receive, AKeptOriginalIsNoDocumentOfItsOwn) {
    const ReceiveOptions options{.originals = originals()};
    EXPECT_EQ(code_of(file("a.pdf", kPdf), options), EventCode::kOk);
    EXPECT_EQ(code_of(originals() + "/" + sha256_of(kPdf), options), EventCode::kOwnFile);
    fs::create_hard_link(fs::path(originals()) / sha256_of(kPdf), folder_ / "b.pdf");
    EXPECT_EQ(code_of((folder_ / "b.pdf").string(), options), EventCode::kOwnFile);
}

TEST_F(Receive, AFolderThatCannotBeMadeEndsTheRun) {
    try {
        static_cast<void>(receive(file("a.pdf", kPdf), {.originals = "/proc/nowhere"}));
        FAIL() << "an original was lost in silence";
    } catch (const RunError& error) {
        EXPECT_EQ(error.code(), ExitCode::kDatabase);
    }
}

TEST_F(Receive, ContentThatIsNoDocumentHasAHashAndIsKept) {
    const auto result = receive(file("a.pdf", "PK\x07\x08"), {.originals = originals()});
    const Refused& refused = std::get<Refused>(result);
    EXPECT_EQ(refused.code, EventCode::kUnsupportedFormat);
    EXPECT_EQ(refused.sha256, sha256_of("PK\x07\x08"));
    EXPECT_TRUE(fs::exists(fs::path(originals()) / *refused.sha256));
    EXPECT_EQ(code_of(file("empty.pdf", "")), EventCode::kEmpty);
    EXPECT_EQ(code_of(file("words.pdf", "words")), EventCode::kNotADocument);
}

TEST_F(Receive, LinksAreNotFollowed) {
    fs::create_symlink(file("a.pdf", kPdf), folder_ / "link.pdf");
    fs::create_symlink(folder_ / "nowhere", folder_ / "dangling.pdf");
    EXPECT_EQ(code_of(folder_ / "link.pdf"), EventCode::kSymlink);
    EXPECT_EQ(code_of(folder_ / "dangling.pdf"), EventCode::kSymlink);
}

TEST_F(Receive, SpecialFilesAreNotWaitedFor) {
    ASSERT_EQ(::mkfifo((folder_ / "pipe.pdf").c_str(), 0600), 0);
    EXPECT_EQ(code_of(folder_ / "pipe.pdf"), EventCode::kSpecialFile);
    EXPECT_EQ(code_of("/dev/zero"), EventCode::kSpecialFile);
    EXPECT_EQ(code_of(folder_), EventCode::kSpecialFile);
}

TEST_F(Receive, WhatIsNotThereIsMissing) {
    EXPECT_EQ(code_of(folder_ / "nothing.pdf"), EventCode::kMissing);
    EXPECT_EQ(code_of(file("a.pdf", kPdf) + "/b.pdf"), EventCode::kMissing);
    EXPECT_EQ(code_of(std::string(5000, 'x')), EventCode::kMissing);
}

TEST_F(Receive, WhatMayNotBeReadIsUnreadable) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
    const std::string path = file("a.pdf", kPdf);
    fs::permissions(path, fs::perms::none);
    EXPECT_EQ(code_of(path), EventCode::kUnreadableFile);
}

TEST_F(Receive, JunkIsJunkWhateverItHolds) {
    EXPECT_EQ(code_of(file("~$a.pdf", kPdf)), EventCode::kOfficeJunk);
    EXPECT_EQ(code_of(folder_ / "~$nothing.pdf"), EventCode::kMissing);
}

TEST_F(Receive, TooLargeIsNotRead) {
    const std::string path = file("a.pdf", kPdf);
    EXPECT_EQ(code_of(path, {.max_bytes = kPdf.size() - 1, .originals = originals()}), EventCode::kTooLarge);
    EXPECT_FALSE(fs::exists(originals()));
    EXPECT_EQ(code_of(path, {.max_bytes = kPdf.size(), .originals = {}}), EventCode::kOk);
}

TEST_F(Receive, PathsAreToldApartByPlaceNotBySpelling) {
    const std::string path = file("a.pdf", kPdf);
    EXPECT_EQ(absolute_path(folder_.string() + "//./a.pdf"), path);
    fs::create_directories(folder_ / "deep/er");
    fs::create_directory_symlink(folder_ / "deep/er", folder_ / "link");
    // "link/.." is deep, not the folder that the spelling suggests.
    EXPECT_EQ(absolute_path((folder_ / "link/../b.pdf").string()),
              (fs::canonical(folder_) / "deep/b.pdf").string());
}

}  // namespace
}  // namespace tarang::receive
