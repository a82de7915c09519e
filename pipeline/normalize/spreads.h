// Spreads: from here on the file's page is one again.
#pragma once

#include "models/table.h"

namespace tarang::normalize {

/// Gives everything the page numbers of the file where stitch counted pages anew (PageInfo::in_file), after
/// places were moved to the file's pages. Rows of a right page count on from those of the left one, so that a
/// page number and a row still name one printed row.
void number_as_in_file(CleanDocument& document);

}  // namespace tarang::normalize
