// Builds one logical table from its parts.
#pragma once

#include <vector>

#include "models/finding.h"
#include "models/table.h"
#include "pipeline/stitch/chain.h"
#include "pipeline/stitch/side_pages.h"

namespace tarang::stitch {

/// A table, and what was noticed while it was built.
struct BuiltTable {
    LogicalTable table;
    std::vector<Finding> findings;
};

/// Header cells collect the pieces of every page that repeats them, joined rows those of every page that
/// has a part of them; a cell merged over rows goes on over the page's end.
/// `sides`: columns that other pages print.
BuiltTable build_table(const Chain& chain, const SidePages& sides);

}  // namespace tarang::stitch
