// Repairs that look at neighbouring clusters. Internal to glyph_repair.cpp.
#pragma once

#include <vector>

#include "lib/thai/cluster_drafts.h"

namespace tarang::thai {

/// A mark that the file calls a space, known only by its place: the one mark that makes the letters around it
/// known words. Where none or several do, U+FFFD stays; where the letters need no mark, it was a space of no
/// width.
void name_lost_marks(std::vector<Draft>& drafts, RepairReport& report);

/// Spaces that the print does not show: the next letter begins where the last one ended.
void drop_hidden_spaces(std::vector<Draft>& drafts, RepairReport& report);

/// เเ -> แ
void join_double_sara_e(std::vector<Draft>& drafts, RepairReport& report);

}  // namespace tarang::thai
