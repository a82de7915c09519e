// An answer on its way from a worker.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "host/border/messages.h"

namespace tarang::border {

/// Whole or in pieces, which follow each other. All of them together may take as much memory as one value.
struct Incoming {
    std::string parts = {};
    std::optional<Answer> answer = {};  ///< once all of it is here
    bool too_large = false;             ///< it needs more memory than it may

    /// False where the message is not to be believed, or too large.
    bool take(std::string_view message, const DecodeLimits& limits);
};

}  // namespace tarang::border
