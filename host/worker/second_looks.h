// Second looks, seen from the worker: what was read again becomes readings of the cells.
#pragma once

#include <span>

#include "models/reread.h"
#include "models/table.h"

namespace tarang::worker {

/// Gives each cell of the tables the readings of its print.
void add_looks(std::span<const SecondLooks> looks, CleanDocument& document);

}  // namespace tarang::worker
