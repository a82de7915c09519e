// Shards into one database, with their originals.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/database.h"
#include "pipeline/store/shard_merge.h"

namespace tarang::importing {

/// What became of originals that the database lacked.
struct BroughtOriginals {
    std::int64_t linked = 0;  ///< the same file under both names, or sharing its content
    std::int64_t copied = 0;
    std::int64_t there = 0;            ///< the database had them
    std::vector<std::string> damaged;  ///< names of those whose content is no longer that of their name
};

struct ShardReport {
    store::MergedShard merged;
    BroughtOriginals originals;
};

/// Takes a shard into the database: first its originals, each of which is read and checked, then everything
/// else in one transaction (store/shard_merge.h). Killed in between, it has brought originals that the next
/// run finds. Throws ShardRefused, and RunError(kDatabase) where the disk fails; the database is then as it
/// was.
ShardReport merge_shard(store::Database& database, const std::string& shard, Language language);

/// What a database holds, to be compared with another's: SHA-256 of its ledger, of each document by path and
/// SHA-256 a line of hash, state, code, pages, activities, flagged fields and path.
struct Holdings {
    std::int64_t documents = 0;
    std::int64_t activities = 0;  ///< of current documents
    std::string hash;
};
Holdings holdings_of(store::Database& database);

}  // namespace tarang::importing
