// What a reading's records say about how it ended.
#pragma once

#include "models/activity.h"
#include "models/document.h"
#include "models/nature.h"
#include "models/table.h"

namespace tarang::importing {

/// kOk, or the first that holds: pages that could not be read (kPageUnreadable), pages without a trusted
/// text layer (kNoTextLayer), no table (kNoTable), a table that should have become records and gave none
/// (kUnknownForm), no record at all (kNoRecords). Tables of other kinds beside records change nothing.
EventCode verdict_on(const DocumentRecords& records, std::int32_t tables);

/// The same for a document of which only the tables are wanted.
EventCode verdict_on(const CleanDocument& document);

std::int32_t pages_read(const std::vector<PageInfo>& pages);

/// Says that a converter stood between a file of that nature and its reading.
Finding converted_finding(Nature nature);

/// Adds the finding that says the same as the code, where none does yet.
void add_finding_of(EventCode code, std::vector<Finding>& findings);

}  // namespace tarang::importing
