// Letters that were not surely read, from the lines of a cell to its text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/text.h"

namespace tarang::normalize {

/// Puts a line's doubts behind those of the lines before it, whose texts and seams are `before` code points
/// long.
void add_doubts(const TextLine& line, std::int32_t before, std::vector<Doubt>& doubts);

/// Of the doubts about a text those that are worth a mark (kUnsure), in what its repair made of it:
/// ascending, apart. Where the repair took letters away or made other ones of them, what stands there now is
/// as unsure as they were.
std::vector<TextRange> unsure_letters(const std::vector<Doubt>& doubts, const std::string& text,
                                      const std::string& repaired);

}  // namespace tarang::normalize
