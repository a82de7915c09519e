// The ledger of two databases as one: whose path a document's own is, which version stands, in which order
// documents came. The caller holds the transaction; the shard is attached as `shard`, and temp.pairs says
// which of its documents are which here.
#pragma once

#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Takes over paths, the manifest and what was submitted, and settles what follows from them.
void unite_ledgers(Connection& connection);

}  // namespace tarang::store
