// Columns of a table with rules between its rows only: from where its headers stand, or from the white
// corridors that run down through all rows.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/aligned/columns.h"

namespace tarang::layout {

/// Words of a line with no corridor between.
std::vector<ColumnSpan> runs_of(const PrintLine& line);

/// The columns of a table that reaches from `table.left` to `table.right`, by its header's lines and those of
/// its rows. Headers that are centred in their cells, or set at their left, tell where these begin and end:
/// all of them must agree, and no word of the rows may cross. Else what the rows' words cover from corridor
/// to corridor; the header's, where there are no rows. `header` may be empty. `levels`: some header stands
/// over several others.
std::vector<ColumnSpan> columns_under(std::span<const PrintLine> header, std::span<const PrintLine> rows,
                                      const ColumnSpan& table, bool levels);

/// Widens the columns by what stands in them, or next to them, on the line. False, and nothing is changed,
/// where something stands in two.
bool widen(std::vector<ColumnSpan>& columns, const PrintLine& line);

}  // namespace tarang::layout
