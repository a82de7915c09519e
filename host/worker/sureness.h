// How surely lines of a scan were read: what tells a page on its head from one that is not.
#pragma once

#include <span>
#include <vector>

#include "models/text.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::worker {

/// That every letter is right, 0..1; 0 where none was read.
float chance_of(const std::vector<Cluster>& clusters);

/// How surely lines are read, 0..1: by the engine's confidence and by how much of them are words. 1 for none.
float sureness_of(std::span<const std::vector<Cluster>> lines);

/// A turned line as one cluster, whose letters layout could not order by their places. `box` in pixels.
/// `line` has letters.
Cluster whole_line(const std::vector<Cluster>& line, const layout::InkPiece& box,
                   const layout::PrintMeasure& measure);

}  // namespace tarang::worker
