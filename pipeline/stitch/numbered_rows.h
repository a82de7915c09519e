// Rows of the ruling that hold several records: no rule stands between what several numbers count.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {

/// The grid with such rows divided where their numbers stand; empty where it has none. A row is divided where
/// its key cell holds nothing but numbers that count on, one a line, its words begin beside the first of
/// them, and another column begins something beside each. What stands between two numbers is the upper one's;
/// a cell merged over columns or rows keeps its row whole.
std::optional<Grid> with_numbered_rows_apart(const TablePart& part, std::int32_t key_column);

/// The same for a table that numbers no rows: a row is divided where one cell is a list that counts from 1
/// and another has one amount beside each of its items. Cells that do not count with them reach over all
/// parts.
std::optional<Grid> with_listed_rows_apart(const TablePart& part);

}  // namespace tarang::stitch
