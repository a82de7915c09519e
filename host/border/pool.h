// The scheduler: N warm workers, a queue of jobs, one poll loop on one thread.
//
// A worker serves many jobs and keeps its document open between them; a job goes to the worker that
// holds its document where that one is free. Workers are started when there is work for them. While
// nothing is under way, nothing runs. A job whose worker died may have been killed by what an earlier
// document left behind in that process, so it is tried once more on a fresh one; what dies there
// died of its own document.
#pragma once

#include <poll.h>

#include <chrono>
#include <coroutine>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/border/process.h"
#include "host/border/stage_times.h"
#include "host/journal/journal.h"

namespace tarang::border {

/// What the owner of a job makes of one answer.
enum class Reply {
    kMore,     ///< believed; more will come
    kPage,     ///< the same, and one of several things that were asked for is whole
    kDone,     ///< believed; the job is finished
    kRefused,  ///< not to be believed: the worker is ended, the job counts as crashed
};

enum class JobEnd {
    kDone,
    kTimedOut,
    kOutOfMemory,
    kCrashed,
    kStarved,  ///< its time was over, and it had had little processor time: the machine was busy or asleep
    kKilled,   ///< from outside, as the system does when its memory runs short
    kInterrupted,
};

/// "timed_out", as the journal has it.
std::string_view name_of(JobEnd end);

/// Of a job that was `time` under way and had a processor for `had` of it.
JobEnd when_time_is_over(std::chrono::nanoseconds had, std::chrono::milliseconds time);

struct Job {
    std::uint64_t document = 0;  ///< which document it belongs to; 0: none
    std::string name;            ///< the document's, in the journal
    int file = -1;               ///< that document's descriptor, open until the job is finished
    std::string opening;         ///< goes first, with `file`, to a worker that does not hold the document;
                                 ///< empty: the job needs no open document
    std::string request;         ///< empty: the opening is the request
    int output = -1;             ///< rides with the request: a file that the worker fills, open as `file` is
    std::uint64_t most_output = 0;  ///< bytes of it
    /// The n-th further message, pulled when the socket takes it; nothing after the last. May be empty.
    std::function<std::optional<std::string>(std::size_t n)> feed;
    std::function<Reply(std::string_view answer)> receive;
    std::chrono::steady_clock::duration* work = nullptr;  ///< grows by the time that workers had the job
    std::function<void()> begin;  ///< before each attempt: forgets what an earlier one answered; may be empty
};

class Pool {
public:
    /// `interrupt`: a descriptor that becomes readable when the run must stop; -1: none. `journal` hears of
    /// workers' starts and ends, and outlives this. Throws RunError where this system cannot confine a
    /// worker.
    Pool(Command command, Limits limits, int workers, int interrupt = -1,
         const journal::Journal& journal = journal::silent());
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// When `descriptor` becomes readable, the run stops as well, but what workers are at goes on to its next
    /// page or its end: a page that was nearly read is not read again.
    void finish_on(int descriptor) { finish_ = descriptor; }

    /// `co_await pool.run(job)` gives the job's JobEnd.
    class Awaiter;
    Awaiter run(Job job);

    /// `co_await pool.turn()` goes on after the next step: for what waits on another coroutine.
    class Turn;
    Turn turn();

    /// `co_await pool.readable(descriptor, until)` goes on when there is something to read, or its other end
    /// is gone; false where the time was over before, or the run is to stop.
    class Readable;
    Readable readable(int descriptor, std::chrono::steady_clock::time_point until);

    /// Waits for what happens next and deals with it. False when no job is queued or running. Throws RunError
    /// where not one worker can be started; the jobs that wait stay queued.
    bool step();

    int workers() const { return most_workers_; }
    const Limits& limits() const { return limits_; }
    const journal::Journal& journal() const { return *journal_; }

    /// Workers' times, of all that they told: see StageTimes.
    const StageTimes& times() const { return times_; }
    void add(const StageTimes& times);
    /// Whether the run must stop; looks anew.
    bool interrupted();
    /// Whether it stops, and answers may still come.
    bool finishing() const { return finishing_ && !interrupted_; }

private:
    using Clock = std::chrono::steady_clock;

    struct Worker {
        Process process;
        std::int64_t pid = process.pid();
        std::uint64_t holds = 0;  ///< document that is open in it
        int documents = 0;        ///< that it has opened so far
        Awaiter* active = nullptr;
        std::size_t fed = 0;  ///< messages of the job's feed that went out
        bool feed_ended = false;
        bool disbelieved = false;
        bool stopped = false;  ///< it gave a page after which its job ends
        bool writes = false;   ///< it may put more into files than other jobs
        Clock::time_point assigned{};
        Clock::time_point deadline{};
        std::chrono::nanoseconds used{};  ///< processor time, when the deadline was set
    };
    using Workers = std::list<Worker>;

    void wait(int milliseconds);
    void give_out();
    Workers::iterator worker_for(const Awaiter& waiting);
    Workers::iterator start_worker();
    void retire(Workers::iterator worker, std::string_view cause);
    void tell_end(const Worker& worker, std::string_view cause) const;
    void forget(const Awaiter& gone);
    void forget(std::coroutine_handle<> gone);
    void assign(Worker& worker, Awaiter& waiting);
    bool keep_feeding(Worker& worker);
    void keep_deadline(Worker& worker) const;
    void serve(Workers::iterator worker, short socket_events, short error_events);
    bool take_answer(Worker& worker, std::string_view answer);
    void end_overdue();
    void end_watching(const std::vector<pollfd>& polled);
    void bury(Workers::iterator worker, std::optional<JobEnd> known);
    void count_work(const Worker& worker) const;
    void finish(Awaiter& waiting, JobEnd outcome);
    void interrupt();
    void begin_nothing();
    int milliseconds_to_deadline() const;

    Command command_;
    Limits limits_;
    int most_workers_;
    int interrupt_;
    const journal::Journal* journal_;
    StageTimes times_;
    int finish_ = -1;
    bool interrupted_ = false;
    bool finishing_ = false;
    Workers workers_;
    std::deque<Awaiter*> queue_;
    std::vector<std::coroutine_handle<>> ready_;
    std::vector<std::coroutine_handle<>> turns_;
    std::vector<Readable*> watched_;
    std::deque<std::coroutine_handle<>> resuming_;  ///< in this step, and not yet
};

class Pool::Turn {
public:
    explicit Turn(Pool& pool) : pool_(pool) {}
    ~Turn() {
        if (waiting_) pool_.forget(waiting_);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting) {
        waiting_ = waiting;
        pool_.turns_.push_back(waiting);
    }
    void await_resume() noexcept { waiting_ = nullptr; }

private:
    Pool& pool_;
    std::coroutine_handle<> waiting_;
};

inline Pool::Turn Pool::turn() { return Turn(*this); }

class Pool::Readable {
public:
    Readable(Pool& pool, int descriptor, std::chrono::steady_clock::time_point until)
        : pool_(pool), descriptor_(descriptor), until_(until) {}
    ~Readable();
    Readable(const Readable&) = delete;
    Readable& operator=(const Readable&) = delete;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting);
    bool await_resume() noexcept {
        waiting_ = nullptr;
        return readable_;
    }

private:
    friend class Pool;

    Pool& pool_;
    int descriptor_;
    std::chrono::steady_clock::time_point until_;
    std::coroutine_handle<> waiting_;
    bool readable_ = false;
};

inline Pool::Readable Pool::readable(int descriptor, std::chrono::steady_clock::time_point until) {
    return {*this, descriptor, until};
}

class Pool::Awaiter {
public:
    Awaiter(Pool& pool, Job job) : pool_(pool), job_(std::move(job)) {}
    /// A task that ends early takes its job along: the pool asks nobody who is gone.
    ~Awaiter() {
        if (waiting_) pool_.forget(*this);
    }
    Awaiter(const Awaiter&) = delete;
    Awaiter& operator=(const Awaiter&) = delete;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting);
    JobEnd await_resume() noexcept {
        waiting_ = nullptr;
        return outcome_;
    }

private:
    friend class Pool;

    Pool& pool_;
    Job job_;
    std::coroutine_handle<> waiting_;
    bool needs_fresh_worker_ = false;
    JobEnd outcome_ = JobEnd::kInterrupted;
};

}  // namespace tarang::border
