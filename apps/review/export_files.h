// A whole database as one of the files of `tarang export`: for the command and for the page.
#pragma once

#include <cstdint>
#include <ostream>

#include "host/export/export.h"
#include "models/finding.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"

namespace tarang::review {

/// Writes it, from one state of the database. Gives how many documents it has no place for: those without
/// activities, in formats of activities alone. Throws RunError.
std::int64_t write_export(store::Database& database, exporting::Format format, store::Versions versions,
                          Language language, std::ostream& out);

}  // namespace tarang::review
