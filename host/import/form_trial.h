// What a document would give with other forms, before anything is taught.
#pragma once

#include <string>
#include <vector>

#include "host/import/batch.h"

namespace tarang::importing {

/// Keeps a warm worker. For one thread.
class FormTrial {
public:
    /// Of the options those that say how documents are opened and read; one worker is used.
    FormTrial(ImportOptions options, store::Database& database);

    /// The document's records as `--profile auto` with these taught forms gives them, from its stored pages,
    /// or where it has none from its kept original; or why there are none. No page is recognized. Throws
    /// RunError(kInterrupted).
    border::Outcome<DocumentRecords> read(const LedgerEntry& document, std::vector<std::string> taught);

private:
    ImportOptions options_;
    Observer nobody_;
    Batch batch_;  ///< after what it refers to
};

}  // namespace tarang::importing
