// From the letters that the network read in a line's columns to symbols at their places on the page.
#pragma once

#include <span>
#include <vector>

#include "pipeline/recognize/network/beam.h"
#include "pipeline/recognize/network/model.h"
#include "pipeline/recognize/symbols.h"

namespace tarang::recognize {

/// The letter's certainty with which it is given this confidence (0..1).
float certainty_of(float engine_confidence);

/// `left`: of the line's picture, in pixels of the page; `column`: such pixels to a column. The network sees
/// a letter somewhere within it: what tells its sides is the ink of the line whose middle is nearer to it
/// than to others.
std::vector<Symbol> symbols_of(std::span<const Letter> letters, const Model& model, const LinePlace& place,
                               double left, double column);

}  // namespace tarang::recognize
