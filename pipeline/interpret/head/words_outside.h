// Rows of a scan that no table has.
#pragma once

#include <vector>

#include "models/finding.h"
#include "models/table.h"

namespace tarang::interpret {

/// One finding a scanned page (kWordsOutsideCells) on which a line outside all tables holds an amount with
/// comma groups or satang and begins or ends with it, or holds two: rows whose rules were not seen look so.
/// Headings and captions that tell of money begin and end with words.
std::vector<Finding> words_outside_cells(const CleanDocument& document);

}  // namespace tarang::interpret
