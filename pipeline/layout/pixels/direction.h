// Which way the lines of print run on a scanned page.
#pragma once

#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Whether the lines run up or down the page: letters stand closer to those above and below them than to
/// those at their sides. False where there are too few letters to tell.
bool lines_run_down(const std::vector<InkPiece>& pieces, const PrintMeasure& measure);

}  // namespace tarang::layout
