// Columns of first and last days.
#pragma once

#include <vector>

#include "pipeline/interpret/columns/assignment.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// Start and end are a period together, and so are those of what was really done. Where headers leave one of
/// them open, its place beside the other and what it holds tell it. An end alone is the period; a start alone
/// tells no end.
void pair_periods(const TableView& view, ColumnContents& contents, const std::vector<const Fits*>& fits,
                  ColumnMap& map);

}  // namespace tarang::interpret
