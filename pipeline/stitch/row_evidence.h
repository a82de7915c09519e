// What the cells on both sides of a page break say together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/table.h"
#include "pipeline/stitch/key_column.h"

namespace tarang::stitch {

/// A body row of one page: one entry a column, merged cells under their first column only.
struct RowView {
    std::vector<const GridCell*> cells;  ///< null where another cell spans over
    std::int32_t height = 1;             ///< steps of the grid; a stray rule in one cell parts no row

    RowView(const GridView& grid, std::int32_t row);

    bool filled(std::size_t column) const {
        return cells[column] != nullptr && !cells[column]->lines.empty();
    }
    std::string text(std::size_t column) const {
        return cells[column] == nullptr ? std::string() : joined_text(cells[column]->lines);
    }
};

/// Whether its first words are a total's.
bool is_total(const RowView& row);

/// Rows of one record have the same cells side by side; a section or total merges some.
bool same_shape(const RowView& upper, const RowView& lower);

/// Columns whose cells are merged over rows (a project beside its activities) say nothing of one row.
bool merged_over_rows(const RowView& upper, const RowView& lower, std::size_t column);

/// A row above a seam, with all of its parts: it begins on `parts[begins]` and reaches to `parts[last]`.
struct UpperRow {
    RowView start;             ///< its first part
    RowView end;               ///< the part right above the seam
    std::vector<bool> filled;  ///< [column]: any part has words
    std::vector<bool> ended;   ///< [column]: its words ended on a page before

    UpperRow(const std::vector<TablePart>& parts, std::size_t begins, std::size_t last);

    /// Whether its words can go on below the seam.
    bool open(std::size_t column) const { return filled[column] && !ended[column]; }
};

struct Evidence {
    int columns = 0;     ///< that speak for one row
    int filled = 0;      ///< in the lower row
    int unbegun = 0;     ///< filled below, not begun above
    int reopened = 0;    ///< filled below, but ended a page before
    int full_lines = 0;  ///< upper texts that stopped because the line was full
    std::optional<JoinReason> goes_on;

    /// Whether all that is filled below goes on from right above.
    bool begun() const { return unbegun + reopened == 0; }
    /// Whether at most six cells in ten are filled below.
    bool few() const { return 10 * filled <= 6 * columns; }
    bool stopped_full() const { return full_lines * 2 >= filled; }
};

Evidence weigh(const UpperRow& upper, const RowView& lower, std::optional<std::int32_t> key_column);

}  // namespace tarang::stitch
