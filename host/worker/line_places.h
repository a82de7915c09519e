// Where lines of print stand on a straightened page, in the words of recognize.
#pragma once

#include "pipeline/layout/pixels/lines.h"
#include "pipeline/recognize/symbols.h"

namespace tarang::worker {

/// The font size in points of print whose letters without ascender or marks are so high, in pixels.
Points font_size_of(double letter_height, double pixels_per_point);

/// The place of one line, with the gaps and dashes in it.
recognize::LinePlace place_of(const layout::PixelLine& line, const layout::Ink& ink,
                              const layout::PrintMeasure& measure);

}  // namespace tarang::worker
