// First half of the glyph-level repair: what each glyph of a page means, before clusters are made.
// Internal to glyph_repair.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lib/thai/glyph_repair.h"
#include "models/text.h"

namespace tarang::thai {

/// A glyph on its way to a cluster.
struct Unit {
    std::u32string text;  ///< empty: another glyph of its ActualText span carries the text
    const Glyph* glyph = nullptr;
    bool lost_nikhahit = false;  ///< the file says space
    bool lost_mark = false;      ///< a mark that the file calls a space; text is U+FFFD
};

/// Visible glyphs with their characters: private-use codes, symbols and digits put right, the lost nikhahit
/// restored.
std::vector<Unit> units_of(std::span<const Glyph> glyphs, std::span<const Font> fonts, RepairReport& report);

bool is_blank(std::u32string_view text);

}  // namespace tarang::thai
