// `tarang tables --format json`: the tables contract, version 2 (schemas/json/tables.schema.json).
#pragma once

#include <ostream>

#include "models/table.h"

namespace tarang::exporting {

/// Any document's tables, whole over its pages, or each page's part as a table of its own (`--by-page`): what
/// `document.tables` holds is what goes out. A file that could not be read has no tables and its finding.
void write_tables(std::ostream& out, const CleanDocument& document, Language language);

}  // namespace tarang::exporting
