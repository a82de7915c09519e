// Second looks at running text: letters that make no words are read again at other scales, and the word list
// tells which of the readings makes sense. No word is made up: each was read from the print.
#pragma once

#include <span>
#include <vector>

#include "models/text.h"

namespace tarang::recognize {

/// Whether a line has letters that are not sure, and Thai letters that belong to no known word. Names and
/// words that the line's end cuts have some, too: it is only worth another reading.
bool has_doubtful_words(std::span<const Cluster> line);

/// `line`, with what `other` reads instead where that makes known words of letters that were in none.
/// `raw` keeps what `line` said there. Spaces stay as they are.
std::vector<Cluster> with_words_of(std::vector<Cluster> line, const std::vector<Cluster>& other);

}  // namespace tarang::recognize
