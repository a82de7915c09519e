// Manual pages of section 1, for man: tarang(1) and one for each command.
#pragma once

#include <string>

#include "apps/cli/manual/outline.h"

namespace tarang::cli::manual {

/// What the program is, its commands, files and environment.
std::string program_page(const Outline& outline, Language language);

/// One command with all its options.
std::string command_page(const Outline& outline, const Command& command, Language language);

}  // namespace tarang::cli::manual
