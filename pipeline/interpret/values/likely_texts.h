// What a misread value most likely says: the few faults of reading that a value's own form shows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarang::interpret {

/// How many digits stand side by side from `at` on.
std::size_t digits_from(std::u32string_view text, std::size_t at);

/// A dot before three digits is a comma: no amount has three decimals. Blanks between digits and their commas
/// are none, and a dot at the end is what is left of ".-". Digits are of the script that most of them are of.
std::string likely_money(std::string_view text);

/// Letters that were read apart stand together, and what is one letter off a month's name or another word of
/// periods is that word. Digits keep their blanks: "1 8" may have been "1-8"; they are of one script.
std::string likely_period(std::string_view text);

}  // namespace tarang::interpret
