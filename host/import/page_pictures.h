// What stored documents look like, from their kept originals: pages as pictures, tables of office files. By
// workers.
#pragma once

#include <functional>
#include <list>
#include <optional>
#include <string>
#include <utility>

#include "host/border/document_jobs.h"
#include "host/border/pool.h"
#include "models/ledger.h"
#include "models/table.h"
#include "pipeline/receive/descriptor.h"
#include "pipeline/receive/receive.h"

namespace tarang::importing {

struct PictureOptions {
    std::string originals;  ///< folder of kept originals
    receive::OwnFiles own;  ///< of the database; are not opened
    border::OpenOptions opening;
    border::Limits limits;
    border::Command worker;
    int interrupt = -1;  ///< readable when drawing must stop
    const journal::Journal* journal = &journal::silent();
};

/// Keeps a warm worker and the last documents open. For one thread.
class PagePictures {
public:
    explicit PagePictures(PictureOptions options);

    /// The page as displayed, as a PNG file, or why not (kMissing where the file cannot be had any more).
    /// Throws RunError(kInterrupted).
    border::Outcome<std::string> draw(const LedgerEntry& document, PageNumber page,
                                      std::int32_t dots_per_inch);

    /// What stands as text in an office file, or why it cannot be had. Throws as draw.
    border::Outcome<CleanDocument> tables(const LedgerEntry& document);

private:
    struct Open {
        std::string sha256;
        receive::Received received;
        std::optional<Descriptor> converted;  ///< what is read of an old or foreign office file
        std::optional<border::DocumentJobs> jobs;
    };

    Open* open(const LedgerEntry& document);
    template <typename T>
    T run(border::Task<T> task);
    template <typename T>
    border::Outcome<T> read(
        const LedgerEntry& document,
        const std::function<border::Task<border::Outcome<T>>(border::DocumentJobs&)>& job);
    bool convert(Open& opened);

    PictureOptions options_;
    border::Pool pool_;
    std::list<Open> open_;  ///< the newest first
};

}  // namespace tarang::importing
