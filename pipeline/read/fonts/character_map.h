// A font's own map from characters to glyphs (`cmap`), and the same read backwards.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "pipeline/read/fonts/sfnt.h"

namespace tarang::read {

/// The Unicode map of a font program. Points into the program, which must outlive it.
/// Maps of other kinds (symbols, the Macintosh's) only say which code draws which glyph, and are no evidence.
class CharacterMap {
public:
    explicit CharacterMap(const Sfnt& font);

    bool empty() const { return map_.empty(); }

    /// The glyph that the font draws for `c`; 0: none.
    std::uint32_t glyph_of(char32_t c) const;

private:
    std::uint32_t in_segments(char32_t c) const;
    std::uint32_t in_groups(char32_t c) const;

    Bytes map_;  ///< a subtable of format 4 or 12, whole as far as its counts say
    std::uint16_t format_ = 0;
    std::uint32_t count_ = 0;  ///< of segments or groups
    std::uint32_t glyphs_ = 0;
};

/// What each glyph is called backwards. Thai comes before all else: old fonts have a letter's shape under a
/// Latin-1 code as well. A glyph under two Thai letters says nothing, but a mark's private-use codes name the
/// mark itself.
class GlyphCharacters {
public:
    enum class Range : std::uint8_t {
        kUsual,  ///< ASCII, Thai and its private-use codes, dashes and quotes
        kWide,   ///< and all of U+0020..U+33FF, U+FB00..U+FB04: for fonts that nothing else names
    };

    GlyphCharacters(const CharacterMap& map, Range range);

    /// 0: no character, or several Thai ones.
    char32_t of(std::uint32_t glyph) const;

private:
    std::vector<std::pair<std::uint32_t, char32_t>> characters_;  ///< by glyph
};

}  // namespace tarang::read
