// Text that does not stand upright: headers written up the side of a narrow column, watermarks across the
// page.
//
// Layout sorts clusters by place as upright text. A turned run therefore becomes one cluster that holds its
// whole text: it lands in its cell in its own order. Slanted text crosses cells that it has nothing to do
// with: it is left out and told.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/thai/glyph_repair.h"
#include "models/text.h"

namespace tarang::read {

/// Glyph::turned of a letter whose top points along (up_x, up_y); y down, any length.
std::int16_t quarter_turns(double up_x, double up_y);

struct TurnedText {
    std::vector<Glyph> upright;     ///< the rest, in content order
    std::vector<Cluster> runs;      ///< turned by quarters, one cluster a run, in content order
    std::string left_out;           ///< slanted text, UTF-8
    std::size_t turned_glyphs = 0;  ///< visible ones, by quarters
};

/// Invisible glyphs stay among the upright ones. `repairs` gets what was put right in the runs.
TurnedText take_turned(std::span<const Glyph> glyphs, std::span<const Font> fonts,
                       thai::RepairReport& repairs);

}  // namespace tarang::read
