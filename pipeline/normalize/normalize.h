// normalize: the lines of a logical cell become one clean text; one rule decides every seam, be it
// between two lines or two pages (seam.h).
#pragma once

#include "models/table.h"

namespace tarang::normalize {

CleanDocument normalize(const StitchedDocument& document);

}  // namespace tarang::normalize
