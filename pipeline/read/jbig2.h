// What a JBIG2 image is made of: ITU-T T.88. Only the headers of its segments are looked at.
#pragma once

#include <string_view>

namespace tarang::read {

/// Whether letters that look alike are stored once, and drawn wherever one of them stood: text regions
/// without refinement. An encoder decides what looks alike; one that is generous swaps digits, and the page
/// shows no trace of it. With refinement each letter is put right from the symbol by its own pixels, and what
/// is coded as a generic region has no symbols. `segments`: of a page, in sequence, as PDF embeds them. What
/// is damaged ends the look; reads nothing outside.
bool shares_letters(std::string_view segments);

}  // namespace tarang::read
