// How many fields to check by hand, which ones, and what their errors say about all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tarang::audit {

/// A single sampling plan for normal inspection at general inspection level II (ISO 2859-1:1999, tables 1 and
/// 2-A).
struct SamplingPlan {
    char letter = 'A';        ///< code letter of the sample size
    std::int64_t size = 0;    ///< items to check; never more than the lot
    std::int64_t accept = 0;  ///< the lot passes with so many wrong ones at most
    bool operator==(const SamplingPlan&) const = default;
};

/// Acceptance quality limits that the tables have, in percent of wrong items, ascending.
const std::vector<double>& quality_limits();

/// The plan for a lot of `lot` items. Throws RunError(kUsage) where `aql` is not one of quality_limits().
SamplingPlan plan_for(std::int64_t lot, double aql);

/// Positions of `size` of `lot` items, ascending; the same on every machine for the same seed.
std::vector<std::size_t> draw(std::size_t lot, std::size_t size, std::uint32_t seed);

struct Interval {
    double low = 0;  ///< share, 0..1
    double high = 1;
};

/// The exact 95 % interval for the share of wrong items, of which a sample of `size` had `wrong` (Clopper and
/// Pearson 1934).
Interval clopper_pearson(std::int64_t wrong, std::int64_t size);

}  // namespace tarang::audit
