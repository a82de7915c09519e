#include "host/border/document_jobs.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "pipeline/receive/descriptor.h"
#include "tests/support/temporary_folder.h"

namespace tarang::border {
namespace {

using namespace std::chrono_literals;

/// All of one document: how far it came, and why no farther.
struct Reading {
    EventCode code = EventCode::kOk;
    std::int32_t pages = 0;
    std::map<std::int32_t, std::string> layouts;
    std::size_t activities = 0;
    int flagged = 0;  ///< fields
    bool passing = false;

    void take(const Records& records) {
        activities = records.records.activities.size();
        for (const ActivityRecord& activity : records.records.activities) {
            for (const auto& field : activity.fields) flagged += field && field->needs_review ? 1 : 0;
        }
    }
};

class DocumentJobsTest : public ::testing::Test {
protected:
    border::Task<Reading> read(border::Pool& pool) {
        Reading reading;
        DocumentJobs jobs(pool, file_.get(), options_);
        const Outcome<std::int32_t> opened = co_await jobs.open();
        reading.code = code_in(opened);
        if (reading.code != EventCode::kOk) co_return reading;
        reading.pages = std::get<std::int32_t>(opened);
        std::vector<PageIndex> wanted{{0}, {1}, {2}};
        reading.code = co_await jobs.read_pages(
            wanted, [&](PageNumber page, std::string_view layout) { reading.layouts[page.value] = layout; });
        reading.passing = jobs.passing();
        if (reading.code != EventCode::kOk) co_return reading;
        PageSource source = [&](std::size_t n) -> std::optional<std::string> {
            const auto found = reading.layouts.find(static_cast<std::int32_t>(n) + 1);
            if (found == reading.layouts.end()) return std::nullopt;
            return found->second;
        };
        const FormChoice form;
        std::vector<SecondLooks> looks;
        const Outcome<Records> records = co_await jobs.assemble(form, std::move(looks), std::move(source));
        reading.code = code_in(records);
        if (reading.code == EventCode::kOk) reading.take(std::get<Records>(records));
        co_return reading;
    }

    /// As an import reads what was never read before.
    border::Task<Reading> read_all(border::Pool& pool) {
        Reading reading;
        const FormChoice form;
        DocumentJobs jobs(pool, file_.get(), options_);
        PageSink keep = [&](PageNumber page, std::string_view layout) {
            reading.layouts[page.value] = layout;
        };
        const Outcome<std::optional<Records>> read = co_await jobs.read(form, std::move(keep));
        reading.code = code_in(read);
        reading.pages = jobs.pages();
        const auto* records = std::get_if<std::optional<Records>>(&read);
        if (records != nullptr && *records) reading.take(**records);
        co_return reading;
    }

    template <typename T>
    static EventCode code_in(const Outcome<T>& outcome) {
        const auto* code = std::get_if<EventCode>(&outcome);
        return code != nullptr ? *code : EventCode::kOk;
    }

    template <typename T>
    static T run(border::Pool& pool, border::Task<T> task) {
        task.start();
        while (!task.done()) pool.step();
        return task.result();
    }

    static border::Command engine(const std::string& fault) { return {FAKE_ENGINE, {"fake", fault}}; }

    Reading read_with(const std::string& fault, border::Limits limits = {}) {
        border::Pool pool(engine(fault), limits, 2);
        return run(pool, read(pool));
    }

    Reading read_at_once(const std::string& fault) {
        border::Pool pool(engine(fault), {}, 2);
        return run(pool, read_all(pool));
    }

    OpenOptions options_;
    Descriptor file_{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
};

TEST_F(DocumentJobsTest, ADocumentGoesThrough) {
    const Reading reading = read_with("none");
    EXPECT_EQ(reading.code, EventCode::kOk);
    EXPECT_EQ(reading.pages, 3);
    EXPECT_EQ(reading.layouts.size(), 3U);
    EXPECT_EQ(reading.activities, 1U);
}

TEST_F(DocumentJobsTest, WhatTheWorkerSaysOfTheFileIsTheVerdict) {
    EXPECT_EQ(read_with("damaged").code, EventCode::kDamaged);
}

TEST_F(DocumentJobsTest, DeathsAreVerdicts) {
    EXPECT_EQ(read_with("crash-on-open").code, EventCode::kCrashed);
    EXPECT_EQ(read_with("crash-on-page").code, EventCode::kCrashed);
    EXPECT_EQ(read_with("crash-on-assemble").code, EventCode::kCrashed);
    EXPECT_EQ(read_with("memory-on-page").code, EventCode::kOutOfMemory);
    EXPECT_EQ(read_with("hang-on-page", {.time = 300ms}).code, EventCode::kTimedOut);
}

TEST_F(DocumentJobsTest, ADocumentOfSlowPagesEnds) {
    options_.most_work = 0s;
    const Reading reading = read_with("one-at-a-time");
    EXPECT_EQ(reading.code, EventCode::kTimedOut);
    EXPECT_EQ(reading.layouts.size(), 1U) << "what was read is kept";
}

TEST_F(DocumentJobsTest, PagesBeforeADeathAreKept) {
    EXPECT_EQ(read_with("crash-on-page").layouts.size(), 1U);
}

// A page job that had answered pages before its worker died was refused when it gave them again.
TEST_F(DocumentJobsTest, ADocumentDoesNotPayForTheOneBeforeIt) {
    border::Pool pool(engine("crash-when-used"), {}, 1);
    EXPECT_EQ(run(pool, read(pool)).code, EventCode::kOk);
    const Reading second = run(pool, read(pool));
    EXPECT_EQ(second.code, EventCode::kOk);
    EXPECT_EQ(second.layouts.size(), 3U);
}

TEST_F(DocumentJobsTest, WhatCannotBeTrueIsNotBelieved) {
    for (const char* fault :
         {"garbage", "wrong-answer", "no-pages", "too-many-pages", "bad-utf8", "nan-box", "huge-count",
          "wrong-page", "page-beyond", "stop-early", "a-page-more", "records-beyond"}) {
        EXPECT_EQ(read_with(fault).code, EventCode::kCrashed) << fault;
    }
}

TEST_F(DocumentJobsTest, AnUnbelievablePageIsNotKept) {
    for (const char* fault : {"bad-utf8", "nan-box", "page-beyond"}) {
        EXPECT_TRUE(read_with(fault).layouts.empty()) << fault;
    }
}

TEST_F(DocumentJobsTest, WhatTheMachineIsToBlameForMayPass) {
    EXPECT_TRUE(read_with("hang-on-page", {.time = 300ms}).passing) << "it used no processor time";
    EXPECT_FALSE(read_with("memory-on-page").passing);
    EXPECT_FALSE(read_with("crash-on-page").passing);
}

TEST_F(DocumentJobsTest, AJobMayEndBeforeItsLastPage) {
    const Reading reading = read_with("one-at-a-time");
    EXPECT_EQ(reading.code, EventCode::kOk);
    EXPECT_EQ(reading.layouts.size(), 3U);
}

TEST_F(DocumentJobsTest, AQuickDocumentIsItsRecords) {
    const Reading reading = read_at_once("quick");
    EXPECT_EQ(reading.code, EventCode::kOk);
    EXPECT_EQ(reading.pages, 3);
    EXPECT_EQ(reading.activities, 1U);
    EXPECT_TRUE(reading.layouts.empty());
}

TEST_F(DocumentJobsTest, ASlowDocumentIsItsPages) {
    for (const char* fault : {"none", "one-at-a-time"}) {
        const Reading reading = read_at_once(fault);
        EXPECT_EQ(reading.code, EventCode::kOk) << fault;
        EXPECT_EQ(reading.layouts.size(), 3U) << fault;
        EXPECT_EQ(reading.activities, 0U) << fault;
    }
}

TEST_F(DocumentJobsTest, OfAWholeDocumentNothingMoreIsBelieved) {
    for (const char* fault : {"no-pages", "too-many-pages", "bad-utf8", "wrong-page", "page-beyond",
                              "stop-early", "records-beyond", "records-unopened", "records-after-a-page"}) {
        EXPECT_EQ(read_at_once(fault).code, EventCode::kCrashed) << fault;
    }
    EXPECT_EQ(read_at_once("damaged").code, EventCode::kDamaged);
    EXPECT_EQ(read_at_once("memory-on-page").code, EventCode::kOutOfMemory);
}

TEST_F(DocumentJobsTest, ALongAnswerComesInPieces) {
    for (const Reading& reading : {read_with("pieces"), read_at_once("pieces")}) {
        EXPECT_EQ(reading.code, EventCode::kOk);
        EXPECT_EQ(reading.activities, 1U);
    }
    for (const char* fault : {"a-piece-between", "empty-pieces"})
        EXPECT_EQ(read_at_once(fault).code, EventCode::kCrashed) << fault;
}

// A large honest document was said to have crashed, three times, and then set aside.
TEST_F(DocumentJobsTest, RecordsThatNeedMoreMemoryThanTheyMayAreOutOfMemory) {
    options_.answer_memory = std::size_t{1} << 20;
    EXPECT_EQ(read_at_once("many").code, EventCode::kOutOfMemory);
    EXPECT_EQ(read_with("many").code, EventCode::kOutOfMemory);
    options_.answer_memory = 40;
    EXPECT_EQ(read_at_once("pieces").code, EventCode::kOutOfMemory);
    options_ = {};
    EXPECT_EQ(read_at_once("many").activities, 2'000U);
}

// Each Opened gave the worker its whole time again.
TEST_F(DocumentJobsTest, ADocumentIsOpenedOnce) {
    EXPECT_EQ(read_at_once("opened-for-ever").code, EventCode::kCrashed);
}

TEST_F(DocumentJobsTest, RecordsHaveAllPagesAndFlagsHaveFindings) {
    EXPECT_EQ(read_at_once("a-page-less").code, EventCode::kCrashed);
    EXPECT_EQ(read_with("a-page-less").code, EventCode::kCrashed);
    EXPECT_EQ(read_at_once("flags-lie").flagged, 0);
    EXPECT_EQ(read_with("flags-lie").flagged, 0);
}

TEST_F(DocumentJobsTest, TheJournalSaysWhichCheckRefusedAnAnswer) {
    const test::TemporaryFolder folder;
    const std::string file = folder / "log";
    const journal::Journal journal(file, journal::Level::kInfo);
    options_.name = "the-hash";
    for (const char* fault : {"garbage", "wrong-answer", "page-beyond", "a-page-less"}) {
        border::Pool pool(engine(fault), {}, 1, -1, journal);
        run(pool, read(pool));
    }
    std::ifstream in(file);
    const std::string said{std::istreambuf_iterator<char>(in), {}};
    for (const char* check :
         {"undecodable", "another_kind_of_answer", "page_not_asked_for", "records_of_other_pages"})
        EXPECT_THAT(said,
                    ::testing::HasSubstr(std::string("answer_refused document=the-hash check=") + check));
}

TEST_F(DocumentJobsTest, SecondLooksComeInTheOrderOfTheRequests) {
    const auto look = [this](border::Pool& pool) -> border::Task<std::vector<SecondLooks>> {
        DocumentJobs jobs(pool, file_.get(), {});
        const Outcome<std::int32_t> opened = co_await jobs.open();
        EXPECT_EQ(code_in(opened), EventCode::kOk);
        const Quad there{{{{1, 1}, {2, 1}, {2, 2}, {1, 2}}}};
        std::vector<ReadAgain> requests = {{0, 0, {{{1}, {}, Expectation::kMoney}}},
                                           {1, 90, {{{2}, {}, Expectation::kMoney}, {{2}, there, {}}}}};
        std::vector<SecondLooks> looks = co_await jobs.read_again(std::move(requests));
        EXPECT_FALSE(jobs.passing()) << "the document is not read once more for it";
        co_return looks;
    };
    const auto pages_of = [&](const std::string& fault) {
        border::Pool pool(engine(fault), {}, 2);
        std::vector<std::int32_t> pages;
        for (const SecondLooks& place : run(pool, look(pool))) pages.push_back(place.page.value);
        return pages;
    };
    EXPECT_EQ(pages_of("none"), (std::vector{1, 2, 2}));
    // One page's worker dies or lies: the other page has its looks.
    for (const char* fault : {"crash-on-look", "killed-on-look", "a-look-more", "look-elsewhere"})
        EXPECT_EQ(pages_of(fault), std::vector{1}) << fault;
}

TEST_F(DocumentJobsTest, PagesAreDrawn) {
    const auto draw = [this](border::Pool& pool) -> border::Task<Outcome<std::string>> {
        DocumentJobs jobs(pool, file_.get(), {});
        Outcome<std::string> drawing = co_await jobs.draw({2}, DrawFormat::kSvg);
        co_return drawing;
    };
    border::Pool pool(engine("none"), {}, 1);
    EXPECT_EQ(run(pool, draw(pool)), Outcome<std::string>("svg2"));
    border::Pool blind(engine("no-drawing"), {}, 1);
    EXPECT_EQ(run(blind, draw(blind)), Outcome<std::string>(EventCode::kPageUnreadable));
}

}  // namespace
}  // namespace tarang::border
