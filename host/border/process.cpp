#include "host/border/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "host/border/subprocess.h"
#include "models/run_error.h"

namespace tarang::border {
namespace {

/// Libraries, ICU's data and fonts are mapped on top of the private memory that a job may use.
constexpr rlim_t kMappedRoom = rlim_t{1} << 30;

/// A worker has no file to write but those that it is given (allow_writing); coverage counters have.
constexpr rlim_t kLeastWritten = rlim_t{1} << 20;

[[noreturn]] void throw_cannot_start() {
    throw RunError(ExitCode::kFailed, "เริ่มกระบวนการอ่านไม่ได้: " + thai_reason(errno) + " ปิดโปรแกรมอื่นแล้วลองใหม่",
                   std::string("cannot start a worker process: ") + std::strerror(errno) +
                       "; close other programs and try again");
}

// Between fork and exec: only calls that are safe there.
void confine(const Limits& limits) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
#ifndef TARANG_SANITIZED
    if (limits.memory > 0) {
        limit(RLIMIT_DATA, limits.memory);
        limit(RLIMIT_AS, limits.memory + kMappedRoom);
    }
#else
    static_cast<void>(limits);  // a sanitizer's shadow memory is larger than any sensible limit
    static_cast<void>(kMappedRoom);
#endif
}

[[noreturn]] void become_worker(const char* executable, char* const* arguments, const Limits& limits,
                                pid_t parent, int socket, int errors) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(kExitCannotStart);  // it died before we asked to die with it
    const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    // Copies above the range of the fixed numbers first, so that none overwrites another.
    const int high_socket = ::fcntl(socket, F_DUPFD_CLOEXEC, 10);
    const int high_errors = ::fcntl(errors, F_DUPFD_CLOEXEC, 10);
    const bool placed = ::dup2(null, 0) == 0 && ::dup2(null, 1) == 1 && ::dup2(high_errors, 2) == 2 &&
                        ::dup2(high_socket, kSocketInWorker) == kSocketInWorker &&
                        ::close_range(kSocketInWorker + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
    if (!placed) ::_exit(kExitCannotStart);
    // The parent decides what these mean. They may be sent to all processes of a terminal or a service at
    // once, and a worker that died of one would be its document's crash.
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) ::signal(signal_number, SIG_IGN);
    ::signal(SIGXFSZ, SIG_IGN);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    confine(limits);
    ::execv(executable, arguments);
    ::_exit(kExitCannotStart);
}

std::string open_worker_program() {
    constexpr char kName[] = "tarang_worker";
    std::error_code failed;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    for (const auto& place : {here / kName, here / "../lib/tarang" / kName}) {
        const int program = ::open(place.c_str(), O_PATH | O_CLOEXEC);  // for as long as this process lives
        if (program >= 0) return "/proc/self/fd/" + std::to_string(program);
    }
    throw RunError(
        ExitCode::kFailed,
        std::string("เริ่มกระบวนการอ่านไม่ได้: ไม่พบ ") + kName + " ข้างโปรแกรมหรือใน lib/tarang ติดตั้งให้ครบทุกไฟล์",
        std::string("cannot start a worker process: ") + kName +
            " is neither beside this program nor in lib/tarang; install the whole of it");
}

pid_t fork_patiently(Process::Patience patience) {
    const int kTries = patience == Process::Patience::kNone ? 0 : 50;
    constexpr timespec kPause{0, 100'000'000};
    pid_t pid = ::fork();
    for (int i = 0; i < kTries && pid < 0 && (errno == EAGAIN || errno == ENOMEM); ++i) {
        ::nanosleep(&kPause, nullptr);
        pid = ::fork();
    }
    return pid;
}

}  // namespace

std::string worker_program() {
    static const std::string program = open_worker_program();
    return program;
}

Process::Process(pid_t pid, Descriptor socket, Descriptor errors)
    : pid_(pid), socket_(std::move(socket)), errors_(std::move(errors)) {}

Process::Process(Process&& other) noexcept
    : outgoing(std::move(other.outgoing)),
      incoming(std::move(other.incoming)),
      pid_(std::exchange(other.pid_, -1)),
      socket_(std::move(other.socket_)),
      errors_(std::move(other.errors_)),
      error_text_(std::move(other.error_text_)),
      wait_status_(other.wait_status_) {}

Process& Process::operator=(Process&& other) noexcept {
    std::swap(outgoing, other.outgoing);
    std::swap(incoming, other.incoming);
    std::swap(pid_, other.pid_);
    std::swap(socket_, other.socket_);
    std::swap(errors_, other.errors_);
    std::swap(error_text_, other.error_text_);
    std::swap(wait_status_, other.wait_status_);
    return *this;
}

Process::~Process() {
    if (pid_ <= 0) return;
    kill();
    reap();
}

Process Process::start(const Command& command, const Limits& limits, Patience patience) {
    const std::string executable = command.executable.empty() ? worker_program() : command.executable;
    std::array<int, 2> sockets{};
    std::array<int, 2> pipe{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) throw_cannot_start();
    Descriptor ours(sockets[0]);
    const Descriptor theirs(sockets[1]);
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw_cannot_start();
    Descriptor errors(pipe[0]);
    const Descriptor their_errors(pipe[1]);
    ::fcntl(errors.get(), F_SETFL, O_NONBLOCK);

    std::vector<char*> arguments;
    for (const std::string& argument : command.arguments)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);

    const pid_t parent = ::getpid();
    const pid_t pid = fork_patiently(patience);
    if (pid < 0) throw_cannot_start();
    if (pid == 0) {
        become_worker(executable.c_str(), arguments.data(), limits, parent, theirs.get(), their_errors.get());
    }
    Process process(pid, std::move(ours), std::move(errors));
    process.allow_writing(0);  // by the parent, who alone changes it later: the child has no document yet
    return process;
}

std::chrono::nanoseconds Process::processor_time() const {
    clockid_t clock{};
    timespec used{};
    if (::clock_getcpuclockid(pid_, &clock) != 0 || ::clock_gettime(clock, &used) != 0) return {};
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

void Process::allow_processor_time(std::chrono::nanoseconds until) const {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(until).count() + 1;
    const rlimit both{static_cast<rlim_t>(seconds), RLIM_INFINITY};
    ::prlimit(pid_, RLIMIT_CPU, &both, nullptr);
}

void Process::allow_writing(std::uint64_t bytes) const {
    rlimit both{};
    ::getrlimit(RLIMIT_FSIZE, &both);
    both.rlim_cur = std::min(std::max<rlim_t>(bytes, kLeastWritten), both.rlim_max);
    ::prlimit(pid_, RLIMIT_FSIZE, &both, nullptr);
}

void Process::drain_errors() {
    if (take_words(errors_.get(), error_text_) == PipeState::kClosed) errors_.reset();
}

void Process::kill() {
    if (pid_ > 0) ::kill(pid_, SIGKILL);
}

Death Process::reap() {
    // A process that is ending has closed its socket by then, and is gone as soon as it gets a processor.
    constexpr std::chrono::milliseconds kMoment{500};  // a guess: for ten processes on each core
    const bool lived_on = !ends_within(pid_, kMoment, wait_status_);
    if (lived_on) {
        kill();
        wait_for_end(pid_, wait_status_);
    }
    pid_ = -1;
    if (errors_) drain_errors();
    return lived_on ? Death::kCrashed : cause_of(wait_status_, error_text_);
}

Death cause_of(int wait_status, std::string_view last_words) {
    const auto said = [&](std::string_view words) {
        return last_words.find(words) != std::string_view::npos;
    };
    if (WIFEXITED(wait_status)) {
        return WEXITSTATUS(wait_status) == kExitOutOfMemory ? Death::kOutOfMemory : Death::kCrashed;
    }
    switch (WTERMSIG(wait_status)) {
        case SIGXCPU:
            return Death::kTimedOut;
        case SIGKILL:
            return Death::kKilled;
        case SIGABRT:
            return said("Out of memory") || said("bad_alloc") ? Death::kOutOfMemory : Death::kCrashed;
        default:
            return Death::kCrashed;
    }
}

}  // namespace tarang::border
