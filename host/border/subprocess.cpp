#include "host/border/subprocess.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace tarang::border {

void limit(__rlimit_resource_t resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
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
