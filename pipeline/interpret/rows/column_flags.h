// Doubts of a record that come from its columns: what their amounts count, and what they are at all.
#pragma once

#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/head/units.h"

namespace tarang::interpret {

/// Each amount of a table over which stands a unit that no column took (kMoneyUnitDoubtful).
std::vector<Finding> doubtful_units(const TableUnits& units, const ColumnMap& map,
                                    const ActivityRecord& activity);

/// What stands in columns whose headers were not surely read (kHeaderDoubtful), blanks left out but where
/// they are a period. `doubtful`: by column, see doubtful_columns.
std::vector<Finding> doubtful_headers(const std::vector<bool>& doubtful, const ColumnMap& map,
                                      const ActivityRecord& activity);

}  // namespace tarang::interpret
