// What glyphs of known fonts are: by their outlines, and by their places in a font's glyph order. Facts about
// fonts, compiled into the program and used in place; see docs/fonts.md for where they come from and how a
// font is added.
#pragma once

#include <cstdint>
#include <string_view>

namespace tarang::read {

/// The character whose outline has this fingerprint (outline.h) in a known font; 0: none.
char32_t character_of_outline(std::uint64_t fingerprint);

/// The character of a glyph in the fonts of this family (folded, sfnt.h) and number of glyphs; 0: not known.
/// Fonts with the same family and number of glyphs have the same order; fonts that share only one of both
/// need not.
char32_t character_in_order(std::string_view family, std::uint32_t glyph_count, std::uint32_t glyph);

}  // namespace tarang::read
