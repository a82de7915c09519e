// A small file that a person named.
#pragma once

#include <string>

namespace tarang::cli {

/// The whole of it. Throws RunError(kUsage).
std::string read_text_file(const std::string& path);

}  // namespace tarang::cli
