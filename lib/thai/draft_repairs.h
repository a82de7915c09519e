// Repairs that look at neighbouring clusters. Internal to glyph_repair.cpp.
#pragma once

#include <vector>

#include "lib/thai/cluster_drafts.h"

namespace tarang::thai {

/// Marks that the file calls spaces: on Thai letters they stay U+FFFD and are counted; elsewhere they were
/// spaces of no width.
void settle_lost_marks(std::vector<Draft>& drafts, RepairReport& report);

/// Spaces that the print does not show: the next letter begins where the last one ended.
void drop_hidden_spaces(std::vector<Draft>& drafts, RepairReport& report);

/// เเ -> แ
void join_double_sara_e(std::vector<Draft>& drafts, RepairReport& report);

}  // namespace tarang::thai
