// Reading a line of the ledger: the one place that knows its columns' order.
#pragma once

#include <string>

#include "models/ledger.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// "SELECT ... FROM documents d"; the caller adds WHERE or ORDER BY.
std::string select_ledger_lines(std::string_view rest);

/// The line in the current row of such a SELECT.
LedgerEntry ledger_line(const Connection& connection, const Query& rows);

}  // namespace tarang::store
