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
    float confidence = 1;             ///< of a join; below kDoubtfulJoin a person should look
    bool starts_without_key = false;  ///< not joined although the row has no number: worth a finding
    bool operator==(const RowCut&) const = default;
};

/// Judges the seam between `parts[lower - 1]` and `parts[lower]`.
///
/// A row with its own number begins a record. One without is the rest of the row above if its words
/// stand under words (what was not begun cannot go on), unless it is a total or a section, or the table
/// has the habit of rows without numbers. Words or numbers cut in the middle, lists and parentheses that go
/// on make it sure; a table without a key column needs such evidence.
RowCut judge_row_cut(const std::vector<TablePart>& parts, std::size_t lower,
                     std::optional<std::int32_t> key_column);

}  // namespace tarang::stitch
