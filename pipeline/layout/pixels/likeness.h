// Whether two pieces of ink are the same sign, by their pictures alone.
#pragma once

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// How much of their ink two pieces have in common where they lie over each other best, 0..1: the product of
/// both shares. 0 where their sizes differ by more than a fifth.
double likeness(const Ink& ink, std::size_t a, std::size_t b);

/// The same sign printed twice has 0.7 and more, others 0.5 and less: ticks and digits of 11 pixels and up on
/// a clean scan at 200 dots per inch.
inline constexpr double kSameSign = 0.65;

}  // namespace tarang::layout
