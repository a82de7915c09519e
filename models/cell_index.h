// Which cell of a grid covers a position.
#pragma once

#include <cstdint>
#include <vector>

#include "models/page.h"

namespace tarang {

/// Built once for a grid, then asked in constant time. Cells are named by their index in `grid.cells`.
class CellIndex {
public:
    explicit CellIndex(const Grid& grid);

    std::int32_t rows() const { return rows_; }
    std::int32_t columns() const { return columns_; }

    /// The cell that covers the position, which must lie in the grid.
    std::size_t at(std::int32_t row, std::int32_t column) const {
        return cell_at_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(column)];
    }

private:
    std::int32_t rows_;
    std::int32_t columns_;
    std::vector<std::size_t> cell_at_;
};

/// The step between two of the ascending `edges` that holds `value`; the outer ones reach on for ever.
/// At least two edges.
std::int32_t step_of(const std::vector<Points>& edges, Points value);

}  // namespace tarang
