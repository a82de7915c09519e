// What is drawn in a table's cells beside words and borders: arrows and bars over months, ticks, shading.
#pragma once

#include <vector>

#include "models/page.h"

namespace tarang::layout {

/// The page's rules without the shafts of arrows: a horizontal rule at whose end a figure no higher than a line
/// of text stands in its middle is none, though it runs from border to border.
std::vector<Rule> rules_without_arrows(const PageReading& page);

/// Gives each cell its marks. A line or figure belongs to the row in which its middle lies, and has a part
/// in each cell of it that it runs over; an area, such as a shading over several rows, has one in every cell
/// that it touches.
void add_marks(std::vector<Grid>& grids, const PageReading& page);

}  // namespace tarang::layout
