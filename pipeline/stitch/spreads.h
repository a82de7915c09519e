// Spreads: pictures of two pages side by side become pages that follow each other.
#pragma once

#include <vector>

#include "models/page.h"

namespace tarang::stitch {

/// Each page of a spread as a page, the left one first. Where there is a spread, all pages are numbered anew,
/// and `PageInfo::in_file` has the file's numbers; else nothing changes. Pages may be missing. Findings are
/// the left page's, under its new number.
std::vector<PageLayout> with_spreads_apart(std::vector<PageLayout> pages);

}  // namespace tarang::stitch
