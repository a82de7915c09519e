// A table drawn as a grid, from what is known of it: the review page shows it where there is no page to show,
// and `tarang inspect --table` draws it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/table.h"

namespace tarang::exporting {

// The print of the drawing, in points.
inline constexpr Points kDrawnLetters = 11;  ///< font size
inline constexpr Points kDrawnLine = 16;
inline constexpr Points kDrawnPadding = 5;
inline constexpr Points kDrawnMargin = 6;  ///< around all, for what is drawn about a cell

struct DrawnCell {
    Rect box;                        ///< in points, origin top left
    std::vector<std::string> lines;  ///< as they are broken in it
    bool framed = true;              ///< false: a line over the table
    bool header = false;
    Colour ground = kWhite;
    bool line = false;    ///< an arrow or a bar is drawn over it
    bool figure = false;  ///< a tick or another figure is
    std::vector<Place> places;
    bool operator==(const DrawnCell&) const = default;
};

struct DrawnTable {
    Points width = 0;
    Points height = 0;
    std::int32_t rows_left_out = 0;
    std::vector<DrawnCell> cells;
};

/// Lines over the table, then its cells. Columns are as wide as the file says, else as their words are,
/// within bounds. Of a long table only the header and the rows about `row` are drawn, a row of the table from
/// 0.
DrawnTable drawing_of(const CleanTable& table, const std::vector<Field>& lines, std::int32_t row = 0);

/// A file for any browser; the pointer shows where a cell stands.
std::string svg_of(const DrawnTable& table);

}  // namespace tarang::exporting
