// A foreign program in a sandbox of its own, seen from the parent.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "host/border/process.h"
#include "pipeline/receive/descriptor.h"

namespace tarang::border {

/// What bubblewrap starts, and with what.
struct SandboxCommand {
    std::string sandbox;               ///< bwrap's path
    std::string readable;              ///< a folder outside /usr that it needs to see; may be empty
    std::string file_name;             ///< under which the file appears, in kSandboxFolder
    int file = -1;                     ///< from its position on; -1: none
    std::vector<std::string> program;  ///< argv
    Limits limits;                     ///< processor and memory; time is the owner's to keep
    std::uint64_t most_bytes = 0;      ///< of its folder, and of what it writes to its standard output
};

/// Where the file lies and where it may write, in memory.
inline constexpr const char* kSandboxFolder = "/tmp";

/// Lives as long as the program, and ends it with all that it started.
class SandboxProcess {
public:
    /// `output` becomes its standard output. Throws RunError where the system gives no process.
    SandboxProcess(const SandboxCommand& command, int output);
    ~SandboxProcess();
    SandboxProcess(const SandboxProcess&) = delete;
    SandboxProcess& operator=(const SandboxProcess&) = delete;

    /// Becomes readable when it says something on standard error, and when all of it has ended.
    int errors() const { return errors_.get(); }
    /// Reads what was said; the last kilobytes are kept. False once all of it has ended.
    bool drain();
    const std::string& last_words() const { return words_; }
    /// Kills what is left of it; its wait status.
    int end();

private:
    pid_t pid_ = -1;
    Descriptor errors_;
    std::string words_;
    int status_ = 0;
};

}  // namespace tarang::border
