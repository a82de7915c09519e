// Checking a lot by sample, for the terminal and for the page alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/store/samples.h"

namespace tarang::importing {

struct SampleOrder {
    std::string filter = "all";  ///< or "document:SHA256"
    std::uint32_t seed = 1;
    double aql = 1.0;  ///< percent of wrong fields that is still good; see audit::quality_limits
    std::string reviewer;
    std::size_t known_wrong = 0;  ///< values made wrong on purpose that are shown among the drawn ones
};

inline constexpr std::size_t kMostKnownWrong = 100;

/// Draws and stores a sample of the fields of records that nobody has decided about. The same database,
/// filter and seed give the same sample. Values made wrong are fields of the lot that were not drawn, as many
/// as are fit for it; they change no record. Throws RunError(kUsage) where the lot is empty or the order
/// makes no sense.
store::Sample draw_sample(store::Database& database, const SampleOrder& order);

/// All samples, the newest first; one whose last item was decided gets its verdict now.
std::vector<store::Sample> judged_samples(store::Database& database);

}  // namespace tarang::importing
