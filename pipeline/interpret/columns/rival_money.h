// Columns of money of which more than one may be the budget, or what was paid out: asked for and granted,
// before and after a change, this month's and all so far, kinds of cost and their total.
#pragma once

#include <vector>

#include "pipeline/interpret/columns/assignment.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// Gives the budget, and what was paid out, to the column that stands for it where several headers are like
/// it: to one that is the sum of the others in nearly every row; to one whose header says that it counts
/// ("ที่ได้", "หลังปรับ", "สะสม") rather than another ("ที่ขอ", "เดิม", "เดือนนี้"). Where only the header over several
/// columns tells of money and nothing tells them apart, none is it, and they may be its parts. Columns that
/// another replaces are in `map.aside`.
void settle_rival_money(const TableView& view, const Profile& profile, ColumnContents& contents,
                        const std::vector<const Fits*>& fits, ColumnMap& map);

}  // namespace tarang::interpret
