// Columns that count their rows.
#pragma once

#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// Whether the body of a column counts 1, 2, 3 ..., from 1 again or not, with one in five misread; in a third
/// of the cells other signs may stand beside the number, as under a stamp. A later
/// table may go on with the count of the one before; then three must follow one another.
bool counts_up(const TableView& view, std::int32_t column, std::int32_t header_rows);

}  // namespace tarang::interpret
