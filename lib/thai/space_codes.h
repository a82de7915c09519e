// Which glyphs that a page's fonts call U+0020 are spaces. Producers that cannot name a glyph call it a
// space: Word the nikhahit of ำ and other marks (they do not advance), some fonts every letter (they advance
// as letters do). A width alone proves nothing: justified text widens spaces. Internal to glyph_units.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>

#include "models/text.h"

namespace tarang::thai {

enum class SpaceKind : std::uint8_t {
    kSpace,
    kMark,    ///< never advances: a mark
    kNamed,   ///< another font of the family names the code: see `named`
    kLetter,  ///< its font calls everything a space, or has another space, of another width
};

class SpaceCodes {
public:
    SpaceCodes(std::span<const Glyph> glyphs, std::span<const Font> fonts);

    /// `glyph` is one that its font calls U+0020.
    SpaceKind kind_of(const Glyph& glyph) const;

    /// What a kNamed glyph is.
    char32_t named(const Glyph& glyph) const;

private:
    struct Code {
        float least = 0;  ///< narrowest and widest advance, in ems
        float most = 0;
        SpaceKind kind = SpaceKind::kSpace;
        char32_t name = 0;
    };
    using FontCode = std::pair<std::uint16_t, std::uint32_t>;

    void measure(const Glyph& glyph);
    void classify();
    bool is_odd(const FontCode& key, const Code& code) const;

    std::map<FontCode, Code> codes_;        ///< called U+0020
    std::map<std::uint16_t, float> usual_;  ///< a font's space under a usual code, in ems
};

}  // namespace tarang::thai
