// The run: every file of a batch from its path to its line in the ledger.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "host/border/converter.h"
#include "host/border/document_jobs.h"
#include "host/border/process.h"
#include "host/import/manifest.h"
#include "host/import/shard.h"
#include "host/import/stage_seconds.h"
#include "host/journal/journal.h"
#include "models/document.h"
#include "models/ledger.h"
#include "models/run_error.h"
#include "pipeline/receive/receive.h"
#include "pipeline/store/database.h"

namespace tarang::importing {

struct ImportOptions {
    receive::ReceiveOptions receiving;
    border::OpenOptions opening;
    border::FormChoice form;
    const Manifest* manifest = nullptr;  ///< which paths are whose submission; may be nothing
    const Part* part = nullptr;          ///< of a batch that other machines read as well; may be nothing
    bool reread = false;                 ///< read known content again, without the cached pages
    /// Only the form is another: a document is made of its stored pages, whatever made these, and no page of
    /// it is recognized again. One without stored pages had nothing to recognize, and its original is read.
    bool stored_pages = false;
    Language language = Language::kThai;  ///< of the reasons
    int workers = 1;
    border::Limits limits;
    border::Command worker;
    border::ConverterPrograms converter = border::installed_converter();
    int interrupt = -1;  ///< readable when the run must stop
    int finish = -1;     ///< readable when it must stop after the pages that are being read
    const journal::Journal* journal = &journal::silent();
};

/// How far a batch is. Pages are known once a document is open.
struct Progress {
    std::int64_t files = 0;        ///< finished
    std::int64_t files_begun = 0;  ///< among them those finished
    std::int64_t members = 0;      ///< files taken out of archives, beside those that were named
    std::int64_t pages_known = 0;  ///< of the documents that were opened
    std::int64_t pages_done = 0;   ///< of these
    std::int64_t pages_read = 0;   ///< now, not found in the cache
    bool operator==(const Progress&) const = default;
};

struct Observer {
    /// One for each file that was finished, as it finishes. Its paths are texts: bytes that are no UTF-8
    /// stand as \xHH, so that two such names stay two.
    std::function<void(const DocumentEvent&)> document;
    /// After each page that was read of the document at `path`; may be empty.
    std::function<void(const std::string& path, const Progress& progress)> progress;
    /// Once, when the run ends, however it ends; may be empty.
    std::function<void(const StageSeconds& seconds)> stages = {};
};

/// The next path of the batch; nothing after the last.
using PathSource = std::function<std::optional<std::string>()>;

/// The exit code of the whole batch: the worst one of its files, or kInterrupted.
ExitCode import_documents(const PathSource& paths, const ImportOptions& options, store::Database& database,
                          const Observer& observer);

/// Reads documents of the ledger again, from their kept originals (`options.receiving.originals`) or from
/// their paths; pages that were read are not read again. A document that cannot be had any more has the event
/// of a missing file, and its line stays as it is.
ExitCode retry_documents(const std::vector<LedgerEntry>& entries, const ImportOptions& options,
                         store::Database& database, const Observer& observer);

/// Whether the same reading may end better another time: it ran out of time or memory, crashed, or was never
/// ended. What was set aside is not among these, and neither is what the file itself is to blame for.
bool may_pass(const LedgerEntry& entry);

}  // namespace tarang::importing
