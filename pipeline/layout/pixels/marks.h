// Which line the small pieces of ink belong to: Thai vowels and tones over and under the letters, dots,
// dashes.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/pixels/lines.h"

namespace tarang::layout {

/// Gives each of the `small` pieces to the line that it belongs to; returns those that stand alone.
/// How far marks stand from their letters is learnt from those that have only one line near, since between
/// tight lines a vowel under the upper one and a tone over the lower one stand at nearly the same height.
std::vector<std::size_t> adopt_marks(std::vector<PixelLine>& lines, std::span<const InkPiece> pieces,
                                     std::vector<std::size_t> small, double letter_height);

}  // namespace tarang::layout
