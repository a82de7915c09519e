// What starting and watching a process takes, whatever it is for: a worker, or a converter in its sandbox.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>

namespace tarang::border {

/// Bounds a resource of this process for good. May be called between fork and exec.
void limit(__rlimit_resource_t resource, rlim_t value);

/// Whether a child has ended, or does within so long; `status` as waitpid has it. One that is ending needs
/// only a processor. One that cannot be waited for has ended.
bool ends_within(pid_t child, std::chrono::milliseconds moment, int& status);
/// Waits for a child that was killed.
void wait_for_end(pid_t child, int& status);

enum class PipeState : std::uint8_t {
    kOpen,    ///< more may come
    kClosed,  ///< its other end is gone
    kFailed,  ///< it cannot be read
};

/// Takes what waits in the pipe of a process's errors, which does not block, and keeps the last 8 KiB of all.
PipeState take_words(int pipe, std::string& kept);

}  // namespace tarang::border
