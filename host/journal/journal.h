// What the parent notes down while it works, for whoever asks later why a document ended as it did.
//
// A line says how grave, what, and its facts as name=value: hashes, pages, codes, sizes, durations; where it
// goes adds when. Never words of a document: what a worker printed before it died is masked (see last_words),
// and paths stand only in lines of level debug. Stages do not log, they return findings; and what a document
// holds stands in findings, not here. docs/journal.md has every line; journal_test holds it against this.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "host/journal/event.h"
#include "models/document.h"

namespace tarang::journal {

class Line;
class Sink;

std::optional<Level> level_named(std::string_view name);

/// Where the lines go, and how many of them.
struct Target {
    std::string to;                                 ///< a file, or "syslog" or "journald"
    Level level = Level::kInfo;                     ///< and what is graver
    std::uint64_t bytes = std::uint64_t{16} << 20;  ///< of a file, which is then begun anew
    int kept = 4;                                   ///< full files: FILE.1 to FILE.4

    bool is_file() const { return to != "syslog" && to != "journald"; }
};

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
    bool configured = false;  ///< some of this by a file
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

struct BackupEnd {
    std::int64_t copied = 0;   ///< originals
    std::int64_t there = 0;    ///< originals that the backup had
    std::int64_t damaged = 0;  ///< originals that are no longer what their name says
    double seconds = 0;
};

/// The part of the files that this process takes.
struct Shard {
    int number = 1;  ///< from 1
    int of = 1;
    std::int64_t files = 0;     ///< of its part
    std::int64_t of_files = 0;  ///< of all parts
};

/// What one shard brought to a database.
struct ShardMerge {
    int number = 0;              ///< place among the shards that were named, from 1: no path
    std::int64_t documents = 0;  ///< that the shard has
    std::int64_t added = 0;      ///< that the database lacked
    std::int64_t known = 0;      ///< that it had
    std::int64_t conflicts = 0;  ///< that were told to the person
    double seconds = 0;
};

/// What went to the server; never its address, user or password.
struct Publication {
    std::int64_t documents = 0;  ///< that were sent
    std::int64_t unchanged = 0;  ///< that the server had as they are
    std::int64_t removed = 0;    ///< that the server had and the database has no more
    std::int64_t rows = 0;       ///< that were sent, of all tables
    double seconds = 0;
};

/// All that a run read.
struct Total {
    std::int64_t documents = 0;  ///< verdicts: one for each file
    std::int64_t pages = 0;
    std::int64_t activities = 0;
    std::int64_t flagged = 0;  ///< fields
    double seconds = 0;        ///< of work, of all workers together
};

/// Writes lines to one place; each is there when the call returns. Where it cannot be written, standard error
/// says so once, and the work goes on. Used by several threads.
class Journal {
public:
    /// Notes nothing.
    Journal();
    /// Throws RunError(kDatabase) where it cannot be opened.
    explicit Journal(const Target& target);
    Journal(const std::string& file, Level level) : Journal(Target{.to = file, .level = level}) {}
    /// Into a sink that is there already.
    Journal(std::unique_ptr<Sink> sink, Level level);
    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();

    void started(const Start& start) const;
    void ended(int exit_code, double seconds) const;
    /// The run cannot go on; `why` is what the person is told, whose paths are masked.
    void failed(std::string_view why) const;
    void confined(const Confinement& confinement) const;
    /// The database was brought from one schema to a newer one.
    void migrated(int from, int to) const;
    /// A folder is watched. `watchdog_seconds`: how soon the system wants a sign of life; 0: it wants none.
    void watching(double settle_seconds, double watchdog_seconds) const;

    void worker_started(std::int64_t pid, int workers) const;
    /// A start that the system refused, while other workers go on.
    void worker_missing(std::string_view why, int workers) const;
    void worker_ended(const WorkerEnd& end) const;
    void answer_refused(const Refusal& refusal) const;
    /// A document's job is given to a fresh worker, since an earlier document may be to blame.
    void job_repeated(std::string_view document, std::string_view cause) const;

    void document_begun(std::string_view sha256, std::uint64_t bytes, std::string_view path) const;
    /// The machine is to blame; the document is read again when all others are done.
    void document_postponed(std::string_view sha256, EventCode code) const;
    void document_ended(std::string_view sha256, DocumentState state, EventCode code,
                        std::optional<std::int32_t> pages, double seconds) const;
    void document_superseded(std::string_view sha256, std::string_view by) const;
    void document_forgotten(std::string_view sha256) const;
    /// A path that gave no content to read.
    void file_refused(EventCode code, std::string_view path) const;
    /// `event`: number of the new entry of the history; `undoes`: of what was taken back.
    void decision_undone(std::int64_t event, std::int64_t undoes, std::string_view sha256) const;
    /// Another program held the database.
    void waited_for_lock(std::chrono::milliseconds time) const;
    void backed_up(const BackupEnd& end) const;

    void shard_chosen(const Shard& shard) const;
    void shard_merged(const ShardMerge& merge) const;
    /// All shards that were named are in the database, which has so many documents now.
    void merged(int shards, std::int64_t documents, double seconds) const;
    void published(const Publication& publication) const;

    /// A request of the review page that was not answered as asked.
    void request_refused(int status, std::string_view method, std::string_view address) const;
    /// A request that failed by our own fault or the database's (status 500 and more).
    void request_failed(int status, std::string_view method, std::string_view address) const;

    void total(const Total& total) const;
    void total_of_code(EventCode code, std::int64_t documents, std::int64_t pages, double seconds) const;
    void total_of_stage(std::string_view stage, double seconds) const;

private:
    struct Impl;
    bool notes(Level level) const;
    void note(Level level, const Line& line) const;

    std::unique_ptr<Impl> impl_;
};

/// One that notes nothing, for who was given none.
const Journal& silent();

/// A worker's last words as they may be noted down: one line, at most 400 characters, the end of what it
/// wrote. What may be a document's is masked: letters beyond ASCII, and what stands in quotation marks but
/// names of C++ types.
std::string last_words(std::string_view written);

/// A message for people without the paths in it: words with a slash, or with letters beyond ASCII.
std::string without_paths(std::string_view message);

}  // namespace tarang::journal
