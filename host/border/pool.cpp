#include "host/border/pool.h"

#include <poll.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "host/border/confine.h"
#include "models/run_error.h"

namespace tarang::border {
namespace {

/// A worker is replaced after so many documents: what a library leaks does not add up for ever.
constexpr int kDocumentsPerWorker = 400;

JobEnd outcome_of(Death death) {
    switch (death) {
        case Death::kTimedOut:
            return JobEnd::kTimedOut;
        case Death::kOutOfMemory:
            return JobEnd::kOutOfMemory;
        case Death::kKilled:
            return JobEnd::kKilled;
        case Death::kCrashed:
            break;
    }
    return JobEnd::kCrashed;
}

}  // namespace

Pool::Pool(Command command, Limits limits, int workers, int interrupt, const journal::Journal& journal)
    : command_(std::move(command)),
      limits_(limits),
      most_workers_(std::max(1, workers)),
      interrupt_(interrupt),
      journal_(&journal) {
    if (can_confine()) return;
    throw RunError(
        ExitCode::kFailed,
        "ระบบนี้จำกัดสิทธิ์ของกระบวนการอ่านไม่ได้ (seccomp) จึงอ่านเอกสารอย่างปลอดภัยไม่ได้ ใช้ Linux ที่มี "
        "CONFIG_SECCOMP_FILTER",
        "this system cannot filter system calls (seccomp), so documents cannot be read safely here; "
        "use a Linux kernel with CONFIG_SECCOMP_FILTER");
}

Pool::~Pool() {
    while (!workers_.empty()) retire(workers_.begin(), "no_more_work");
}

Pool::Awaiter Pool::run(Job job) { return {*this, std::move(job)}; }

void Pool::Awaiter::await_suspend(std::coroutine_handle<> waiting) {
    waiting_ = waiting;
    pool_.queue_.push_back(this);
}

void Pool::add(const StageTimes& times) {
    // A worker may say what it likes; more than a day is nothing that it did since it told last.
    static constexpr std::int64_t kMost = std::int64_t{86'400} * 1'000'000;
    const auto bounded = [](std::int64_t told) { return std::clamp<std::int64_t>(told, 0, kMost); };
    times_.add({bounded(times.read), bounded(times.scan), bounded(times.layout), bounded(times.stitch),
                bounded(times.normalize), bounded(times.interpret), bounded(times.verify)});
}

bool Pool::step() {
    if (interrupted_) interrupt();  // what was queued since
    if (finishing_) begin_nothing();
    give_out();
    const bool busy = !watched_.empty() ||
                      std::any_of(workers_.begin(), workers_.end(), [](const Worker& w) { return w.active; });
    wait(busy ? milliseconds_to_deadline() : 0);
    give_out();  // no worker shall wait while the answer of its last job is put away
    // Resumed here and nowhere deeper: what runs next may queue jobs and ends no worker that is in use above.
    resuming_.insert(resuming_.end(), ready_.begin(), ready_.end());
    resuming_.insert(resuming_.end(), turns_.begin(), turns_.end());
    ready_.clear();
    turns_.clear();
    const bool any = !resuming_.empty();
    while (!resuming_.empty()) {  // one that ends may take others along, which are then not here any more
        const auto coroutine = resuming_.front();
        resuming_.pop_front();
        coroutine.resume();
    }
    return busy || any || !queue_.empty();
}

void Pool::wait(int milliseconds) {
    std::vector<pollfd> polled{{interrupt_, POLLIN, 0}, {finishing_ ? -1 : finish_, POLLIN, 0}};
    for (const Worker& worker : workers_) {
        const bool sends = !worker.process.outgoing.empty();
        polled.push_back({worker.process.socket(), static_cast<short>(sends ? POLLIN | POLLOUT : POLLIN), 0});
        polled.push_back({worker.process.errors(), POLLIN, 0});
    }
    const std::size_t first_watched = polled.size();
    for (const Readable* watched : watched_) polled.push_back({watched->descriptor_, POLLIN, 0});
    if (::poll(polled.data(), polled.size(), milliseconds) < 0) {
        if (errno == EINTR) return;
        throw RunError(ExitCode::kFailed, "รอกระบวนการอ่านไม่ได้: " + thai_reason(errno),
                       std::string("cannot wait for the workers: ") + std::strerror(errno));
    }
    std::size_t next = 2;
    for (auto worker = workers_.begin(); worker != workers_.end(); next += 2) {
        serve(worker++, polled[next].revents, polled[next + 1].revents);
    }
    end_overdue();
    end_watching({polled.begin() + static_cast<std::ptrdiff_t>(first_watched), polled.end()});
    if (polled[0].revents != 0) interrupt();
    if (polled[1].revents != 0) begin_nothing();
}

/// `polled`: of watched_, in its order.
void Pool::end_watching(const std::vector<pollfd>& polled) {
    const auto now = Clock::now();
    std::vector<Readable*> left;
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        Readable& watched = *watched_[i];
        watched.readable_ = polled[i].revents != 0;
        if (watched.readable_ || watched.until_ <= now)
            ready_.push_back(watched.waiting_);
        else
            left.push_back(&watched);
    }
    watched_ = std::move(left);
}

void Pool::Readable::await_suspend(std::coroutine_handle<> waiting) {
    waiting_ = waiting;
    pool_.watched_.push_back(this);
}

Pool::Readable::~Readable() {
    if (!waiting_) return;
    std::erase(pool_.watched_, this);
    pool_.forget(waiting_);
}

void Pool::give_out() {
    while (!queue_.empty()) {
        const auto worker = worker_for(*queue_.front());
        if (worker == workers_.end()) return;
        Awaiter& waiting = *queue_.front();
        queue_.pop_front();
        assign(*worker, waiting);
    }
}

/// An idle worker that holds the document, else any idle one, else a new one; none when all are busy.
Pool::Workers::iterator Pool::worker_for(const Awaiter& waiting) {
    auto idle = workers_.end();
    for (auto worker = workers_.begin(); worker != workers_.end(); ++worker) {
        if (worker->active != nullptr) continue;
        idle = worker;
        if (worker->holds == waiting.job_.document) break;
    }
    const bool worn_out = idle != workers_.end() && idle->documents >= kDocumentsPerWorker &&
                          idle->holds != waiting.job_.document;
    if (idle != workers_.end() && !waiting.needs_fresh_worker_ && !worn_out) return idle;
    if (idle != workers_.end()) retire(idle, worn_out ? "worn_out" : "replaced");
    return start_worker();
}

/// A new worker; none where there are as many as may be. Where the system gives no more than there are, these
/// have to do; where there is none at all, the run cannot go on.
Pool::Workers::iterator Pool::start_worker() {
    if (static_cast<int>(workers_.size()) >= most_workers_) return workers_.end();
    try {
        const auto patience = workers_.empty() ? Process::Patience::kSeconds : Process::Patience::kNone;
        workers_.push_back({.process = Process::start(command_, limits_, patience)});
    } catch (const RunError& error) {
        if (workers_.empty()) throw;
        most_workers_ = static_cast<int>(workers_.size());
        journal_->worker_missing(error.what(), most_workers_);
        return workers_.end();
    }
    journal_->worker_started(workers_.back().process.pid(), static_cast<int>(workers_.size()));
    return std::prev(workers_.end());
}

/// Ends a worker that nobody waits for.
void Pool::retire(Workers::iterator worker, std::string_view cause) {
    worker->process.kill();
    worker->process.reap();
    tell_end(*worker, cause);
    workers_.erase(worker);
}

void Pool::tell_end(const Worker& worker, std::string_view cause) const {
    journal::WorkerEnd end;
    end.pid = worker.pid;
    end.cause = cause;
    const int status = worker.process.wait_status();
    if (WIFEXITED(status)) end.exit_code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
    if (worker.active != nullptr) {
        end.document = worker.active->job_.name;
        end.on_it = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - worker.assigned);
        end.last_words = worker.process.error_text();
    }
    journal_->worker_ended(end);
}

void Pool::forget(std::coroutine_handle<> gone) {
    std::erase(ready_, gone);
    std::erase(turns_, gone);
    std::erase(resuming_, gone);
}

/// Of a coroutine that is destroyed while it waits. The worker that has its job can do no other.
void Pool::forget(const Awaiter& gone) {
    std::erase(queue_, &gone);
    forget(gone.waiting_);
    for (auto worker = workers_.begin(); worker != workers_.end();) {
        const auto next = std::next(worker);
        if (worker->active == &gone) {
            worker->active = nullptr;
            retire(worker, "job_given_up");
        }
        worker = next;
    }
}

void Pool::assign(Worker& worker, Awaiter& waiting) {
    const Job& job = waiting.job_;
    if (job.begin) job.begin();
    worker.active = &waiting;
    worker.assigned = Clock::now();
    worker.fed = 0;
    worker.feed_ended = !job.feed;
    worker.process.forget_errors();
    if (!job.opening.empty() && (worker.holds != job.document || job.request.empty())) {
        worker.process.outgoing.push(job.opening, job.file);
        if (worker.holds != job.document) ++worker.documents;
        worker.holds = job.document;
    }
    if (!job.request.empty()) worker.process.outgoing.push(job.request, job.output);
    const bool writes = job.output >= 0;
    if (writes || worker.writes) worker.process.allow_writing(writes ? job.most_output : 0);
    worker.writes = writes;
    keep_deadline(worker);
    static_cast<void>(keep_feeding(worker));  // a worker that is gone shows it in the next poll
}

/// Sends what the socket takes, fetching further messages only when it took the ones before.
bool Pool::keep_feeding(Worker& worker) {
    for (;;) {
        if (!worker.process.outgoing.flush(worker.process.socket())) return false;
        if (!worker.process.outgoing.empty() || worker.active == nullptr || worker.feed_ended) return true;
        const auto message = worker.active->job_.feed(worker.fed++);
        worker.feed_ended = !message;
        if (message) worker.process.outgoing.push(*message);
    }
}

void Pool::keep_deadline(Worker& worker) const {
    worker.deadline = Clock::now() + limits_.time;
    worker.used = worker.process.processor_time();
    worker.process.allow_processor_time(worker.used + limits_.processor);
}

void Pool::serve(Workers::iterator worker, short socket_events, short error_events) {
    if (error_events != 0) worker->process.drain_errors();
    bool gone = false;
    if ((socket_events & POLLOUT) != 0) static_cast<void>(keep_feeding(*worker));
    if ((socket_events & ~POLLOUT) != 0) {
        const auto status = worker->process.incoming.read(
            worker->process.socket(), [&](std::string_view answer) { return take_answer(*worker, answer); });
        if (status == FrameAssembler::Status::kTooLong) {
            worker->disbelieved = true;
            journal_->answer_refused(
                {worker->active != nullptr ? worker->active->job_.name : "", "frame_too_long"});
        }
        gone = status == FrameAssembler::Status::kClosed;
    }
    if (worker->disbelieved) {
        bury(worker, JobEnd::kCrashed);
    } else if (worker->stopped && worker->active != nullptr) {  // pages that came together were all taken
        count_work(*worker);
        Awaiter& stopped = *std::exchange(worker->active, nullptr);
        retire(worker, name_of(JobEnd::kInterrupted));
        finish(stopped, JobEnd::kInterrupted);
    } else if (gone) {
        bury(worker, std::nullopt);
    }
}

bool Pool::take_answer(Worker& worker, std::string_view answer) {
    const Reply reply = worker.active != nullptr ? worker.active->job_.receive(answer) : Reply::kRefused;
    worker.disbelieved |= reply == Reply::kRefused;
    if (reply == Reply::kMore || reply == Reply::kPage) keep_deadline(worker);
    worker.stopped |= reply == Reply::kPage && finishing_;
    if (reply == Reply::kDone) count_work(worker);
    if (reply == Reply::kDone) finish(*std::exchange(worker.active, nullptr), JobEnd::kDone);
    return !worker.disbelieved;
}

void Pool::end_overdue() {
    const auto now = Clock::now();
    for (auto worker = workers_.begin(); worker != workers_.end();) {
        const auto next = std::next(worker);
        if (worker->active != nullptr && worker->deadline <= now) {
            const auto had = worker->process.processor_time() - worker->used;
            bury(worker, when_time_is_over(had, limits_.time));
        }
        worker = next;
    }
}

/// The end of a worker: `known` where the parent ends it, else the process itself says what it died of.
void Pool::bury(Workers::iterator worker, std::optional<JobEnd> known) {
    if (known) worker->process.kill();
    const Death death = worker->process.reap();
    const JobEnd outcome = known ? *known : outcome_of(death);
    Awaiter* const active = worker->active;
    tell_end(*worker, worker->disbelieved ? "answer_refused" : name_of(outcome));
    count_work(*worker);
    const auto earlier =
        worker->documents - (active != nullptr && worker->holds == active->job_.document ? 1 : 0);
    workers_.erase(worker);
    if (active == nullptr) return;
    if (earlier <= 0 || active->needs_fresh_worker_ || outcome == JobEnd::kTimedOut ||
        outcome == JobEnd::kStarved)
        return finish(*active, outcome);
    active->needs_fresh_worker_ = true;
    journal_->job_repeated(active->job_.name, name_of(outcome));
    queue_.push_front(active);
}

void Pool::count_work(const Worker& worker) const {
    if (worker.active != nullptr && worker.active->job_.work != nullptr)
        *worker.active->job_.work += Clock::now() - worker.assigned;
}

void Pool::finish(Awaiter& waiting, JobEnd outcome) {
    waiting.outcome_ = outcome;
    ready_.push_back(waiting.waiting_);
}

bool Pool::interrupted() {
    const auto readable = [](int descriptor) {
        pollfd polled{descriptor, POLLIN, 0};
        return ::poll(&polled, 1, 0) > 0;
    };
    if (!interrupted_ && readable(interrupt_)) interrupt();
    if (!interrupted_ && !finishing_ && readable(finish_)) begin_nothing();
    return interrupted_ || finishing_;
}

/// What waits ends as interrupted, and so will all that comes; what workers have goes on to its next page or
/// its end.
void Pool::begin_nothing() {
    finishing_ = true;
    for (Awaiter* waiting : std::exchange(queue_, {})) finish(*waiting, JobEnd::kInterrupted);
    for (const Readable* watched : std::exchange(watched_, {})) ready_.push_back(watched->waiting_);
}

/// Stops everything: what runs and what waits ends as interrupted, and so will all that comes.
void Pool::interrupt() {
    interrupted_ = true;
    for (Worker& worker : workers_) {
        if (worker.active != nullptr) finish(*std::exchange(worker.active, nullptr), JobEnd::kInterrupted);
    }
    while (!workers_.empty()) retire(workers_.begin(), "interrupted");
    for (Awaiter* waiting : std::exchange(queue_, {})) finish(*waiting, JobEnd::kInterrupted);
    for (const Readable* watched : std::exchange(watched_, {})) ready_.push_back(watched->waiting_);
}

int Pool::milliseconds_to_deadline() const {
    auto nearest = Clock::time_point::max();
    for (const Worker& worker : workers_) {
        if (worker.active != nullptr) nearest = std::min(nearest, worker.deadline);
    }
    for (const Readable* watched : watched_) nearest = std::min(nearest, watched->until_);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(nearest - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

}  // namespace tarang::border
