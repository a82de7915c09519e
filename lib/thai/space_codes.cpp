#include "lib/thai/space_codes.h"

#include <algorithm>
#include <cmath>

namespace tarang::thai {

namespace {

/// An advance below this share of the font size moves nothing.
constexpr float kNoAdvance = 0.01F;
/// A code that differs by more ems from its font's space is none.
constexpr float kOtherWidth = 0.04F;
/// A font that calls so many codes of some width a space calls all its letters so.
constexpr int kTooManySpaces = 8;

/// Codes under which encodings and glyph orders keep the space and the no-break space.
bool is_usual_code(std::uint32_t code) { return code == 0x20 || code == 0xA0 || code == 3; }

bool is_asked(const Glyph& glyph) {
    return !glyph.proven() && glyph.unicode.size() == 1 && glyph.unicode[0] == U' ' && glyph.size > 0;
}

}  // namespace

SpaceCodes::SpaceCodes(std::span<const Glyph> glyphs) {
    for (const Glyph& glyph : glyphs) {
        if (is_asked(glyph)) measure(glyph);
    }
    classify();
}

void SpaceCodes::measure(const Glyph& glyph) {
    const float width = std::hypot(glyph.advance_x, glyph.advance_y) / glyph.size;
    const auto [place, fresh] = codes_.try_emplace({glyph.font, glyph.code}, Code{width, width});
    place->second.least = std::min(place->second.least, width);
    place->second.most = std::max(place->second.most, width);
}

void SpaceCodes::classify() {
    std::map<std::uint16_t, int> spaces;
    std::map<std::uint16_t, float> usual;  // a font's space under a usual code, in ems
    for (const auto& [key, code] : codes_) {
        if (code.most <= kNoAdvance) continue;
        ++spaces[key.first];
        if (is_usual_code(key.second)) usual[key.first] = code.least;
    }
    for (auto& [key, code] : codes_) {
        if (is_usual_code(key.second)) continue;
        const auto space = usual.find(key.first);
        const bool odd = space != usual.end() && std::abs(code.least - space->second) > kOtherWidth;
        if (code.most <= kNoAdvance) {
            code.kind = SpaceKind::kMark;
        } else if (odd || spaces[key.first] >= kTooManySpaces) {
            code.kind = SpaceKind::kLetter;
        }
    }
}

SpaceKind SpaceCodes::kind_of(const Glyph& glyph) const {
    const auto found = codes_.find({glyph.font, glyph.code});
    return found == codes_.end() ? SpaceKind::kSpace : found->second.kind;
}

}  // namespace tarang::thai
