// Signs that stand alone in their cells on a scan: ticks, mostly, which an engine of letters reads now and
// then.
#pragma once

#include <vector>

#include "models/text.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::worker {

/// A piece of ink alone in its cell, and what it was read as.
struct LoneSign {
    std::size_t piece = 0;
    std::vector<Cluster> read;
};

/// The engine always finds some sign; in a tick it is none that it is sure of. Digits are none that a tick
/// becomes.
bool is_no_letter(const std::vector<Cluster>& line);

/// What was not surely read but looks like a tick, cross or other sign that was is the same one. Digits and
/// letters vouch for none.
void tell_by_likeness(std::vector<LoneSign>& signs, const layout::Ink& ink, double pixels_per_point);

}  // namespace tarang::worker
