// What is wrong with a command line, said in the person's language, with what may have been meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/finding.h"

namespace tarang::cli {

struct UsageError {
    std::string what;                   ///< as the parser says it, in English
    std::string command;                ///< the first word of the command line; empty: none was given
    std::vector<std::string> commands;  ///< that there are
    std::vector<std::string> options;   ///< of that command
};

/// A sentence or two, without a line end.
std::string message_of(const UsageError& error, Language language);

/// The one of `words` that is nearest to `typed`, with at most a third of its letters changed, left out,
/// added or changed in order (Damerau's distance of neighbours); empty where none is.
std::string nearest(std::string_view typed, const std::vector<std::string>& words);

}  // namespace tarang::cli
