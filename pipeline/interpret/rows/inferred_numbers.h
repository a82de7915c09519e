// Numbers of activities that were not surely read, from those around them.
#pragma once

#include <vector>

#include "models/activity.h"

namespace tarang::interpret {

/// Numbers that were looked at again become what follows on the one before, where a look says that. A finding
/// for each that is now another.
std::vector<Finding> settle_numbers(std::vector<ActivityRecord>& activities);

/// On a scan, numbers that were not surely read become what the surely read ones before and after them in
/// their table leave open: between 2 and 4 stands 3. Only `number` is changed; the field keeps what was read.
/// A finding for each number that is now another.
std::vector<Finding> infer_numbers(std::vector<ActivityRecord>& activities);

}  // namespace tarang::interpret
