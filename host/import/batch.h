// What the documents of one batch share, and the loop that keeps them under way.
#pragma once

#include <chrono>
#include <coroutine>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "host/border/converter.h"
#include "host/border/pool.h"
#include "host/border/task.h"
#include "host/import/import.h"
#include "models/ledger.h"
#include "models/run_error.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/receive/receive.h"
#include "pipeline/store/history.h"
#include "pipeline/store/ledger.h"
#include "pipeline/store/page_cache.h"

namespace tarang::importing {

class Stopwatch {
public:
    double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
    }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

/// So many documents wait for their second reading at most, since each keeps its file open.
inline constexpr std::size_t kMostPostponed = 64;

/// Where content came from that has no file of its own: the archive at the path in front of its name. What
/// all files of one archive, and of archives in it, may cost is paid from one purse.
struct Origin {
    struct Purse {
        std::int64_t files = 0;
        std::int64_t bytes = 0;
    };
    int depth = 0;  ///< archives around it
    std::shared_ptr<Purse> left = {};
    std::optional<SubmissionKey> submission = {};  ///< what the archive was submitted for
    std::string part_of = {};                      ///< SHA-256 of the archive that was
};

/// A file of an archive, taken out and waiting for its turn.
struct Member {
    std::variant<receive::Received, receive::Refused> received;
    Origin origin;
    double seconds = 0;  ///< worked on it so far
};

/// So many wait at most: each keeps its content open.
inline constexpr std::size_t kMostMembersWaiting = 32;

struct Batch {
    Batch(const ImportOptions& options, store::Database& database, const Observer& observer);
    ~Batch();  ///< tells how long it was at which stage
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    /// Tells a document's verdict, and how long was worked on it.
    void report(DocumentEvent event, double seconds);
    /// Notes which documents were superseded since it was asked last.
    void note_versions();
    /// Tells how far it is, after something changed.
    void tell_progress(const std::string& path) const;

    bool may_put_off() const { return waiting_.size() < kMostPostponed; }
    /// `co_await batch.later()` goes on when all documents are done but those that wait here, one after the
    /// other.
    class Later;
    Later later();
    std::size_t waiting() const { return waiting_.size(); }
    void resume_one();

    const ImportOptions& options;
    const Observer& observer;
    store::Ledger ledger;
    store::PageCache cache;
    border::Pool pool;
    border::Converter converter;
    ImportFacts facts;
    std::vector<interpret::Profile> own_forms;  ///< that are no part of the program
    std::set<std::string> under_way;            ///< contents that are being read
    std::set<std::string> unpacked;             ///< among these, archives whose files are being taken out
    std::set<std::string> postponed;            ///< among these, those that wait until all others are done
    std::deque<Member> members;
    std::size_t paused = 0;  ///< documents that wait for others, and keep none of them from beginning
    Progress progress;
    ExitCode exit_code = ExitCode::kDone;
    StageSeconds stages;  ///< those of the workers are the pool's

private:
    std::deque<std::coroutine_handle<>> waiting_;
    store::History history_;
    std::int64_t last_decision_ = 0;
};

class Batch::Later {
public:
    explicit Later(Batch& batch) : batch_(batch) {}

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiting) { batch_.waiting_.push_back(waiting); }
    void await_resume() const noexcept {}

private:
    Batch& batch_;
};

inline Batch::Later Batch::later() { return Later(*this); }

/// Says for a while that a content waits until all others are done.
class Postponed {
public:
    Postponed(Batch& batch, const std::string& sha256) : batch_(batch), sha256_(sha256) {
        batch_.postponed.insert(sha256_);
    }
    ~Postponed() { batch_.postponed.erase(sha256_); }
    Postponed(const Postponed&) = delete;
    Postponed& operator=(const Postponed&) = delete;

private:
    Batch& batch_;
    std::string sha256_;
};

/// Says for a while that a document waits for others which need room to begin.
class Paused {
public:
    Paused(Batch& batch, bool is) : batch_(batch), is_(is) { batch_.paused += is_ ? 1 : 0; }
    ~Paused() { batch_.paused -= is_ ? 1 : 0; }
    Paused(const Paused&) = delete;
    Paused& operator=(const Paused&) = delete;

private:
    Batch& batch_;
    bool is_;
};

/// Keeps a content to one reader at a time.
class Turn {
public:
    Turn(Batch& batch, const std::string& sha256) : batch_(batch), sha256_(sha256) {
        batch_.under_way.insert(sha256_);
    }
    ~Turn() { batch_.under_way.erase(sha256_); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    Batch& batch_;
    std::string sha256_;
};

/// The next document of the batch; nothing after the last.
using TaskSource = std::function<std::optional<border::Task<void>>()>;
using MemberTask = std::function<border::Task<void>(Member member)>;

/// Works through all documents, one more at a time than there are workers: the next one is received while all
/// of them are busy. Files of archives (`batch.members`) come before further documents. The worst exit code,
/// or kInterrupted.
ExitCode work_through(Batch& batch, const TaskSource& documents, const MemberTask& of_member);

}  // namespace tarang::importing
