// Lines of a page -> zones that are read on their own: columns of running text are parted from one another,
// so that what stands side by side by chance is not taken for a table's row.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/aligned/lines.h"

namespace tarang::layout {

/// Lines that belong together, top to bottom.
using Zone = std::vector<PrintLine>;

/// Parts columns of prose. A rule drawn over a gutter says that its sides belong together.
std::vector<Zone> zones_of(std::vector<PrintLine> lines, std::span<const Rule> rules);

}  // namespace tarang::layout
