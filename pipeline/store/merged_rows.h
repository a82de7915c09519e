// The rows of a shard's documents, on their way into another database. The caller holds the transaction; the
// shard is attached as `shard`, and temp.pairs says which of its documents are taken, and as what.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Names of columns of a table of the main database as "a, b, c", each after `prefix`, without those in
/// `left_out`
/// (", a, b, ").
std::string columns_of(Connection& connection, std::string_view table, std::string_view prefix,
                       std::string_view left_out);

/// The first column of all rows.
std::vector<std::int64_t> integers(Query rows);

/// Removes all that was read of a document, and its attempts, before it comes anew.
void remove_rows(Connection& connection, std::int64_t document);

/// Copies the rows of all documents that are taken.
void copy_rows(Connection& connection);

/// Gives documents other numbers. temp.renumbered has (old, fresh), each number once as either.
void renumber_documents(Connection& connection);

}  // namespace tarang::store
