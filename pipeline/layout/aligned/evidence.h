// What must hold before aligned lines are called a table. A table that is none harms more than one that is
// missed: its words would be taken out of the running text.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/aligned/rows.h"

namespace tarang::layout {

/// Whether the lines are a table. Numbers in columns, or rules above and below, or at least three columns of
/// short texts over several rows are evidence; lists, contents pages, forms and text in columns are not.
bool is_table(const ColumnedLines& table, const RowEvidence& evidence, std::span<const Rule> rules,
              std::size_t header_lines, std::span<const RowBand> body);

}  // namespace tarang::layout
