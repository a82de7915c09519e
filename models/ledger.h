// What the database knows of a document, and what it gives back of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "models/document.h"
#include "models/expected.h"

namespace tarang {

/// What made a reading: kept with the document, so that each record can be traced to its makers.
struct ImportFacts {
    std::string program;     ///< "tarang 0.1.0"
    std::string engines;     ///< "poppler 22.12.0; icu 72.1": part of the page cache's key
    std::string options;     ///< what changes a page's reading: part of the page cache's key
    std::string form;        ///< name of the report form; empty: none fits
    std::string form_hash;   ///< SHA-256 of the form's file; empty where no form fits
    bool operator==(const ImportFacts&) const = default;
};

/// A document's line in the ledger.
struct LedgerEntry {
    std::int64_t number = 0;         ///< place in the ledger: the newer of two documents has the larger
    std::string sha256;              ///< the document's identity
    std::string first_path;          ///< absolute; other paths with this content are duplicates of it
    std::string file_name;           ///< of the first path
    std::uint64_t size = 0;          ///< bytes
    std::string seen_at;             ///< first seen, UTC: "2026-01-31T08:00:00Z"
    bool finished = false;           ///< false: an attempt began and none has ended yet; the rest is then empty
    DocumentState state = DocumentState::kFailed;   ///< of the reading: done, partial, failed or quarantined
    EventCode code = EventCode::kOk;
    std::string reason;              ///< for people, as it was told; empty when done
    std::optional<std::int32_t> pages;
    std::optional<std::int32_t> pages_read;
    std::int32_t activities = 0;
    std::int32_t flagged = 0;        ///< fields
    double seconds = 0;
    std::int32_t attempts = 0;       ///< readings begun
    std::int32_t crashes = 0;        ///< readings that ended in a crash
    std::optional<std::string> superseded_by;   ///< SHA-256 of the next newer version
    ImportFacts facts;               ///< of the reading that the records come from
    bool operator==(const LedgerEntry&) const = default;

    bool current() const { return !superseded_by.has_value(); }
    /// What lists and exports say: superseded where a newer version stands, else the reading's state.
    DocumentState shown_state() const { return current() ? state : DocumentState::kSuperseded; }
};

/// A document as the database gives it back: done or partial, with all its records.
struct StoredDocument {
    LedgerEntry entry;
    DocumentRecords records;
    std::optional<Expected> submission = {};   ///< what the manifest says that it is; of several rows the first
    bool operator==(const StoredDocument&) const = default;
};

/// A current document that gave no activity: failed, or read and without a table of activities.
struct EmptyDocument {
    LedgerEntry entry;
    std::vector<TableRecord> tables;   ///< that it has, with why none is one of activities; without their rows
    bool operator==(const EmptyDocument&) const = default;
};

}  // namespace tarang
