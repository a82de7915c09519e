// Letters that were not surely read, from what the lines of a cell say to its repaired text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/text.h"

namespace tarang::normalize {

/// Of the doubts about a text those that are worth a mark (kUnsure), in what its repair made of it:
/// ascending, apart. Where the repair took letters away or made other ones of them, what stands there now is
/// as unsure as they were.
std::vector<TextRange> unsure_letters(const std::vector<Doubt>& doubts, const std::string& text,
                                      const std::string& repaired);

}  // namespace tarang::normalize
