// The run: every file of a batch from its path to its line in the ledger.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "models/document.h"
#include "models/ledger.h"
#include "models/run_error.h"
#include "pipeline/receive/receive.h"
#include "pipeline/run/document_jobs.h"
#include "pipeline/store/database.h"
#include "pipeline/worker/process.h"

namespace tarang::run {

struct ImportOptions {
    receive::ReceiveOptions receiving;
    OpenOptions opening;
    FormChoice form;
    bool reread = false;                  ///< read known content again, without the cached pages
    Language language = Language::kThai;  ///< of the reasons
    int workers = 1;
    worker::Limits limits;
    worker::Command worker;
    int interrupt = -1;  ///< readable when the run must stop
};

struct Observer {
    /// One for each file that was finished, as it finishes. Its paths are texts: bytes that are no UTF-8
    /// stand as \xHH, so that two such names stay two.
    std::function<void(const DocumentEvent&)> document;
    /// Pages of a document as they come; may be empty.
    std::function<void(const std::string& path, std::int32_t read, std::int32_t of)> progress;
};

/// The next path of the batch; nothing after the last.
using PathSource = std::function<std::optional<std::string>()>;

/// The exit code of the whole batch: the worst one of its files, or kInterrupted.
ExitCode import_documents(const PathSource& paths, const ImportOptions& options, store::Database& database,
                          const Observer& observer);

/// What reads pages in this program: part of the page cache's key.
std::string engine_versions();
/// "tarang 0.1.0"
std::string program_version();

}  // namespace tarang::run
