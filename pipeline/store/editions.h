// The two editions of a document's records. The caller holds the transaction.
#pragma once

#include <cstdint>
#include <string_view>

#include "pipeline/store/corrections.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Whether the extraction is kept apart.
bool has_two_editions(Connection& connection, std::int64_t document);

/// Keeps the records that the tables hold as the document's extraction; `forget_extraction` lets it go.
void keep_extraction(Connection& connection, std::int64_t document);
void forget_extraction(Connection& connection, std::int64_t document);

/// Writes what came of the log over `current`, which the tables hold.
void renew_records(Connection& connection, std::int64_t document, const DocumentRecords& current,
                   const CorrectedRecords& corrected);

/// The decisions about a document, in order.
std::vector<Correction> read_corrections(Connection& connection, std::string_view sha256);

/// That somebody decided something stays; what it said goes.
void forget_corrections(Connection& connection, std::string_view sha256);

}  // namespace tarang::store
