// A cell's text as a finding quotes it.
#pragma once

#include <string>
#include <string_view>

namespace tarang::values {

/// White space collapsed, cut to 80 characters.
std::string excerpt(std::string_view text);

}  // namespace tarang::values
