// The one exception: the run cannot go on, and the person must know why.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "models/finding.h"

namespace tarang {

/// Exit codes of every command, stable.
enum class ExitCode : int {
    kDone = 0,
    kUsage = 2,
    kPartial = 3,
    kFailed = 4,
    kDatabase = 5,
    kMayPass = 75,  // as the system's own EX_TEMPFAIL
    kInterrupted = 130,
};

/// Thrown anywhere, caught once in main. Bad input documents are findings, never this.
class RunError : public std::runtime_error {
public:
    /// `message` says what happened and what the person can do next, in the person's language or where there
    /// is but one.
    RunError(ExitCode code, const std::string& message) : RunError(code, message, message) {}
    RunError(ExitCode code, std::string thai, const std::string& english)
        : std::runtime_error(english), code_(code), thai_(std::move(thai)) {}
    ExitCode code() const { return code_; }
    /// Whether the same command may do better another time: a lock or a full disk stood in the way.
    bool may_pass() const { return may_pass_; }
    RunError& passing(bool may_pass = true) {
        may_pass_ = may_pass;
        return *this;
    }
    std::string in(Language language) const { return language == Language::kThai ? thai_ : what(); }

private:
    ExitCode code_;
    std::string thai_;
    bool may_pass_ = false;
};

/// Why the system refused, from errno: "ไม่มีสิทธิ์เข้าถึง"; of what is rare, as the system says it.
std::string thai_reason(int error);

/// Throws RunError(kDatabase): the file or folder cannot be written, for the reason that errno gives.
[[noreturn]] void throw_cannot_write(const std::string& path);

}  // namespace tarang
