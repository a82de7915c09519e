// What people decided, of two databases as one. The caller holds the transaction, but for the last; the shard
// is attached as `shard`, and temp.pairs says which of its documents are which here.
#pragma once

#include <cstdint>

#include "pipeline/store/corrections.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Takes over decisions of the history that were taken back, with what they changed.
void unite_history(Connection& connection);

/// Takes over corrections and samples that are not here, and gives the number of corrections taken.
std::int64_t unite_corrections(Connection& connection);

/// Afterwards, each document in a transaction of its own: where both databases know decisions about one, or
/// it was read anew, `correct` makes its records. Stopped in between, the next merge of the shard goes on.
void apply_corrections(Connection& connection, const Correcting& correct);

}  // namespace tarang::store
