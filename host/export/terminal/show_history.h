// What `tarang show --history` prints: decisions, with the numbers that `tarang undo` takes.
#pragma once

#include <ostream>
#include <vector>

#include "host/export/terminal/show.h"
#include "models/submission.h"

namespace tarang::exporting {

/// One line a decision; one that was taken back says by which.
void show_history(std::ostream& out, const std::vector<Decision>& decisions, const ShowOptions& options);

}  // namespace tarang::exporting
