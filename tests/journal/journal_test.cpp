#include "host/journal/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <vector>

#include "host/journal/line.h"
#include "host/journal/sink.h"
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
    journal.document_begun("abc", 1, "/in/a.pdf");
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

TEST_F(JournalTest, PathsStandOnlyInLinesOfDebug) {
    const auto note = [&](Level level) {
        const std::string file = folder_ / std::string(name_of(level));
        const Journal journal(file, level);
        journal.document_begun("abc", 1, "/in/ก.pdf");
        journal.file_refused(EventCode::kSymlink, "/in/link");
        journal.failed("cannot write the database /in/ปี 2567.db: the disk is full");
        return lines_of(file);
    };
    EXPECT_THAT(
        note(Level::kInfo),
        ElementsAre(HasSubstr("file_refused code=symlink"),
                    HasSubstr("failed why=\"cannot write the database ... 2567.db: the disk is full\"")));
    EXPECT_THAT(note(Level::kInfo), Not(::testing::Contains(HasSubstr("/in"))));
    EXPECT_THAT(note(Level::kDebug), ElementsAre(HasSubstr("path=\"/in/ก.pdf\""), HasSubstr("path=/in/link"),
                                                 HasSubstr("/in/ปี 2567.db")));
}

TEST_F(JournalTest, WhereItCannotBeOpenedTheRunDoesNotBegin) {
    for (const std::string& nowhere : {std::string("/proc/nowhere/office.log"), folder_.path()}) {
        try {
            const Journal journal(nowhere, Level::kInfo);
            FAIL() << "a log was lost in silence";
        } catch (const RunError& error) {
            EXPECT_EQ(error.code(), ExitCode::kDatabase);
            EXPECT_NE(error.in(Language::kThai), error.in(Language::kEnglish));
        }
    }
}

TEST_F(JournalTest, SilenceCostsNothing) { silent().ended(0, 1); }

/// Keeps what is noted.
class Kept final : public Sink {
public:
    struct Noted {
        std::set<std::string> levels;
        std::set<std::string> facts;
    };
    explicit Kept(std::map<std::string, Noted>& noted) : noted_(noted) {}

    void write(Level level, const Line& line) override {
        Noted& noted = noted_[std::string(name_of(line.event()))];
        noted.levels.emplace(name_of(level));
        for (const auto& [name, value] : line.facts()) noted.facts.insert(name);
    }

private:
    std::map<std::string, Noted>& noted_;
};

/// Everything that can be noted, with every fact and at every level that it has.
std::map<std::string, Kept::Noted> everything() {
    std::map<std::string, Kept::Noted> noted;
    const Journal journal(std::make_unique<Kept>(noted), Level::kDebug);
    journal.started({});
    journal.confined({true, 3});
    journal.confined({true, 0});
    journal.migrated(3, 7);
    journal.watching(5, 180);
    journal.worker_started(1, 2);
    journal.worker_ended({1, {}, "no_more_work", 0, {}, {}, {}});
    journal.worker_ended({1, "abc", "crashed", {}, 11, {}, "free()"});
    journal.worker_missing("no memory", 1);
    journal.answer_refused({"abc", "too_large"});
    journal.job_repeated("abc", "crashed");
    journal.document_begun("abc", 10, "/in/a.pdf");
    journal.document_postponed("abc", EventCode::kTimedOut);
    journal.document_ended("abc", DocumentState::kDone, EventCode::kOk, 1, 0.1);
    journal.document_ended("abc", DocumentState::kQuarantined, EventCode::kCrashed, 1, 0.1);
    journal.document_superseded("abc", "def");
    journal.document_forgotten("abc");
    journal.file_refused(EventCode::kSymlink, "/in/link");
    journal.decision_undone(9, 8, "abc");
    journal.waited_for_lock(std::chrono::milliseconds(30));
    journal.backed_up({3, 2, 0, 0.1});
    journal.backed_up({3, 2, 1, 0.1});
    journal.shard_chosen({2, 8, 100, 800});
    journal.shard_merged({1, 100, 90, 10, 0, 0.5});
    journal.shard_merged({1, 100, 90, 10, 1, 0.5});
    journal.merged(8, 800, 3);
    journal.published({100, 0, 0, 5000, 0.4});
    journal.request_refused(403, "GET", "/api/groups");
    journal.request_failed(500, "GET", "/api/groups");
    journal.total({3, 30, 300, 5, 2});
    journal.total_of_code(EventCode::kOk, 3, 30, 2);
    journal.total_of_stage("layout", 1);
    journal.failed("the disk is full");
    journal.ended(5, 2);
    return noted;
}

/// Level and facts of each line in the page's table.
std::map<std::string, Kept::Noted> documented() {
    std::ifstream page(std::string(TARANG_SOURCE_DIR) + "/docs/journal.md");
    EXPECT_TRUE(page.is_open());
    const auto names_in = [](const std::string& cell) {
        std::set<std::string> names;
        for (std::size_t begin = cell.find('`'); begin != std::string::npos; begin = cell.find('`', begin)) {
            const std::size_t end = cell.find('`', begin + 1);
            names.insert(cell.substr(begin + 1, end - begin - 1));
            begin = end + 1;
        }
        return names;
    };
    std::map<std::string, Kept::Noted> rows;
    for (std::string line; std::getline(page, line);) {
        if (!line.starts_with("| `")) continue;
        std::vector<std::string> cells;
        for (std::size_t at = 1, end; (end = line.find('|', at)) != std::string::npos; at = end + 1)
            cells.push_back(line.substr(at, end - at));
        if (cells.size() != 4) continue;  // of another table
        EXPECT_GT(cells[3].size(), 20U) << line << ": say what it means";
        const auto [row, first] =
            rows.emplace(*names_in(cells[0]).begin(), Kept::Noted{names_in(cells[1]), names_in(cells[2])});
        EXPECT_TRUE(first) << row->first << " stands twice";
    }
    return rows;
}

TEST(Documented, EveryLineWithItsLevelsAndFacts) {
    const auto noted = everything();
    const auto rows = documented();
    for (const std::string_view name : kEventNames)
        EXPECT_TRUE(noted.contains(std::string(name))) << name << " is noted by nothing here";
    for (const auto& [name, line] : noted) {
        ASSERT_TRUE(rows.contains(name)) << name << " is not in docs/journal.md";
        EXPECT_EQ(rows.at(name).levels, line.levels) << name;
        EXPECT_EQ(rows.at(name).facts, line.facts) << name;
    }
    for (const auto& [name, row] : rows) EXPECT_TRUE(noted.contains(name)) << name << " is noted nowhere";
}

TEST(Line, ALineStaysALine) {
    EXPECT_EQ(Line(Event::kFailed).with("a", "b c\n\"d\"").with("e", "").with("f", true).text(),
              "failed a=\"b c \\\"d\\\"\" e=\"\" f=yes");
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
