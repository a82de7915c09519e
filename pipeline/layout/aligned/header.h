// Header lines -> levels: what stands over several columns, and what is one column's in several lines.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/layout/aligned/rows.h"

namespace tarang::layout {

/// A part of one level that heads several columns.
struct HeaderSpan {
    std::size_t level = 0;
    std::int32_t first = 0;
    std::int32_t last = 0;
    bool operator==(const HeaderSpan&) const = default;
};

struct HeaderLevels {
    std::vector<RowBand> levels;  ///< lines [0, header lines), top to bottom
    std::vector<HeaderSpan> spans;
    bool operator==(const HeaderLevels&) const = default;
};

/// A new level begins below a line in which something heads several columns that are told apart below it.
HeaderLevels header_levels_of(const ColumnedLines& table, std::span<const Rule> rules,
                              std::size_t header_lines);

}  // namespace tarang::layout
