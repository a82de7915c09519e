// A document of the ledger, opened again.
#pragma once

#include <optional>
#include <string>

#include "models/ledger.h"
#include "pipeline/receive/receive.h"

namespace tarang::importing {

/// The kept original, or where none was kept the file at the document's path, if that still holds it
/// and is none of `own`.
std::optional<receive::Received> receive_again(const LedgerEntry& entry, const std::string& originals,
                                               const receive::OwnFiles& own);

/// Whether the content is still there, and is none that is read.
bool is_still_refused(const LedgerEntry& entry, const std::string& originals, const receive::OwnFiles& own);

}  // namespace tarang::importing
