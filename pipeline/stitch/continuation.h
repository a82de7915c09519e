// Evidence in the words themselves that one cell's text goes on in another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/page.h"
#include "models/table.h"

namespace tarang::stitch {

/// Why the text of `lower` cannot stand alone after `upper`: a word or number cut in the middle
/// (kMidWord), a list or parenthesis that goes on (kListContinues); empty where nothing says so.
std::optional<JoinReason> text_goes_on(const std::vector<TextLine>& upper,
                                       const std::vector<TextLine>& lower);

/// Whether the last line of the upper cell runs to the cell's right edge, as a line does that was broken
/// because it was full.
bool last_line_is_full(const GridCell& upper);

/// Whether the first word of the line below would not have fitted behind the cell's last line: the line broke
/// because it was full, whatever room is left in it.
bool next_word_is_too_wide(const GridCell& upper, const TextLine& lower);

/// The list number that a text begins with ("๓)", "(3)", "3."), if any.
std::optional<int> leading_marker(const std::string& text);

/// A key (thai::key_of) without "(ต่อ)" at its end, which marks a heading or number that goes on from the page
/// before.
std::u32string without_continued(std::u32string key);

}  // namespace tarang::stitch
