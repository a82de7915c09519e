#include "host/border/pool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>

#include "host/border/task.h"
#include "models/run_error.h"
#include "tests/support/temporary_folder.h"

namespace tarang::border {
namespace {

using namespace std::chrono_literals;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

Command fake() { return {FAKE_WORKER, {"fake"}}; }

struct Result {
    JobEnd outcome = JobEnd::kInterrupted;
    std::vector<std::string> answers;
    bool operator==(const Result&) const = default;
};

/// One job that expects `answers` answers.
Task<Result> ask(Pool& pool, std::string request, std::size_t answers = 1) {
    Result result;
    Job job;
    job.request = std::move(request);
    job.receive = [&result, answers](std::string_view answer) {
        result.answers.emplace_back(answer);
        return result.answers.size() == answers ? Reply::kDone : Reply::kMore;
    };
    result.outcome = co_await pool.run(std::move(job));
    co_return result;
}

template <typename T>
T run(Pool& pool, Task<T> task) {
    task.start();
    while (!task.done() && pool.step()) {
    }
    return task.result();
}

Result ask_once(std::string request, Limits limits = {}) {
    Pool pool(fake(), limits, 1);
    return run(pool, ask(pool, std::move(request)));
}

TEST(Pool, AnswersComeBack) {
    EXPECT_EQ(ask_once("echo"), (Result{JobEnd::kDone, {"echo"}}));
    Pool pool(fake(), {}, 1);
    EXPECT_EQ(run(pool, ask(pool, "three", 3)), (Result{JobEnd::kDone, {"1", "2", "3"}}));
    EXPECT_EQ(run(pool, ask(pool, "big")).answers.at(0).size(), std::size_t{5} << 20);
    EXPECT_FALSE(pool.step()) << "nothing is under way";
}

TEST(Pool, OneWorkerServesManyJobs) {
    Pool pool(fake(), {}, 2);
    const Result first = run(pool, ask(pool, "pid"));
    EXPECT_EQ(run(pool, ask(pool, "pid")), first);
}

TEST(Pool, JobsAreSpreadOverWorkers) {
    Pool pool(fake(), {}, 2);
    auto one = ask(pool, "pid");
    auto two = ask(pool, "pid");
    one.start();
    two.start();
    while (pool.step()) {
    }
    EXPECT_NE(one.result().answers, two.result().answers);
}

TEST(Pool, DeathsAreToldApart) {
    EXPECT_EQ(ask_once("crash").outcome, JobEnd::kCrashed);
    EXPECT_EQ(ask_once("abort").outcome, JobEnd::kCrashed);
    EXPECT_EQ(ask_once("exit").outcome, JobEnd::kCrashed);
    EXPECT_EQ(ask_once("half").outcome, JobEnd::kCrashed);
    EXPECT_EQ(ask_once("too-long").outcome, JobEnd::kCrashed);
    EXPECT_EQ(ask_once("hang", {.time = 200ms}).outcome, JobEnd::kStarved);
    EXPECT_EQ(ask_once("spin", {.processor = 0ms}).outcome, JobEnd::kTimedOut) << "of processor time";
    EXPECT_EQ(ask_once("poppler").outcome, JobEnd::kOutOfMemory);
    EXPECT_EQ(ask_once("killed").outcome, JobEnd::kKilled);
}

TEST(Pool, AJobThatHadHardlyAProcessorIsNotToBlame) {
    EXPECT_EQ(when_time_is_over(20ms, 200ms), JobEnd::kTimedOut);
    EXPECT_EQ(when_time_is_over(19ms, 200ms), JobEnd::kStarved);
    EXPECT_EQ(when_time_is_over(0ms, 60s), JobEnd::kStarved);
}

TEST(Pool, MemoryIsLimited) {
#ifdef TARANG_SANITIZED
    GTEST_SKIP() << "a sanitizer's own memory has no limit";
#endif
    EXPECT_EQ(ask_once("eat", {.memory = std::size_t{200} << 20}).outcome, JobEnd::kOutOfMemory);
}

TEST(Pool, WorkIsCounted) {
    Pool pool(fake(), {.time = 200ms}, 1);
    std::chrono::steady_clock::duration work{};
    const auto hang = [&work](Pool& of) -> Task<JobEnd> {
        Job job;
        job.request = "hang";
        job.work = &work;
        co_return co_await of.run(std::move(job));
    };
    EXPECT_EQ(run(pool, hang(pool)), JobEnd::kStarved);
    EXPECT_GE(work, 200ms);
    EXPECT_LT(work, 10s);
}

TEST(Pool, AfterADeathTheNextJobIsServed) {
    Pool pool(fake(), {}, 1);
    EXPECT_EQ(run(pool, ask(pool, "crash")).outcome, JobEnd::kCrashed);
    EXPECT_EQ(run(pool, ask(pool, "echo")).outcome, JobEnd::kDone);
}

TEST(Pool, AnAnswerThatIsNotBelievedEndsTheWorker) {
    Pool pool(fake(), {}, 1);
    const auto refused = [](Pool& of) -> Task<JobEnd> {
        Job job;
        job.request = "three";
        job.receive = [](std::string_view) { return Reply::kRefused; };
        co_return co_await of.run(std::move(job));
    };
    const Result before = run(pool, ask(pool, "pid"));
    EXPECT_EQ(run(pool, refused(pool)), JobEnd::kCrashed);
    EXPECT_NE(run(pool, ask(pool, "pid")), before);
}

TEST(Pool, AnswersPastTheLastEndTheWorker) {
    Pool pool(fake(), {}, 1);
    const Result before = run(pool, ask(pool, "pid"));
    EXPECT_EQ(run(pool, ask(pool, "three", 2)).answers, (std::vector<std::string>{"1", "2"}));
    EXPECT_NE(run(pool, ask(pool, "pid")), before);
}

// A document that took a worker over may close the socket and sleep: the parent waited for its end, for ever.
TEST(Pool, AWorkerThatClosesItsSocketAndLivesOnCostsItsJobOnly) {
    const auto began = std::chrono::steady_clock::now();
    Pool pool(fake(), {}, 1);
    EXPECT_EQ(run(pool, ask(pool, "leave")).outcome, JobEnd::kCrashed);
    EXPECT_EQ(run(pool, ask(pool, "echo")).outcome, JobEnd::kDone);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 30s);
}

TEST(Pool, WhatEndsARunIsTheParentsToHear) {
    EXPECT_EQ(ask_once("signals"), (Result{JobEnd::kDone, {"signals"}}));
}

TEST(Pool, AnAnswerAfterItsTimeIsNone) {
    Pool pool(fake(), {.time = 200ms}, 1);
    EXPECT_EQ(run(pool, ask(pool, "late")), (Result{JobEnd::kStarved, {}}));
    EXPECT_EQ(run(pool, ask(pool, "echo")), (Result{JobEnd::kDone, {"echo"}}));
}

// The pool kept pointers into coroutines that were gone.
TEST(Pool, ATaskThatEndsEarlyTakesItsJobAlong) {
    Pool pool(fake(), {}, 1);
    {
        auto queued = ask(pool, "hang");
        queued.start();
    }
    {
        auto under_way = ask(pool, "slowly", 2);
        under_way.start();
        pool.step();
        auto waiting = ask(pool, "hang");
        waiting.start();
        auto turning = [](Pool& of) -> Task<void> { co_await of.turn(); }(pool);
        turning.start();
    }
    EXPECT_EQ(run(pool, ask(pool, "echo")), (Result{JobEnd::kDone, {"echo"}}));
}

/// Leaves so few descriptors that no process can be started.
class NoMoreDescriptors {
public:
    NoMoreDescriptors() {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const int next = ::dup(0);
        ::close(next);
        rlimit few = before_;
        few.rlim_cur = static_cast<rlim_t>(next);
        ::setrlimit(RLIMIT_NOFILE, &few);
    }
    ~NoMoreDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    NoMoreDescriptors(const NoMoreDescriptors&) = delete;
    NoMoreDescriptors& operator=(const NoMoreDescriptors&) = delete;

private:
    rlimit before_{};
};

TEST(Pool, WhereNoProcessIsToBeHadTheRunEndsAndThePoolIsStillWell) {
#ifdef TARANG_SANITIZED
    GTEST_SKIP() << "a sanitizer needs a descriptor to look at what is thrown";
#endif
    Pool pool(fake(), {}, 1);
    {
        const NoMoreDescriptors none;
        auto task = ask(pool, "echo");
        task.start();
        EXPECT_THROW(pool.step(), RunError);
    }
    EXPECT_EQ(run(pool, ask(pool, "echo")), (Result{JobEnd::kDone, {"echo"}}));
}

TEST(Pool, WithFewerProcessesThanAskedForTheWorkGoesOn) {
#ifdef TARANG_SANITIZED
    GTEST_SKIP() << "a sanitizer needs a descriptor to look at what is thrown";
#endif
    Pool pool(fake(), {}, 2);
    auto one = ask(pool, "slowly", 2);
    one.start();
    pool.step();
    ASSERT_FALSE(one.done());
    const NoMoreDescriptors none;
    auto two = ask(pool, "echo");
    two.start();
    while (!(one.done() && two.done()) && pool.step()) {
    }
    EXPECT_EQ(one.result().outcome, JobEnd::kDone);
    EXPECT_EQ(two.result(), (Result{JobEnd::kDone, {"echo"}}));
}

// When one of several jobs of a document ends it, the others' frames go with it, and some were about to go
// on.
TEST(Pool, AnInterruptOfSeveralJobsOfOneTask) {
    const int event = ::eventfd(0, EFD_CLOEXEC);
    Pool pool(fake(), {}, 2, event);
    const auto lane = [](Pool& of) -> Task<void> {
        Result result = co_await ask(of, "hang");
        if (result.outcome == JobEnd::kInterrupted) throw RunError(ExitCode::kInterrupted, "interrupted");
    };
    const auto document = [&lane](Pool& of) -> Task<void> {
        std::vector<Task<void>> lanes;
        for (int i = 0; i < 2; ++i) {
            lanes.push_back(lane(of));
            lanes.back().start();
        }
        for (Task<void>& each : lanes) co_await each;
    };
    {
        auto task = document(pool);
        task.start();
        const std::uint64_t one = 1;
        static_cast<void>(!::write(event, &one, sizeof one));
        while (!task.done() && pool.step()) {
        }
        EXPECT_THROW(task.result(), RunError);
    }
    pool.step();
    ::close(event);
}

TEST(Pool, TheJournalHearsOfWorkersAndOfTheirLastWords) {
#ifdef TARANG_SANITIZED
    GTEST_SKIP() << "a sanitizer turns the crash into an exit with words of its own";
#endif
    const test::TemporaryFolder folder;
    const std::string file = folder / "log";
    {
        const journal::Journal journal(file, journal::Level::kInfo);
        Pool pool(fake(), {}, 1, -1, journal);
        for (const char* request : {"poppler", "crash", "echo"}) {
            Job job;
            job.request = request;
            job.name = std::string("sha-of-") + request;
            job.receive = [](std::string_view) { return Reply::kDone; };
            run(pool, [](Pool& of, Job its) -> Task<JobEnd> {
                co_return co_await of.run(std::move(its));
            }(pool, std::move(job)));
        }
    }
    std::ifstream in(file);
    const std::string said{std::istreambuf_iterator<char>(in), {}};
    EXPECT_THAT(said, HasSubstr("worker_started pid="));
    EXPECT_THAT(said,
                ContainsRegex("cause=out_of_memory signal=6 document=sha-of-poppler milliseconds=[0-9]+ "
                              "last_words=\"Out of memory\""));
    EXPECT_THAT(said, HasSubstr("cause=crashed signal=11 document=sha-of-crash"));
    EXPECT_THAT(said, HasSubstr("cause=no_more_work"));
}

TEST(Pool, NoiseOnStderrBlocksNobody) { EXPECT_EQ(ask_once("chatter").outcome, JobEnd::kDone); }

Task<Result> ask_about(Pool& pool, std::uint64_t document, int file, std::string request) {
    Result result;
    Job job{.document = document,
            .name = {},
            .file = file,
            .opening = "open",
            .request = std::move(request),
            .feed = {},
            .receive = {},
            .begin = {}};
    job.receive = [&result](std::string_view answer) {
        result.answers.emplace_back(answer);
        return Reply::kDone;
    };
    result.outcome = co_await pool.run(std::move(job));
    co_return result;
}

TEST(Pool, TheDocumentRidesAlongAndStaysOpen) {
    std::FILE* file = std::tmpfile();
    std::fputs("%PDF-", file);
    std::fflush(file);
    Pool pool(fake(), {}, 1);
    EXPECT_EQ(run(pool, ask_about(pool, 1, ::fileno(file), "document")).answers.at(0), "%PDF-");
    EXPECT_EQ(run(pool, ask_about(pool, 1, ::fileno(file), "document")).answers.at(0), "%PDF-");
    std::fclose(file);
}

TEST(Pool, ACrashThatAnEarlierDocumentCausedIsTriedAgain) {
    Pool pool(fake(), {}, 1);
    const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    EXPECT_EQ(run(pool, ask_about(pool, 1, file, "poison")).outcome, JobEnd::kDone);
    EXPECT_EQ(run(pool, ask_about(pool, 2, file, "victim")), (Result{JobEnd::kDone, {"well"}}));
    EXPECT_EQ(run(pool, ask_about(pool, 3, file, "crash")).outcome, JobEnd::kCrashed);
    ::close(file);
}

TEST(Pool, FurtherMessagesArePulledOneByOne) {
    Pool pool(fake(), {}, 1);
    const auto feeding = [](Pool& of) -> Task<Result> {
        Result result;
        Job job;
        job.request = "first";
        job.feed = [](std::size_t n) {
            return n < 3 ? std::optional(std::string(std::size_t{1} << 20, static_cast<char>('0' + n)))
                         : std::nullopt;
        };
        job.receive = [&result](std::string_view answer) {
            result.answers.emplace_back(answer.substr(0, 2));
            return result.answers.size() == 4 ? Reply::kDone : Reply::kMore;
        };
        result.outcome = co_await of.run(std::move(job));
        co_return result;
    };
    EXPECT_THAT(run(pool, feeding(pool)).answers, ElementsAre("fi", "00", "11", "22"));
}

TEST(Pool, AnInterruptEndsEverything) {
    const int event = ::eventfd(1, EFD_CLOEXEC);
    Pool pool(fake(), {}, 1, event);
    EXPECT_EQ(run(pool, ask(pool, "hang")).outcome, JobEnd::kInterrupted);
    EXPECT_EQ(run(pool, ask(pool, "echo")).outcome, JobEnd::kInterrupted);
    EXPECT_TRUE(pool.interrupted());
    ::close(event);
}

TEST(Pool, AskedToFinishItWaitsForThePageThatIsRead) {
    const int event = ::eventfd(1, EFD_CLOEXEC);
    Pool pool(fake(), {}, 2);
    pool.finish_on(event);
    Result pages;
    Job reading;
    reading.request = "late";  // a page that takes its time; others would follow
    reading.receive = [&pages](std::string_view answer) {
        pages.answers.emplace_back(answer);
        return Reply::kPage;
    };
    const auto read = [&]() -> Task<void> { pages.outcome = co_await pool.run(std::move(reading)); };
    auto paged = read();
    auto nearly_done = ask(pool, "late");
    paged.start();
    nearly_done.start();
    while (pool.step()) {
    }
    EXPECT_EQ(pages, (Result{JobEnd::kInterrupted, {"late"}}));
    EXPECT_EQ(nearly_done.result(), (Result{JobEnd::kDone, {"late"}}))
        << "what has no pages goes on to its end";
    EXPECT_EQ(run(pool, ask(pool, "echo")).outcome, JobEnd::kInterrupted) << "nothing new begins";
    EXPECT_TRUE(pool.interrupted());
    EXPECT_TRUE(pool.finishing());
    ::close(event);
}

TEST(Pool, AWorkerThatCannotStartCountsAsCrashed) {
    Pool pool({"/nonexistent", {"fake"}}, {}, 1);
    EXPECT_EQ(run(pool, ask(pool, "echo")).outcome, JobEnd::kCrashed);
}

}  // namespace
}  // namespace tarang::border
