// Whether two readings may be of one printed line.
#pragma once

#include <string_view>

namespace tarang::thai {

/// Of two keys (key_of): the same digits in the same order, ten letters and marks or more, and of sixteen
/// letters no more than one or three marks are others. The shares are guesses.
bool may_be_one_line(std::u32string_view a, std::u32string_view b);

/// A key without marks and digits.
std::u32string letters_of(std::u32string_view key);

}  // namespace tarang::thai
