// Values of one kind with their places in print, over all current documents: to see the odd one among its
// like.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "models/activity.h"
#include "pipeline/store/database.h"

namespace tarang::store {

struct PrintedValue {
    std::string sha256;
    std::string activity;
    std::string field;
    std::string text;
    std::string value;  ///< typed, as audit::value_text writes it; empty: none
    Region region;      ///< of its first piece
    int pieces = 1;     ///< that it stands in
    Points page_width = 0;
    Points page_height = 0;
    std::int16_t turned = 0;  ///< degrees clockwise that the page is to be turned to stand upright
    float confidence = 1;
    bool awaiting = false;  ///< flagged, and nobody decided
    bool decided = false;
};

/// Every field of that name ("budget", ...) that says anything, in the order of ledger and document.
void for_each_value(Database& database, std::string_view field,
                    const std::function<void(const PrintedValue&)>& visit);

}  // namespace tarang::store
