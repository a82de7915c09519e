// What a word looks like, by its characters alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "pipeline/layout/aligned/lines.h"

namespace tarang::layout {

WordKind word_kind_of(std::string_view text);

/// The value of a text that is digits only and at most five of them, else -1.
std::int32_t whole_number_of(std::string_view text);

}  // namespace tarang::layout
