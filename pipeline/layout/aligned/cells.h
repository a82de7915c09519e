// Header levels and body rows -> a grid's edges and cells.
#pragma once

#include <span>

#include "pipeline/layout/aligned/header.h"

namespace tarang::layout {

/// Column edges run in the middle of the corridors, row edges along rules or in the middle of the gaps.
Grid grid_of(const ColumnedLines& table, const HeaderLevels& header, std::span<const RowBand> body,
             std::span<const Rule> rules);

}  // namespace tarang::layout
