// Readings of one line: how sure they are, and what two of them have in common.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "models/text.h"

namespace tarang::recognize {

/// That every cluster is right, 0..1; 1 for none.
float chance_of(std::span<const Cluster> clusters);

bool is_digit(const Cluster& cluster);

/// The longest common subsequence of two readings, by the text of their clusters: indices into `a` and `b`,
/// both ascending. Costs the product of their lengths.
std::vector<std::pair<std::size_t, std::size_t>> common_clusters(std::span<const Cluster> a,
                                                                 std::span<const Cluster> b);

/// What a later reading has (`now`) in the place of what was read first (`before`), which `raw` keeps: one
/// cluster for each, or one for all where their numbers differ. Both have at least one.
std::vector<Cluster> replaced(std::span<const Cluster> before, std::span<const Cluster> now);

}  // namespace tarang::recognize
