// normalize: the lines of a logical cell become one clean text; one rule decides every seam, be it
// between two lines or two pages (seam.h).
#pragma once

#include <span>

#include "models/table.h"

namespace tarang::normalize {

/// A table that is clean is let go of: a long document is not held twice.
CleanDocument normalize(StitchedDocument document);

/// What the lines of one place say together, by the same rule.
Reading reading_of(std::span<const TextLine> lines);

}  // namespace tarang::normalize
