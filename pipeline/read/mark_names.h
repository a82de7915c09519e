// Marks that the file calls by each other's names.
#pragma once

#include <vector>

#include "models/text.h"

namespace tarang::read {

/// LibreOffice names the glyphs of a cluster by the order of its characters, which is not the order of
/// drawing, and writes a span over a mark whose name comes out wrong. Only one of two exchanged marks is sure
/// to have one. Where a font shows that the mark under a span is another, the mark beside it that goes by
/// that other's name and is shown by no font is what the span says.
void name_exchanged_marks(std::vector<Glyph>& glyphs);

}  // namespace tarang::read
