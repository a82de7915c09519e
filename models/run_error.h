// The one exception: the run cannot go on, and the person must know why.
#pragma once

#include <stdexcept>
#include <string>

namespace tarang {

/// Exit codes of every command, stable.
enum class ExitCode : int {
    kDone = 0,
    kUsage = 2,
    kPartial = 3,
    kFailed = 4,
    kDatabase = 5,
    kInterrupted = 130,
};

/// Thrown anywhere, caught once in main. Bad input documents are findings, never this.
class RunError : public std::runtime_error {
public:
    /// `message` says what happened and what the person can do next.
    RunError(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    ExitCode code() const { return code_; }

private:
    ExitCode code_;
};

}  // namespace tarang
