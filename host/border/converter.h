// Files of old programs and of other offices', converted by LibreOffice in a sandbox of its own.
//
// LibreOffice is no library of ours: it is started with each file, by bubblewrap, and sees nothing but the
// system's programs and fonts, the one file, and an empty folder in memory. It has no network, no other
// process, limits on time, processor and memory; when the time is over all its processes are killed. Its
// result comes back through a descriptor and is read by a worker like any file that came in. Without
// bubblewrap, or where the kernel does not let it make a sandbox, nothing is converted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "host/border/document_jobs.h"
#include "host/border/pool.h"
#include "host/border/task.h"
#include "models/nature.h"
#include "pipeline/receive/descriptor.h"

namespace tarang::border {

/// Paths; empty where a program is not installed.
struct ConverterPrograms {
    std::string sandbox;  ///< bwrap
    std::string office;   ///< soffice

    bool complete() const { return !sandbox.empty() && !office.empty(); }
};

/// What this system has, in its usual folders.
ConverterPrograms installed_converter();

class Converter {
public:
    /// `limits` bound each conversion as a whole; `most_bytes` what comes of it, and what it may write
    /// meanwhile.
    Converter(Pool& pool, ConverterPrograms programs, const Limits& limits, std::uint64_t most_bytes);

    /// A DOCX, or an XLSX where converts_to_sheet(), in memory that nobody can change any more. `file` stays
    /// the caller's; its position is not used. kUnsupportedFormat: no converter here, or no sandbox for it.
    /// kDamaged: it could not read the file. kTimedOut, kOutOfMemory, kTooLarge, kCrashed.
    /// As many at a time as there are workers.
    Task<Outcome<Descriptor>> convert(int file, Nature nature);
    /// Whether all is installed, and this system gives no sandbox for it.
    bool lacks_sandbox() const { return confines_ && !*confines_; }

private:
    struct Run;
    Task<bool> can_confine();
    Task<EventCode> run(Run& run);

    Pool& pool_;
    ConverterPrograms programs_;
    Limits limits_;
    std::uint64_t most_bytes_;
    std::optional<bool> confines_;  ///< known after the first try
    int running_ = 0;
};

}  // namespace tarang::border
