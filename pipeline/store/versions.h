// Which documents are versions of one another.
#pragma once

#include <cstdint>

#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Puts the document in its place among its versions: it supersedes older ones, if it could be read; and is
/// superseded where a newer one that could be read stands in its place. Each link is put into the history.
/// The rules are in ledger.h. The caller holds the transaction.
void place_among_versions(Connection& connection, std::int64_t document);

}  // namespace tarang::store
