// What was asked whether it is a table, and what was answered: for people who look at what was seen.
#pragma once

#include <string_view>

#include "models/geometry.h"

namespace tarang::layout {

struct JudgedRegion {
    Rect box;
    bool table = false;
    std::string_view reason;  ///< static: "running text in columns"
    bool operator==(const JudgedRegion&) const = default;
};

}  // namespace tarang::layout
