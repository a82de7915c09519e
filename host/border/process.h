// One worker process, seen from the parent: what it may use, what it says, how it died.
//
// The parent parses no document. What does (Poppler above all) runs in a program of its own,
// with null stdin and stdout, a captured stderr, the socket and nothing else; with limits
// on time, memory, files and descriptors; and it dies with its parent. What it may ask of the system it
// gives up itself, before it sees a document (confine.h).
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "host/border/frames.h"
#include "pipeline/receive/descriptor.h"

namespace tarang::border {

/// What one job may use.
struct Limits {
    std::chrono::milliseconds time{60'000};       ///< wall time until the next answer
    std::chrono::milliseconds processor{60'000};  ///< processor time until the next answer
    std::size_t memory = std::size_t{1} << 30;    ///< bytes of private memory; 0: no limit
    bool operator==(const Limits&) const = default;
};

/// The program of our own workers, `tarang_worker`: beside this executable, or in lib/tarang where installed.
/// It is opened once, so that all workers of a process are of one build, whatever is installed meanwhile.
/// Throws RunError where it is not there.
std::string worker_program();

/// How a worker is started.
struct Command {
    std::string executable = {};                                ///< empty: worker_program()
    std::vector<std::string> arguments = {"tarang", "worker"};  ///< argv, the name first
};

enum class Death {
    kTimedOut,
    kOutOfMemory,
    kKilled,  ///< from outside, as the system does when its memory runs short
    kCrashed,
};

/// The worker finds its socket under this descriptor.
inline constexpr int kSocketInWorker = 3;
/// A worker that ran out of memory exits so; no signal and no other exit means that.
inline constexpr int kExitOutOfMemory = 86;
inline constexpr int kExitCannotStart = 127;

class Process {
public:
    /// Where the system is short of processes or memory, a moment later it may not be.
    enum class Patience { kNone, kSeconds };

    /// Throws RunError where the system gives no process or socket.
    static Process start(const Command& command, const Limits& limits,
                         Patience patience = Patience::kSeconds);

    Process(Process&&) noexcept;
    Process& operator=(Process&&) noexcept;
    ~Process();  ///< kills and reaps

    int socket() const { return socket_.get(); }
    int errors() const { return errors_.get(); }
    pid_t pid() const { return pid_; }

    FrameQueue outgoing;
    FrameAssembler incoming;

    /// That it used so far; 0 where it cannot be told.
    std::chrono::nanoseconds processor_time() const;
    /// Raises the soft limit of processor time, counted from the worker's start: the kernel's own deadline,
    /// for when the parent is stopped or too busy to keep its own.
    void allow_processor_time(std::chrono::nanoseconds until) const;

    /// How many bytes it may put into a file that it was given; 0: as good as none, as at its start. The
    /// worker cannot raise that itself.
    void allow_writing(std::uint64_t bytes) const;

    /// Reads what the worker wrote on stderr; the last kilobytes are kept.
    void drain_errors();
    std::string_view error_text() const { return error_text_; }
    void forget_errors() { error_text_.clear(); }

    /// Ends the worker for a reason of the parent's own.
    void kill();
    /// Says what a worker died of whose socket is closed. One that closed it and lives on is killed after a
    /// moment, and counts as crashed.
    Death reap();
    /// How it ended, as waitpid has it; only after reap().
    int wait_status() const { return wait_status_; }

private:
    Process(pid_t pid, Descriptor socket, Descriptor errors);

    pid_t pid_ = -1;
    Descriptor socket_;
    Descriptor errors_;
    std::string error_text_;
    int wait_status_ = 0;
};

/// What a wait status and the last words mean. Poppler's allocator says "Out of memory" and aborts.
Death cause_of(int wait_status, std::string_view last_words);

}  // namespace tarang::border
