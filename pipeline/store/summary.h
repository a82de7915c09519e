// Sums over the whole database, counted in integers.
#pragma once

#include "models/summary.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Strategies are one where they are printed alike but for spaces, letter case and kind of digits.
Summary summarize(Connection& connection);

}  // namespace tarang::store
