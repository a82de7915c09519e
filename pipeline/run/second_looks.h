// Second looks on their way: from the places that verify names to the fields that interpret fills.
#pragma once

#include <span>
#include <vector>

#include "models/reread.h"
#include "models/activity.h"
#include "models/table.h"
#include "pipeline/run/messages.h"

namespace tarang::run {

/// One request for each page with places, ascending. `pages` say how each was turned when it was read.
std::vector<ReadAgain> requests_for(std::span<const Reread> places, std::span<const PageInfo> pages);

/// Those of `wanted` that no look was taken at.
std::vector<Reread> places_without(std::span<const SecondLooks> looks, std::span<const Reread> wanted);

/// Flags the fields that stand at these places: they were to be read again, and nobody did.
void flag_places(std::span<const Reread> places, DocumentRecords& records);

/// Gives each cell of the tables the readings of its print.
void add_looks(std::span<const SecondLooks> looks, CleanDocument& document);

}  // namespace tarang::run
