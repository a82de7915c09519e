// What a parser of values noticed. The caller adds activity and field and makes it a Finding.
#pragma once

#include <string>
#include <vector>

#include "models/finding.h"

namespace tarang::values {

struct Problem {
    FindingCode code{};
    std::vector<std::string> arguments;  ///< for the finding's message
    bool operator==(const Problem&) const = default;
};

}  // namespace tarang::values
