// The document that a person means.
#pragma once

#include <string>

#include "models/finding.h"
#include "models/ledger.h"
#include "pipeline/store/ledger.h"

namespace tarang::cli {

/// By its hash or the beginning of it, a path at which it was seen (relative ones too), or its file's name.
/// Throws RunError(kUsage) where there is none, or more than one.
LedgerEntry document_named(store::Ledger& ledger, const std::string& name, Language language);

}  // namespace tarang::cli
