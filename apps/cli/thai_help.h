// The help in Thai.
#pragma once

#include <string_view>

namespace tarang::cli {

/// What the help says in Thai for a text of command_line.cpp or help.h; empty where the catalogue has none,
/// which a test forbids.
std::string_view thai_help(std::string_view english);

}  // namespace tarang::cli
