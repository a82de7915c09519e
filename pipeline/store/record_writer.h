// One document's records into rows. The caller holds the transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/activity.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Removes all records of a document, from the search index as well; its line in the ledger, paths and cached
/// pages stay.
void delete_records(Connection& connection, std::int64_t document);

/// Writes the records of a document that has none. Throws ConstraintError where they contradict themselves.
void write_records(Connection& connection, std::int64_t document, const DocumentRecords& records);

/// Turns the stored records `before` into `after` of the same document, writing no more than the activities
/// and lists that differ: a decision about one field must not cost a document's size.
void update_records(Connection& connection, std::int64_t document, const DocumentRecords& before,
                    const DocumentRecords& after);

/// Fields that await a person: of the document and of its activities.
std::int32_t count_flagged(const DocumentRecords& records);

}  // namespace tarang::store
