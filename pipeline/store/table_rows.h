// The list of a document's tables as rows. What stands in a table that is not of activities are other rows of
// the document, which record_writer and record_reader put there and take from there.
#pragma once

#include <cstdint>
#include <vector>

#include "models/activity.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

void insert_tables(Connection& connection, std::int64_t document, const std::vector<TableRecord>& tables);

/// Without their rows.
std::vector<TableRecord> read_tables(Connection& connection, std::int64_t document);

}  // namespace tarang::store
