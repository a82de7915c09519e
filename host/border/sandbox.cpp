#include "host/border/sandbox.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include "host/border/subprocess.h"
#include "models/run_error.h"

namespace tarang::border {
namespace {

/// Descriptors in the sandbox program.
constexpr int kFile = 3;
constexpr int kUsers = 4;
constexpr std::string_view kUserList = "office:x:1000:1000::/tmp:/bin/sh\n";

/// Programs, libraries, fonts and what they are configured with; no file of a person's own.
constexpr std::array kReadable{"/etc/fonts",        "/etc/libreoffice",     "/etc/ld.so.cache",
                               "/etc/alternatives", "/var/lib/libreoffice", "/var/cache/fontconfig"};

std::vector<std::string> arguments_of(const SandboxCommand& command) {
    std::vector<std::string> all{
        "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--uid",     "1000",
        "--gid", "1000",          "--cap-drop",        "ALL",           "--clearenv"};
    const auto add = [&all](std::initializer_list<std::string> more) { all.insert(all.end(), more); };
    add({"--setenv", "HOME", kSandboxFolder, "--setenv", "PATH", "/usr/bin:/bin", "--setenv", "LANG",
         "C.UTF-8"});
    add({"--ro-bind", "/usr", "/usr"});
    for (const char* place : {"bin", "sbin", "lib", "lib64"})
        add({"--symlink", std::string("usr/") + place, std::string("/") + place});
    for (const char* place : kReadable) add({"--ro-bind-try", place, place});
    add({"--ro-bind-data", std::to_string(kUsers), "/etc/passwd", "--proc", "/proc", "--dev", "/dev"});
    add({"--size", std::to_string(std::max<std::uint64_t>(1, command.most_bytes)), "--tmpfs",
         kSandboxFolder});
    if (command.file >= 0)
        add({"--ro-bind-data", std::to_string(kFile), kSandboxFolder + ("/" + command.file_name)});
    if (!command.readable.empty()) add({"--ro-bind", command.readable, command.readable});
    add({"--chdir", kSandboxFolder, "--"});
    all.insert(all.end(), command.program.begin(), command.program.end());
    return all;
}

// Between fork and exec: only calls that are safe there.
void confine(const SandboxCommand& command) {
    ::setsid();  // a group of its own, to be ended as one
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, command.most_bytes);
    const auto seconds =
        static_cast<rlim_t>(std::max<std::int64_t>(1, command.limits.processor.count() / 1000));
    const rlimit processor{seconds, seconds + 1};  // the signal of the first says what it was
    ::setrlimit(RLIMIT_CPU, &processor);
    if (command.limits.memory > 0) limit(RLIMIT_DATA, command.limits.memory);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

struct Ends {
    int output;
    int errors;
    int users;
};

[[noreturn]] void become(const SandboxCommand& command, char* const* arguments, pid_t parent,
                         const Ends& ends) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(kExitCannotStart);
    const int null = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    // Copies above the range of the fixed numbers first, so that none overwrites another.
    constexpr int kHigh = 10;
    const int output = ::fcntl(ends.output, F_DUPFD_CLOEXEC, kHigh);
    const int errors = ::fcntl(ends.errors, F_DUPFD_CLOEXEC, kHigh);
    const int users = ::fcntl(ends.users, F_DUPFD_CLOEXEC, kHigh);
    const int file = ::fcntl(command.file >= 0 ? command.file : null, F_DUPFD_CLOEXEC, kHigh);
    const bool placed = ::dup2(null, 0) == 0 && ::dup2(output, 1) == 1 && ::dup2(errors, 2) == 2 &&
                        ::dup2(file, kFile) == kFile && ::dup2(users, kUsers) == kUsers &&
                        ::close_range(kUsers + 1, ~0U, 0) == 0;
    if (!placed) ::_exit(kExitCannotStart);
    confine(command);
    ::execv(command.sandbox.c_str(), arguments);
    ::_exit(kExitCannotStart);
}

[[noreturn]] void throw_cannot_start() {
    throw RunError(ExitCode::kFailed,
                   "เริ่มโปรแกรมแปลงไฟล์ไม่ได้: " + thai_reason(errno) + " ปิดโปรแกรมอื่นแล้วลองใหม่",
                   std::string("cannot start the converter: ") + std::strerror(errno) +
                       "; close other programs and try again");
}

Descriptor user_list() {
    Descriptor file(::memfd_create("users", MFD_CLOEXEC));
    if (!file || ::write(file.get(), kUserList.data(), kUserList.size()) != std::ssize(kUserList) ||
        ::lseek(file.get(), 0, SEEK_SET) != 0)
        throw_cannot_start();
    return file;
}

}  // namespace

SandboxProcess::SandboxProcess(const SandboxCommand& command, int output) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw_cannot_start();
    errors_ = Descriptor(pipe[0]);
    const Descriptor their_errors(pipe[1]);
    ::fcntl(errors_.get(), F_SETFL, O_NONBLOCK);
    const Descriptor users = user_list();
    const std::vector<std::string> words = arguments_of(command);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) throw_cannot_start();
    if (pid_ == 0) become(command, arguments.data(), parent, {output, their_errors.get(), users.get()});
}

SandboxProcess::~SandboxProcess() { end(); }

bool SandboxProcess::drain() { return take_words(errors_.get(), words_) == PipeState::kOpen; }

int SandboxProcess::end() {
    if (pid_ <= 0) return status_;
    // One that has ended says how; all else is killed, and bubblewrap's end is that of all in its sandbox.
    constexpr std::chrono::milliseconds kMoment{200};
    const bool ended = !drain() && ends_within(pid_, kMoment, status_);
    ::kill(-pid_, SIGKILL);
    if (!ended) {
        ::kill(pid_, SIGKILL);
        wait_for_end(pid_, status_);
    }
    pid_ = -1;
    return status_;
}

}  // namespace tarang::border
