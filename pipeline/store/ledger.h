// The ledger: which documents were seen, where, and how their reading ended.
//
// A document is its content's SHA-256. The rules of identity, all decided here:
// - The same content under another path than its first is a duplicate; nothing else changes.
//   But where the manifest names the later path and not the first, the later one becomes the document's own,
//   and the first the duplicate.
// - New content at the path that was another document's first path supersedes that document, once its own
//   reading is done or partial: a damaged copy never pushes a good report aside. The newer is the one with
//   the larger number in the ledger. A superseded document keeps all its rows. A path that only ever held a
//   duplicate makes no versions: the document still stands at its own path.
// - So does another document's own path for which the manifest gives the same code, year and form.
// - Each of these decisions is in the history and can be taken back (history.h); a document whose place was
//   given back to it is not superseded again by itself.
// - The same content again changes nothing. Read again on request, its records are replaced in one
// transaction;
//   a second reading that fails leaves the records of the first, and the ledger's line, as they are.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "models/document.h"
#include "models/submission.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/database.h"

namespace tarang::store {

/// Where a file stands in a list that is shared out among machines.
struct BatchPlace {
    std::string list;         ///< SHA-256 of the names on it
    std::int64_t number = 0;  ///< from 0
};

/// Content that stands at a path.
struct Arrival {
    std::string path;  ///< absolute
    std::string sha256;
    std::uint64_t size = 0;                        ///< bytes
    std::optional<SubmissionKey> submission = {};  ///< what the manifest says that the path holds
    std::string part_of = {};  ///< SHA-256 of the archive that was submitted; empty: the path was
    std::optional<BatchPlace> place = {};
};

/// How a reading ended. Its state follows from the code (models/document.h).
struct Conclusion {
    EventCode code = EventCode::kOk;
    std::string reason;  ///< for people; empty when done
    std::optional<std::int32_t> pages;
    std::optional<std::int32_t> pages_read;
    double seconds = 0;
    std::string form_hash;  ///< SHA-256 of the form named in the records
};

/// After so many crashes a document is set aside: it is not tried again unless a person asks.
inline constexpr int kCrashesUntilQuarantine = 3;

class Ledger {
public:
    explicit Ledger(Database& database) : connection_(&database.connection()) {}

    /// The document's line; empty where the content was never seen.
    std::optional<LedgerEntry> known(std::string_view sha256);

    /// Notes that known content stands at this path (now, too) and returns its line.
    LedgerEntry seen(const Arrival& arrival);

    /// Opens a reading. New content gets its number here, so numbers follow the order of these calls and not
    /// the order in which readings end. A reading that never ends (the program was killed) stays unfinished
    /// and is simply begun again.
    LedgerEntry begin(const Arrival& arrival, const ImportFacts& facts);

    /// What an archive was submitted for goes to the files in it: the archive itself stands for no row of the
    /// manifest any more.
    void hand_on_submission(std::string_view sha256);

    /// Ends an attempt, and not the reading: the document stays begun.
    void put_off(std::string_view sha256, const Conclusion& outcome);

    /// Ends a reading that gave records (state done or partial): records, findings, facts and state change in
    /// one transaction. Records that contradict themselves (two activities with one id) are not kept: the
    /// reading then ends as crashed. Returns the line as it now stands.
    /// Where people corrected the document before, `correct` carries their decisions over to `records`.
    LedgerEntry finish(std::string_view sha256, const Conclusion& outcome, const DocumentRecords& records,
                       const Correcting& correct = {});

    /// Ends a reading that gave none. The third crash sets the document aside (quarantined).
    LedgerEntry fail(std::string_view sha256, const Conclusion& outcome);

    /// At the end of a batch: its last records go into the search index. Until then a search looks through
    /// them.
    void index_records();

    /// Lines of the documents that a person may mean by `text`: the beginning of a hash (8 digits or more), a
    /// path at which they were seen, or their file's name.
    std::vector<LedgerEntry> meant_by(std::string_view text);

    /// Every line, by path, then SHA-256.
    void for_each(const std::function<void(const LedgerEntry&)>& visit);

private:
    Connection* connection_;
};

/// What a path is told whose content the ledger already knows: the state and code of its reading, `duplicate`
/// where the content came first from another path. Never `superseded`. Seconds are the caller's.
DocumentEvent event_of(const LedgerEntry& entry, std::string_view path);

}  // namespace tarang::store
