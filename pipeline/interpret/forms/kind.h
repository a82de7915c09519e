// What kind of table one of activities is.
#pragma once

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// A form by name says it. Of a judged or exact one the columns do: indicators where a row is one, a report
/// where a column tells what came of it, spending where only money does, else a plan.
TableRecord::Kind kind_of(const ColumnMap& map, const Profile& profile);

}  // namespace tarang::interpret
