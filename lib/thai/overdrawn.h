// Glyphs that are drawn again in their own place. Producers make bold and shadows so; the print shows one
// letter. Internal to glyph_units.cpp.
#pragma once

#include <span>
#include <vector>

#include "models/text.h"

namespace tarang::thai {

/// For each glyph, whether an earlier visible one with the same characters stands within a twentieth of its
/// size. Empty where none does. Spaces and invisible glyphs are never told so. Linear in the number of
/// glyphs.
std::vector<bool> overdrawn(std::span<const Glyph> glyphs);

}  // namespace tarang::thai
