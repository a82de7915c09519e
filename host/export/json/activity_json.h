// An activity of the export contract: the same object in `json` and in `jsonl`.
#pragma once

#include "host/export/json/json_writer.h"
#include "models/activity.h"

namespace tarang::exporting {

/// The members of an activity, into an object that is already begun.
void write_activity_members(JsonWriter& json, const ActivityRecord& activity);

}  // namespace tarang::exporting
