// Second looks, seen from the parent: what is asked for, and what is flagged where nobody looked.
#pragma once

#include <span>
#include <vector>

#include "host/border/messages.h"
#include "models/activity.h"
#include "models/reread.h"
#include "models/table.h"

namespace tarang::importing {

/// One request for each page with places, ascending. `pages` say how each was turned when it was read.
std::vector<border::ReadAgain> requests_for(std::span<const Reread> places, std::span<const PageInfo> pages);

/// Those of `wanted` that no look was taken at.
std::vector<Reread> places_without(std::span<const SecondLooks> looks, std::span<const Reread> wanted);

/// Flags the fields that stand at these places: they were to be read again, and nobody did.
void flag_places(std::span<const Reread> places, DocumentRecords& records);

}  // namespace tarang::importing
