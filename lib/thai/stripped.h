// Bytes at the ends of a text that say nothing to its format. What is blank to a reader is more (chars.h).
#pragma once

#include <algorithm>
#include <string_view>

namespace tarang::thai {

/// The text without those of `blanks` that stand at its ends.
constexpr std::string_view stripped(std::string_view text, std::string_view blanks) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(blanks) + 1));
    return text;
}

}  // namespace tarang::thai
