// Which glyphs that the file calls U+0020 are spaces, where the font itself shows nothing. Producers that
// cannot name a glyph call it a space: Word the nikhahit of ำ and other marks (they do not advance), some
// fonts every letter (they advance as letters do). A width alone proves nothing: justified text widens
// spaces. Internal to glyph_units.cpp.
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
    kLetter,  ///< its font calls everything a space, or has another space, of another width
};

class SpaceCodes {
public:
    explicit SpaceCodes(std::span<const Glyph> glyphs);

    /// `glyph` is one that the file calls U+0020.
    SpaceKind kind_of(const Glyph& glyph) const;

private:
    struct Code {
        float least = 0;  ///< narrowest and widest advance, in ems
        float most = 0;
        SpaceKind kind = SpaceKind::kSpace;
    };
    using FontCode = std::pair<std::uint16_t, std::uint32_t>;

    void measure(const Glyph& glyph);
    void classify();

    std::map<FontCode, Code> codes_;  ///< called U+0020
};

}  // namespace tarang::thai
