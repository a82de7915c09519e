// Letters of two lines that are one piece of ink: in dark print the foot of one touches the mark over
// another, or a vowel below the letter under it.
#pragma once

#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Cuts those pieces of `group` (indices into `ink`) that stand in the bands of letters of two lines or more,
/// as the group's other pieces show them, or reach from one into the marks over the next, along the way between the lines that crosses the least ink. The
/// parts are added to `ink` and take their piece's place in the group. Such a piece makes one line of two
/// else, of which nothing can be read. `letter_height`: the page's usual one, in pixels.
void part_run_together(Ink& ink, std::vector<std::size_t>& group, double letter_height);

}  // namespace tarang::layout
