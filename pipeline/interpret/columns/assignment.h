// Which headers get which keys, all at once.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/interpret/columns/header_cache.h"

namespace tarang::interpret {

struct Assignment {
    float weight = 0;                            ///< sum of the fits
    std::vector<std::optional<ColumnKey>> keys;  ///< by column; may be shorter than the columns
};

/// The keys with the largest sum of fits, each given once at most. `barred` is not given.
Assignment best_assignment(const std::vector<const Fits*>& columns, std::optional<ColumnKey> barred);

}  // namespace tarang::interpret
