// What the parent notes down while it works, for whoever asks later why a document ended as it did.
//
// A line says when, how grave, what, and its facts as name=value: hashes, pages, codes, sizes, durations.
// Never words of a document: what a worker printed before it died is masked (see last_words). Stages do not
// log, they return findings; and what a document holds stands in findings, not here. spdlog stays in
// journal.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "models/document.h"

namespace tarang::journal {

enum class Level : std::uint8_t { kError, kWarning, kInfo, kDebug };
std::string_view name_of(Level level);
std::optional<Level> level_named(std::string_view name);

/// How a process begins: what it is, and what it was told.
struct Start {
    std::string command;  ///< "import"
    std::string engines;  ///< versions of all that reads
    std::string form;
    std::string ocr;
    int workers = 0;  ///< at most
    double timeout_seconds = 0;
    double processor_seconds = 0;
    double document_seconds = 0;
    std::uint64_t memory_bytes = 0;  ///< of a worker
    std::uint64_t max_bytes = 0;
    std::int32_t max_pages = 0;
    std::int64_t max_pixels = 0;  ///< 0: by kind
    bool reread = false;
    bool keeps_originals = true;
};

/// How well workers are confined on this machine.
struct Confinement {
    bool system_calls = false;  ///< filtered
    long landlock = 0;          ///< the kernel's version; 0: none, and a worker can read what its user can
};

struct WorkerEnd {
    std::int64_t pid = 0;
    std::string document;          ///< SHA-256 of what it worked on; empty: nothing
    std::string cause;             ///< "crashed", "timed_out", "no_more_work", ...
    std::optional<int> exit_code;  ///< where it exited
    std::optional<int> signal;     ///< where it was killed
    std::chrono::milliseconds on_it{};
    std::string last_words;  ///< what it wrote on stderr, as it came
};

/// What a worker's answer was refused for.
struct Refusal {
    std::string document;
    std::string check;  ///< "pages_out_of_order"
};

/// Writes to one file; each line is there when the call returns. Where it cannot be written, standard error
/// says so once, and the work goes on.
class Journal {
public:
    /// Notes nothing.
    Journal();
    /// Appends to `file`. Throws RunError(kDatabase) where it cannot be opened.
    Journal(const std::string& file, Level level);
    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    void started(const Start& start) const;
    void ended(int exit_code, double seconds) const;
    /// The run cannot go on; `why` is what the person is told.
    void failed(std::string_view why) const;
    void confined(const Confinement& confinement) const;

    void worker_started(std::int64_t pid, int workers) const;
    /// A start that the system refused, while other workers go on.
    void worker_missing(std::string_view why, int workers) const;
    void worker_ended(const WorkerEnd& end) const;
    void answer_refused(const Refusal& refusal) const;
    /// A document's job is given to a fresh worker, since an earlier document may be to blame.
    void job_repeated(std::string_view document, std::string_view cause) const;

    void document_begun(std::string_view sha256, std::uint64_t bytes) const;
    /// The machine is to blame; the document is read again when all others are done.
    void document_postponed(std::string_view sha256, EventCode code) const;
    void document_ended(std::string_view sha256, DocumentState state, EventCode code,
                        std::optional<std::int32_t> pages, double seconds) const;
    /// A path that gave no content to read.
    void file_refused(EventCode code) const;
    /// Another program held the database.
    void waited_for_lock(std::chrono::milliseconds time) const;

    /// A request of the review page that was not answered as asked.
    void request_refused(int status, std::string_view method, std::string_view address) const;

private:
    struct Impl;
    void note(Level level, std::string_view line) const;

    std::unique_ptr<Impl> impl_;
};

/// One that notes nothing, for who was given none.
const Journal& silent();

/// A worker's last words as they may be noted down: one line, at most 400 characters, the end of what it
/// wrote. What may be a document's is masked: letters beyond ASCII, and what stands in quotation marks but
/// names of C++ types.
std::string last_words(std::string_view written);

}  // namespace tarang::journal
