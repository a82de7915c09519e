// What is worth a second look: values on scanned pages that cannot be what was read.
#pragma once

#include <vector>

#include "models/activity.h"
#include "models/reread.h"

namespace tarang::verify {

/// Numbers, periods, amounts and statuses that were read from an image and that a finding of any check
/// doubts, or that were not quite surely read. At most a small share of the document's fields: those that are
/// no value at all first, then the least sure. In the order of the activities; each place once. `records` as
/// verify returned them.
std::vector<Reread> worth_a_second_look(const DocumentRecords& records);

}  // namespace tarang::verify
