// Numbers of activities that were not surely read, from those around them.
#pragma once

#include <vector>

#include "models/activity.h"

namespace tarang::interpret {

/// On a scan whose rule beside the numbers was not seen they stand before the names, without a sign: "3
/// อบรม". Where they count on, each becomes the record's number; the name keeps what was read, with a
/// finding.
std::vector<Finding> take_numbers_from_names(std::vector<ActivityRecord>& activities);

/// On a scan, a dot behind a number whose table has hardly any is a speck. Only `number` is changed.
void drop_specks_behind_numbers(std::vector<ActivityRecord>& activities);

/// Numbers that were looked at again become what follows on the one before, where a look says that. A finding
/// for each that is now another.
std::vector<Finding> settle_numbers(std::vector<ActivityRecord>& activities);

/// On a scan, numbers that were not surely read become what the surely read ones before and after them in
/// their table leave open: between 2 and 4 stands 3. Only `number` is changed; the field keeps what was read.
/// A finding for each number that is now another.
std::vector<Finding> infer_numbers(std::vector<ActivityRecord>& activities);

}  // namespace tarang::interpret
