// Places of words on scans and turned pages: from the upright page on which they were read to the page as
// displayed.
#pragma once

#include "models/page.h"
#include "models/table.h"

namespace tarang::normalize {

/// `box` as it lies on the page: its bounds, and the quadrilateral where the print is not upright there.
Region on_page(PageNumber number, const Rect& box, const UprightPage& page);

/// Moves every place in the document that lies on a page with an upright one of its own.
void place_on_pages(CleanDocument& document);

}  // namespace tarang::normalize
