// Headers of scanned tables whose own rules were not seen: dark ones on a dark ground, faint ones on a copy.
#pragma once

#include <span>

#include "models/page.h"

namespace tarang::layout {

/// Cuts a header that is one cell over all columns by the columns of the rows below it, where its print keeps
/// to them: print in three quarters of them at least, three or more, and at each of their edges a gap as
/// between two words or wider. A title over the table runs through them. Of print read from an image only.
void cut_joined_header(Grid& grid, std::span<const Cluster> clusters);

}  // namespace tarang::layout
