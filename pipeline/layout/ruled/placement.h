// Which cell each cluster belongs to.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// Place of a cluster: a grid and a cell of it, or outside all (`grid` < 0).
struct Place {
    std::int32_t grid = -1;
    std::int32_t cell = -1;
    bool operator==(const Place&) const = default;
};

/// One place for each cluster. A word that is printed over a border (text too wide for its cell) stays
/// whole, in the cell that holds most of it; words of neighbouring cells that merely stand close are
/// told apart by the border falling between two clusters. Words that one stroke of the pen draws on behind a
/// space stay in the cell that it began in.
std::vector<Place> place_clusters(std::span<const Cluster> clusters, std::span<const Grid> grids);

}  // namespace tarang::layout
