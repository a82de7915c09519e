// What is drawn on a scanned page rather than printed: arrows and bars over months, ticks, stamps, signatures
// and strokes of a pen. Letters that a drawing has run into are part of it: they stay unread, and the drawing
// says where.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "models/page.h"
#include "pipeline/layout/pixels/ink.h"
#include "pipeline/layout/pixels/shafts.h"

namespace tarang::layout {

/// By piece of ink, what it is drawn as; nothing where it may be print. `shafts`: of arrows, without their
/// heads. Sizes are measured by the letters of the page, and by how little of its box a pen's stroke inks.
std::vector<std::optional<Shape::Kind>> drawings_among(const Ink& ink, std::span<const Shaft> shafts,
                                                       const PrintMeasure& measure);

/// A drawing's ink in each cell that it runs over, and one shape of what lies in none. In points.
std::vector<Shape> shapes_in_cells(const Ink& ink, std::size_t piece, Shape::Kind kind,
                                   std::span<const Grid> grids, const PrintMeasure& measure);

/// A shaft's part in each cell that it runs over.
std::vector<Shape> shapes_in_cells(const Rule& shaft, std::span<const Grid> grids,
                                   const PrintMeasure& measure);

}  // namespace tarang::layout
