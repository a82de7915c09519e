// Stamps, signatures and handwriting on a scan: what they lie on is not surely read.
#pragma once

#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/columns/header_map.h"
#include "pipeline/interpret/rows/rows.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// A finding for each field of the activity with a drawing in its cell, at the drawing's place. Figures are
/// what columns of ticks and of months ask for; scrawls are nowhere asked for. Only pages of `pages` that
/// were read from pixels are looked at.
std::vector<Finding> drawn_over(const TableView& view, const ColumnMap& map, const RowGroup& group,
                                const std::vector<PageInfo>& pages, const ActivityRecord& activity);

}  // namespace tarang::interpret
