// A text as the value parsers walk through it. Internal to this folder.
#pragma once

#include <string_view>
#include <vector>

namespace tarang::values {

/// A character that is no white space, its digit folded, which knows whether a break stood before it.
struct Letter {
    char32_t c = 0;
    bool gap_before = false;
    bool line_start = false;
    bool operator==(const Letter&) const = default;
};

std::vector<Letter> letters_of(std::string_view text);

}  // namespace tarang::values
