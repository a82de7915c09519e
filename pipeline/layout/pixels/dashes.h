// Rules that are drawn as rows of dots or dashes, too far apart to be closed like breaks.
#pragma once

#include <span>
#include <vector>

#include "pipeline/layout/pixels/ink.h"

namespace tarang::layout {

/// Dots or dashes that stand on one line at equal distances, as borders have them and text has not.
struct DashRow {
    InkPiece box;
    std::vector<std::size_t> dashes;  ///< indices of pieces
};

/// The rows among `pieces` that lie, or that stand. A dash may be missing here and there, where something
/// crosses the row or touches it; the row then goes on behind.
std::vector<DashRow> dash_rows(std::span<const InkPiece> pieces, bool horizontal,
                               const PrintMeasure& measure);

}  // namespace tarang::layout
