#include "host/border/subprocess.h"

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

namespace tarang::border {

void limit(__rlimit_resource_t resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

bool ends_within(pid_t child, std::chrono::milliseconds moment, int& status) {
    using Clock = std::chrono::steady_clock;
    const auto until = Clock::now() + moment;
    timespec pause{0, 50'000};
    while (true) {
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended > 0 || (ended < 0 && errno != EINTR)) return true;
        if (Clock::now() >= until) return false;
        ::nanosleep(&pause, nullptr);
        pause.tv_nsec = std::min(2 * pause.tv_nsec, 4'000'000L);
    }
}

void wait_for_end(pid_t child, int& status) {
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
}

PipeState take_words(int pipe, std::string& kept) {
    constexpr std::size_t kMostKept = 8192;
    constexpr int kTurns =
        64;  // a process that never stops talking gets no more of the parent's time at once
    std::array<char, 4096> chunk;
    for (int turn = 0; turn < kTurns; ++turn) {
        const ssize_t count = ::read(pipe, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno == EAGAIN ? PipeState::kOpen : PipeState::kFailed;
        if (count == 0) return PipeState::kClosed;
        kept.append(chunk.data(), static_cast<std::size_t>(count));
        if (kept.size() > kMostKept) kept.erase(0, kept.size() - kMostKept);
    }
    return PipeState::kOpen;
}

}  // namespace tarang::border
