// The converter's sandbox: what stands in for LibreOffice is a script that tries what a document that took it
// over would try, harmlessly. Skipped where bubblewrap is missing or the system lets it make no sandbox.
#include "host/border/converter.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace tarang::border {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;

class ConverterTest : public ::testing::Test {
protected:
    void SetUp() override {
        programs_.sandbox = installed_converter().sandbox;
        if (programs_.sandbox.empty()) GTEST_SKIP() << "bubblewrap is not installed: apt install bubblewrap";
        office("cp \"$file\" out/document.docx");
        const auto result = convert();
        if (lacks_sandbox_) GTEST_SKIP() << "bubblewrap can make no sandbox here: no user namespaces";
        ASSERT_EQ(code_in(result), EventCode::kOk);
    }

    /// Its last argument is $file; its folder for results is there.
    void office(const std::string& commands) {
        programs_.office = temporary_.path() + "/soffice";
        std::ofstream(programs_.office) << "#!/bin/sh\nfor file; do :; done\nmkdir -p out\n"
                                        << commands << "\n";
        fs::permissions(programs_.office, fs::perms::owner_all);
    }

    Outcome<Descriptor> convert() {
        Pool pool({FAKE_ENGINE, {"fake", "none"}}, {}, 1);
        Converter converter(pool, programs_, limits_, most_bytes_);
        auto task = converter.convert(file_.get(), Nature::kOldText);
        task.start();
        while (!task.done()) pool.step();
        lacks_sandbox_ = converter.lacks_sandbox();
        return task.result();
    }

    static EventCode code_in(const Outcome<Descriptor>& outcome) {
        const auto* code = std::get_if<EventCode>(&outcome);
        return code != nullptr ? *code : EventCode::kOk;
    }

    std::string result() {
        const auto converted = convert();
        EXPECT_EQ(code_in(converted), EventCode::kOk);
        if (code_in(converted) != EventCode::kOk) return {};
        std::string bytes(4096, '\0');
        const ssize_t count = ::read(std::get<Descriptor>(converted).get(), bytes.data(), bytes.size());
        bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
        return bytes;
    }

    /// Processes of this system with the word in their command line.
    static int running(const std::string& word) {
        int count = 0;
        for (const auto& entry : fs::directory_iterator("/proc")) {
            std::ifstream file(entry.path() / "cmdline");
            const std::string line((std::istreambuf_iterator<char>(file)), {});
            count += line.find(word) != std::string::npos ? 1 : 0;
        }
        return count;
    }

    test::TemporaryFolder temporary_;
    ConverterPrograms programs_;
    Limits limits_{.time = 20s, .processor = 20s};
    std::uint64_t most_bytes_ = std::uint64_t{16} << 20;
    bool lacks_sandbox_ = false;
    Descriptor file_{[] {
        Descriptor made(::open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
        EXPECT_EQ(::write(made.get(), "the document", 12), 12);
        return made;
    }()};
};

TEST_F(ConverterTest, TakesAFileAndGivesOne) {
    office("cp \"$file\" out/document.docx");
    EXPECT_EQ(result(), "the document");
    EXPECT_EQ(result(), "the document") << "the file's position is nobody's";
}

TEST_F(ConverterTest, SeesNoFilesOfAPerson) {
    office("{ ls / /tmp; cat /etc/shadow; echo x > /usr/x; } > out/document.docx 2>&1; true");
    const std::string seen = result();
    for (const char* place : {"home", "root", "work", "srv", "mnt"})
        EXPECT_THAT(seen, Not(HasSubstr("\n" + std::string(place) + "\n")));
    EXPECT_THAT(seen, HasSubstr("shadow: No such file"));
    EXPECT_THAT(seen, HasSubstr("Read-only file system"));
}

TEST_F(ConverterTest, HasNoNetworkAndNoEnvironment) {
    ::setenv("TARANG_SECRET", "told", 1);
    office("{ cut -d: -f1 /proc/net/dev; env; ls /proc; } > out/document.docx");
    const std::string seen = result();
    EXPECT_THAT(seen, Not(HasSubstr("told")));
    EXPECT_THAT(seen, Not(HasSubstr("eth")));
    EXPECT_THAT(seen, HasSubstr("lo\n"));
    EXPECT_THAT(seen, Not(HasSubstr("\n" + std::to_string(::getpid()) + "\n"))) << "no other processes";
}

TEST_F(ConverterTest, IsEndedWithAllThatItStarted) {
    limits_.time = 500ms;
    office("sleep 9753.1 & sleep 9753.1");
    EXPECT_EQ(code_in(convert()), EventCode::kTimedOut);
    for (int i = 0; i < 200 && running("9753.1") > 0; ++i) ::usleep(10'000);
    EXPECT_EQ(running("9753.1"), 0);
}

TEST_F(ConverterTest, ProcessorTimeIsLimited) {
    limits_.processor = 1s;
    office("exec sh -c 'while :; do :; done'");
    EXPECT_EQ(code_in(convert()), EventCode::kTimedOut);
}

#ifndef TARANG_SANITIZED
TEST_F(ConverterTest, MemoryIsLimited) {
    limits_.memory = std::size_t{64} << 20;
    office("set -e; head -c 200000000 /dev/zero | tail > /dev/null");
    EXPECT_EQ(code_in(convert()), EventCode::kOutOfMemory);
}
#endif

TEST_F(ConverterTest, WritesNoMoreThanItMay) {
    most_bytes_ = std::uint64_t{1} << 20;
    office("head -c 2000000 /dev/zero > out/document.docx");
    EXPECT_EQ(code_in(convert()), EventCode::kTooLarge);
}

TEST_F(ConverterTest, WhatGivesNothingIsDamaged) {
    office("exit 1");
    EXPECT_EQ(code_in(convert()), EventCode::kDamaged);
    office("true");
    EXPECT_EQ(code_in(convert()), EventCode::kDamaged);
    office("kill -SEGV $$");
    EXPECT_EQ(code_in(convert()), EventCode::kCrashed);
}

}  // namespace
}  // namespace tarang::border
