// What `tarang explain` prints: everything about one document, from the file to each doubt, and what to do.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "host/export/terminal/show.h"
#include "models/correction.h"
#include "models/ledger.h"
#include "models/submission.h"

namespace tarang::exporting {

struct ExplainedDocument {
    std::string database;  ///< as it was named, for what to type next
    LedgerEntry entry;
    std::optional<StoredDocument> document;  ///< empty where its reading gave no records
    std::optional<Expected> submission;
    std::vector<Decision> decisions;  ///< of the history, that name it
    std::vector<Correction> corrections;
    std::vector<CorrectionState> states;
};

void explain(std::ostream& out, const ExplainedDocument& explained, const ShowOptions& options);

}  // namespace tarang::exporting
