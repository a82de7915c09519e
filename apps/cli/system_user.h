// Who runs the program.
#pragma once

#include <string>

namespace tarang::cli {

/// The name of the user that the program runs as; its number where it has none.
std::string system_user();

}  // namespace tarang::cli
