// What a page break leaves in doubt: whether the rows on its two sides are one.
#pragma once

#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/rows/rows.h"

namespace tarang::interpret {

/// Findings for the fields of the activity in `group` that a doubtful seam touches. Where it was joined,
/// those with words below the seam. Where it was not, on the lower side those with words there, on the upper
/// side those that would go on below.
std::vector<Finding> doubts_at_seams(const ActivityRecord& activity, const TableView& view,
                                     const RowGroup& group);

}  // namespace tarang::interpret
