// One database taken into another: the rows of its documents, and what was decided about them.
//
// The result is that of one import of all, whichever shard comes first and however often it comes:
// - A document stands once. Of two readings the better is kept (done, partial, failed, unfinished), of two
// that
//   ended alike by other programs or settings the later. One that was forgotten here does not come back.
// - Documents are in the order of the batch's list (migration 9), else of the times at which they were seen;
// which
//   path is a document's own and which version stands follows from that by the rules in ledger.h.
// - What people decided is united. Where both databases know of a document, what it says today is made anew
// from
//   the decisions of both, those that were here first.
// - Of two forms of one name the newer stands.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/finding.h"
#include "models/run_error.h"
#include "pipeline/store/corrections.h"
#include "pipeline/store/database.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::store {

/// The shard cannot be used: not there, damaged, of a newer program, of another kind, or the database itself.
/// Others may be.
struct ShardRefused : RunError {
    explicit ShardRefused(const RunError& error) : RunError(error) {}
};

/// What came of a shard.
struct MergedShard {
    std::int64_t documents = 0;   ///< that it has
    std::int64_t taken = 0;       ///< of these: were not here, or not so well read
    std::int64_t unfinished = 0;  ///< their reading goes on in the next import
    std::int64_t forgotten = 0;   ///< left out
    std::int64_t activities = 0;  ///< of those that were taken
    std::int64_t decisions = 0;   ///< of people, that were not here
    std::vector<FormConflict> conflicts = {};

    /// How many were here already, as well read.
    std::int64_t there() const { return documents - taken - forgotten; }
};

class ShardMerge {
public:
    /// Looks into the shard, which stays as it is, but that an older schema is brought up to date. Throws
    /// ShardRefused.
    ShardMerge(Database& into, const std::string& shard, Language language);
    ~ShardMerge();
    ShardMerge(const ShardMerge&) = delete;
    ShardMerge& operator=(const ShardMerge&) = delete;

    /// SHA-256 of the documents that will be here. Their originals come before their rows.
    std::vector<std::string> documents();

    /// Takes everything, in one transaction but for what `correct` makes anew. Throws ShardRefused, and
    /// nothing has changed, where the shard contradicts itself.
    MergedShard take(const Correcting& correct);

private:
    Database* into_;
    Connection* connection_;
    std::string shard_;
};

}  // namespace tarang::store
