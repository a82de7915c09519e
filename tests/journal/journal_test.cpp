#include "host/journal/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <vector>

#include "host/journal/line.h"
#include "models/run_error.h"
#include "tests/support/temporary_folder.h"

namespace tarang::journal {
namespace {

using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream in(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

class JournalTest : public ::testing::Test {
protected:
    test::TemporaryFolder folder_;
    const std::string file_ = folder_ / "office.db.log";
};

TEST_F(JournalTest, ALineSaysWhenHowGraveAndWhat) {
    const Journal journal(file_, Level::kInfo);
    journal.document_ended("abc", DocumentState::kFailed, EventCode::kCrashed, 3, 1.5);
    EXPECT_THAT(lines_of(file_),
                ElementsAre(ContainsRegex("^20[0-9-]+T[0-9:.]+Z [0-9]+ warning document_ended document=abc "
                                          "state=failed code=crashed pages=3 seconds=1.500$")));
}

TEST_F(JournalTest, EachLineIsThereAtOnceAndNoneIsLostToALaterStart) {
    {
        const Journal journal(file_, Level::kInfo);
        journal.ended(0, 2);
        EXPECT_EQ(lines_of(file_).size(), 1U);
    }
    Journal(file_, Level::kInfo).ended(0, 2);
    EXPECT_EQ(lines_of(file_).size(), 2U);
}

TEST_F(JournalTest, LevelsLeaveOut) {
    const Journal journal(file_, *level_named("warning"));
    journal.worker_started(1, 1);
    journal.document_begun("abc", 1);
    EXPECT_TRUE(lines_of(file_).empty());
    journal.document_postponed("abc", EventCode::kTimedOut);
    EXPECT_EQ(lines_of(file_).size(), 1U);
    EXPECT_EQ(level_named("loud"), std::nullopt);
}

TEST_F(JournalTest, AWorkersEndSaysHow) {
    const Journal journal(file_, Level::kInfo);
    WorkerEnd end{.pid = 12,
                  .document = "abc",
                  .cause = "crashed",
                  .exit_code = {},
                  .signal = 11,
                  .on_it = std::chrono::milliseconds(40),
                  .last_words = "free(): invalid pointer\n"};
    journal.worker_ended(end);
    end = {.pid = 13,
           .document = {},
           .cause = "no_more_work",
           .exit_code = 0,
           .signal = {},
           .on_it = {},
           .last_words = {}};
    journal.worker_ended(end);
    EXPECT_THAT(
        lines_of(file_),
        ElementsAre(
            HasSubstr("warning worker_ended pid=12 cause=crashed signal=11 document=abc milliseconds=40 "
                      "last_words=\"free(): invalid pointer\""),
            HasSubstr("info worker_ended pid=13 cause=no_more_work exit_code=0")));
}

TEST_F(JournalTest, AMissingLandlockIsAWarning) {
    const Journal journal(file_, Level::kInfo);
    journal.confined({true, 0});
    journal.confined({true, 3});
    EXPECT_THAT(lines_of(file_), ElementsAre(HasSubstr("warning confined"), HasSubstr("info confined")));
}

TEST_F(JournalTest, WhereItCannotBeOpenedTheRunDoesNotBegin) {
    try {
        const Journal journal("/proc/nowhere/office.log", Level::kInfo);
        FAIL() << "a log was lost in silence";
    } catch (const RunError& error) {
        EXPECT_EQ(error.code(), ExitCode::kDatabase);
    }
}

TEST_F(JournalTest, SilenceCostsNothing) { silent().ended(0, 1); }

TEST(Line, ALineStaysALine) {
    EXPECT_EQ(Line("x").with("a", "b c\n\"d\"").with("e", "").with("f", true).text(),
              "x a=\"b c \\\"d\\\"\" e=\"\" f=yes");
}

TEST(LastWords, NoWordOfADocumentIsAmongThem) {
    EXPECT_EQ(
        last_words(
            "Syntax Error: Unknown operator 'Somchai'\nterminate called after throwing 'std::bad_alloc'"),
        "Syntax Error: Unknown operator '...' | terminate called after throwing 'std::bad_alloc'");
    EXPECT_THAT(last_words("ชื่อ\x01\x02"), Not(HasSubstr("ช")));
    EXPECT_EQ(last_words("a\x1b[31mb"), "a [31mb");
    EXPECT_EQ(last_words(std::string(5000, 'x') + "end").size(), 400U);
    EXPECT_TRUE(last_words(std::string(5000, 'x') + "end").ends_with("xend"));
}

}  // namespace
}  // namespace tarang::journal
