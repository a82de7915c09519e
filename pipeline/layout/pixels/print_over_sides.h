// Whether print runs over a place where a side of a cell may have been: then the cell was joined there.
#pragma once

#include <span>
#include <vector>

#include "models/geometry.h"
#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Places are points of the straightened page.
class PrintOverSides {
public:
    /// `print`: the page's pieces of ink without its rules, in pixels.
    PrintOverSides(std::span<const InkPiece> print, const PrintMeasure& measure);

    /// Whether letters run over a standing side at `x`, in one piece or side by side.
    bool runs_over(Points x, Points top, Points bottom) const;

    /// Whether letters stand on a lying side at `y`.
    bool stands_on(Points y, Points left, Points right) const;

    /// Words that stand side by side within a box; lines under one another count as one.
    struct Groups {
        std::size_t count = 0;
        Points left = 0;  ///< of the first
    };
    Groups groups_between(Points left, Points right, Points top, Points bottom) const;

private:
    std::vector<Rect> letters_;
    Points letter_ = 0;
};

}  // namespace tarang::layout
