// A cell's text as a finding quotes it.
#pragma once

#include <string>
#include <string_view>

namespace tarang::values {

/// White space collapsed, cut to so many characters.
std::string excerpt(std::string_view text, int longest = 80);

}  // namespace tarang::values
