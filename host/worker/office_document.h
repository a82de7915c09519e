// An office file as interpret takes it: what read gives, with headers known and tables that go on made one.
#pragma once

#include <variant>

#include "models/document.h"
#include "models/table.h"

namespace tarang::worker {

/// See read::office::read_office; kTooComplex beyond 300,000 cells. Headers are found by the rule that finds
/// those of printed tables. A Word table that repeats the header of the one before, with nothing between them
/// but the same headings or
/// "(ต่อ)", is the same table, and its row that begins with "(ต่อ)" is the rest of the last one.
std::variant<CleanDocument, EventCode> read_office_document(int file);

}  // namespace tarang::worker
