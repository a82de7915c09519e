// interpret: the tables of a document, with a report form, become activities with typed values.
#pragma once

#include <span>

#include "models/activity.h"
#include "models/table.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// Uses the first candidate that fits a table of the document, or a later one that fits the same tables as
/// well, and says why where there was a choice (kFormChosen). Tables that do not fit are left; one that
/// nearly does is a finding. Where no candidate fits any table, there are no activities and one finding says
/// so (kUnknownForm). Every text of a fitting table's body ends in a field, an extra column or another row.
/// Flags are raised from the findings (models/flags.h).
DocumentRecords interpret(const CleanDocument& document, std::span<const Profile> candidates);

}  // namespace tarang::interpret
