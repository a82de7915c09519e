// Which way the lines of print run on a scanned page.
#pragma once

#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Whether the lines run up or down the page: letters stand closer to those above and below them than to
/// those at their sides. False where there are too few letters to tell.
bool lines_run_down(const std::vector<InkPiece>& pieces, const PrintMeasure& measure);

/// The same of the pieces of one cell, which hold a word or two: its letters stand over one another as close
/// as letters of a word do. False for less than `kLeastOfAWord` letters.
inline constexpr std::size_t kLeastOfAWord = 3;
bool word_runs_down(const std::vector<InkPiece>& pieces, const PrintMeasure& measure);

}  // namespace tarang::layout
