// Pages that lie: their text runs up or down the side of the paper as displayed, or stands on its head.
//
// A wide table drawn along a portrait page, and a page whose /Rotate was set by a viewer or a scanner's
// program, show the same: good letters, all turned by the same quarter. Such a page is laid out as if
// somebody had turned the paper; places go back to the page as displayed with everyone else's (normalize).
#pragma once

#include <cstdint>
#include <span>

#include "models/page.h"
#include "pipeline/read/page_recorder.h"

namespace tarang::read {

/// The degrees clockwise (90, 180, 270) that nearly all visible letters are turned; 0 where they are not.
std::int16_t lies_by(std::span<const Glyph> glyphs);

/// Turns everything that was taken down so that letters which lie by `lies` stand. Width and height of the
/// recording stay those of the page as displayed.
UprightPage stand_up(Recording& recording, std::int16_t lies);

}  // namespace tarang::read
