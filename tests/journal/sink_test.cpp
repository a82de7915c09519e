// Where lines go: files that are begun anew, and the logs of the system.
#include "host/journal/sink.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "host/journal/journal.h"
#include "models/run_error.h"
#include "tests/journal/listener.h"
#include "tests/support/temporary_folder.h"

namespace tarang::journal {
namespace {

namespace fs = std::filesystem;
using test::Listener;
using ::testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

class SinkTest : public ::testing::Test {
protected:
    std::string part(int number) const { return file_ + "." + std::to_string(number); }

    test::TemporaryFolder folder_;
    const std::string file_ = folder_ / "office.db.log";
};

TEST_F(SinkTest, AFullFileIsMovedUpAndSoManyAreKept) {
    const auto sink = file_sink(file_, 1000, 2);
    for (int i = 0; i < 60; ++i) sink->write(Level::kInfo, Line(Event::kEnded).with("exit_code", i));
    EXPECT_TRUE(fs::exists(part(1)));
    EXPECT_TRUE(fs::exists(part(2)));
    EXPECT_FALSE(fs::exists(part(3)));
    std::vector<std::string> all;
    for (const std::string& file : {part(2), part(1), file_}) {
        EXPECT_LE(fs::file_size(file), 1000U);
        for (const std::string& line : lines_of(file)) all.push_back(line);
    }
    // What is kept is the end, in order and without a gap.
    ASSERT_GT(all.size(), 20U);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_THAT(all[i], HasSubstr("ended exit_code=" + std::to_string(60 - all.size() + i)));
}

TEST_F(SinkTest, SeveralProcessesMoveItOnceAndLoseNoLine) {
    constexpr int kProcesses = 4;
    constexpr int kLines = 400;
    for (int process = 0; process < kProcesses; ++process) {
        if (::fork() != 0) continue;
        const auto sink = file_sink(file_, 4000, 99);
        for (int i = 0; i < kLines; ++i) sink->write(Level::kInfo, Line(Event::kEnded).with("exit_code", i));
        ::_exit(0);
    }
    int status = 0;
    while (::wait(&status) > 0) EXPECT_EQ(status, 0);
    std::size_t lines = 0;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        for (const std::string& line : lines_of(entry.path())) {
            ++lines;
            EXPECT_THAT(line, ::testing::ContainsRegex("^20[^ ]+Z [0-9]+ info ended exit_code=[0-9]+$"));
        }
    }
    EXPECT_EQ(lines, std::size_t{kProcesses * kLines});
    // A file that is moved while it is nearly empty was moved by two.
    EXPECT_GT(fs::file_size(part(1)), 3000U);
    EXPECT_GT(fs::file_size(part(2)), 3000U);
}

TEST_F(SinkTest, AFileThatAnotherMovedAwayIsBegunAnew) {
    const auto sink = file_sink(file_, 1 << 20, 2);
    sink->write(Level::kInfo, Line(Event::kEnded));
    fs::rename(file_, folder_ / "of_march");
    sink->write(Level::kInfo, Line(Event::kEnded));
    EXPECT_EQ(lines_of(file_).size(), 1U);
    EXPECT_EQ(lines_of(folder_ / "of_march").size(), 1U);
}

TEST_F(SinkTest, ALinkStaysAndWhatItLeadsToIsMoved) {
    const std::string link = folder_ / "link";
    std::ofstream{file_};
    fs::create_symlink(file_, link);
    const auto sink = file_sink(link, 60, 2);
    for (int i = 0; i < 3; ++i) sink->write(Level::kInfo, Line(Event::kEnded));
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_TRUE(fs::exists(part(1)));
}

TEST_F(SinkTest, WhatIsNoFileIsOnlyWrittenTo) {
    const auto sink = file_sink("/dev/null", 10, 2);
    for (int i = 0; i < 3; ++i) sink->write(Level::kInfo, Line(Event::kEnded));
    EXPECT_FALSE(fs::exists("/dev/null.1"));
}

TEST_F(SinkTest, ALineThatFoundNoRoomIsToldOnceAndTheWorkGoesOn) {
    const Journal journal("/dev/full", Level::kInfo);
    ::testing::internal::CaptureStderr();
    journal.ended(0, 1);
    journal.ended(0, 2);
    EXPECT_EQ(::testing::internal::GetCapturedStderr(),
              "tarang: the log cannot be written: No space left on device\n");
}

TEST_F(SinkTest, TheJournalOfTheSystemHasEachFactAsAField) {
    const Listener listener(folder_ / "socket");
    const auto sink = journald_sink(folder_ / "socket");
    sink->write(Level::kWarning,
                Line(Event::kWorkerEnded).with("document", "05bc").with("last_words", "free(): \n\"x\""));
    EXPECT_EQ(listener.heard(),
              "SYSLOG_IDENTIFIER=tarang\nPRIORITY=4\n"
              "MESSAGE=worker_ended document=05bc last_words=\"free():  \\\"x\\\"\"\n"
              "TARANG_EVENT=worker_ended\nTARANG_DOCUMENT=05bc\nTARANG_LAST_WORDS=free():  \"x\"\n");
}

TEST_F(SinkTest, AJournalThatIsNotThereIsNoPlaceForLines) {
    try {
        static_cast<void>(journald_sink(folder_ / "nothing"));
        FAIL() << "lines would be lost in silence";
    } catch (const RunError& error) {
        EXPECT_EQ(error.code(), ExitCode::kDatabase);
    }
}

TEST_F(SinkTest, AJournalThatWentAwayIsToldOnce) {
    auto listener = std::make_unique<Listener>(folder_ / "socket");
    const Journal journal(journald_sink(folder_ / "socket"), Level::kInfo);
    listener.reset();
    ::testing::internal::CaptureStderr();
    journal.ended(0, 1);
    journal.ended(0, 2);
    EXPECT_THAT(::testing::internal::GetCapturedStderr(),
                ::testing::ContainsRegex("^tarang: the log cannot be written: [^\n]+\n$"));
}

}  // namespace
}  // namespace tarang::journal
