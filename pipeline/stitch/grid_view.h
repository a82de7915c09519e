// Questions about one page's grid that stitching asks again and again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/cell_index.h"
#include "models/page.h"

namespace tarang::stitch {

/// The lines of a cell run together, without a decision on seams: for comparing only.
std::string joined_text(const std::vector<TextLine>& lines);

/// Two lines that stand beside each other as one, `between` between their texts.
TextLine in_one(const TextLine& left, const TextLine& right, std::string_view between);

/// Looks up a grid's cells by row and column. Holds a pointer: the grid must outlive it.
class GridView {
public:
    explicit GridView(const Grid& grid) : grid_(&grid), cells_(grid) {}

    const Grid& grid() const { return *grid_; }
    std::int32_t rows() const { return grid_->rows(); }
    std::int32_t columns() const { return grid_->columns(); }

    /// The cell that covers the position.
    const GridCell& at(std::int32_t row, std::int32_t column) const {
        return grid_->cells[cells_.at(row, column)];
    }
    /// The cells that begin in the row, left to right.
    std::vector<const GridCell*> starting_in(std::int32_t row) const;
    std::string text(std::int32_t row, std::int32_t column) const {
        return joined_text(at(row, column).lines);
    }

private:
    const Grid* grid_;
    CellIndex cells_;
};

/// How many steps of the grid the cells of a row are high, as most of them agree. A row parted by a stray
/// rule in one cell is still one row, and only what is higher is merged over rows.
std::int32_t usual_height(const GridView& grid, std::int32_t row);

}  // namespace tarang::stitch
