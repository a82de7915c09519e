// The two faults that make ำ unreadable: its nikhahit called a space, and า called ำ.
// Internal to glyph_units.cpp.
#pragma once

#include <vector>

#include "lib/thai/glyph_units.h"

namespace tarang::thai {

/// [space] [tone] า and [tone] [space] า, where the space does not advance: the space is U+0E4D.
void restore_lost_nikhahit(std::vector<Unit>& units, RepairReport& report);

/// Fonts whose า is called ำ: decided for each font by a nikhahit before its ำ (a true ำ has it built in),
/// or, where no nikhahit stands on the page, by the words that า makes and ำ does not. Such a ำ is า; with
/// the nikhahit before it the two make ำ again.
void restore_swapped_sara_am(std::vector<Unit>& units, RepairReport& report);

}  // namespace tarang::thai
