// The decision that the product stands on: is the first row of a page the rest of the last row of the
// page before? Page borders are no evidence: printers draw them as they like.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/table.h"
#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {

/// The verdict on one seam.
struct RowCut {
    bool joined = false;
    JoinReason reason = JoinReason::kEmptyKey;
    float confidence = 1;   ///< of a join; below kDoubtfulJoin a person should look
    bool doubtful = false;  ///< not joined, although something says that the row goes on
    bool operator==(const RowCut&) const = default;
};

/// Judges the seam between `parts[lower - 1]` and `parts[lower]`. The upper row begins on `parts[begins]`:
/// where that is not the part above the seam, all parts between hold nothing but it.
///
/// A row with its own number begins a record. One without is the rest of the row above if its words stand
/// under words that reach the page's end (what was not begun, or had ended a page before, cannot go on),
/// unless it is a total or a section, or the table has the habit of rows without numbers. Words or numbers
/// cut in the middle, lists and parentheses that go on make it sure.
///
/// A table without a key column shows by its other rows where records begin: where all of them fill a column
/// farther left than the lower row does, that row is the rest of one. Where some do not, or none can be seen,
/// it takes words that go on. Where its names begin with numbers that count on, a name without one goes on.
RowCut judge_row_cut(const std::vector<TablePart>& parts, std::size_t begins, std::size_t lower,
                     std::optional<std::int32_t> key_column);

}  // namespace tarang::stitch
