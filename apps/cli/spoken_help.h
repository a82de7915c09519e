// The parser of the command line, made to speak the person's language.
#pragma once

#include <string>

#include "models/finding.h"

namespace CLI {
class App;
}

namespace tarang::cli {

/// The last --lang of the command line, wherever it stands, else that of the environment: the help and what
/// is said of a wrong command line are in this language already.
Language language_of(int argc, const char* const* argv);

/// The first word that is no option, which is to be a command; empty where there is none.
std::string command_in(int argc, const char* const* argv);

/// Help in Thai: of the program, its commands and all their options.
void translate(CLI::App& app);

/// What is wrong, from what the parser says in English; `command` as in UsageError.
std::string usage_error(const CLI::App& app, const std::string& what, const std::string& command,
                        Language language);

}  // namespace tarang::cli
