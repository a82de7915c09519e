#include "lib/thai/space_codes.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace tarang::thai {

namespace {

using CodeTable = std::map<std::uint32_t, char32_t>;

/// An advance below this share of the font size moves nothing.
constexpr float kNoAdvance = 0.01F;
/// A code that differs by more ems from its font's space is worth asking about.
constexpr float kOtherWidth = 0.04F;
/// A font that calls so many codes of some width a space calls all its letters so.
constexpr int kTooManySpaces = 8;
/// Two fonts number their glyphs alike when so many codes agree and none differs. Subsets that number their
/// glyphs by use disagree at once.
constexpr int kEnoughAgreement = 8;

/// Odd codes of one page that sister fonts are asked about.
constexpr std::size_t kMostAsked = 200;

/// Codes under which encodings and glyph orders keep the space and the no-break space.
bool is_usual_code(std::uint32_t code) { return code == 0x20 || code == 0xA0 || code == 3; }

bool is_called_space(const Glyph& glyph) { return glyph.unicode.size() == 1 && glyph.unicode[0] == U' '; }

/// "TH SarabunPSK,Bold", "THSarabunPSK-Bold" -> the part before the style.
std::string family_of(const std::string& name) { return name.substr(0, name.find_first_of(",-")); }

bool numbered_alike(const CodeTable& a, const CodeTable& b) {
    int agree = 0;
    for (const auto& [code, character] : a) {
        const auto other = b.find(code);
        if (other == b.end()) continue;
        if (other->second != character) return false;
        ++agree;
    }
    return agree >= kEnoughAgreement;
}

/// The fonts of one page, by what they name their codes and by family.
class Sisters {
public:
    Sisters(std::span<const Glyph> glyphs, std::span<const Font> fonts)
        : fonts_(fonts), tables_(fonts.size()) {
        for (const Glyph& glyph : glyphs) {
            const bool names =
                glyph.font < fonts.size() && glyph.unicode.size() == 1 && !is_called_space(glyph);
            if (names) tables_[glyph.font].emplace(glyph.code, glyph.unicode[0]);
        }
        for (std::size_t font = 0; font < fonts.size(); ++font) {
            std::vector<std::size_t>& family = families_[family_of(fonts[font].name)];
            if (family.size() < kLargestFamily) family.push_back(font);
        }
    }

    /// The character of `code` in a sister font that numbers its glyphs alike; 0: none names it.
    char32_t name_of(std::uint16_t font, std::uint32_t code) const {
        if (font >= fonts_.size()) return 0;
        const std::string family = family_of(fonts_[font].name);
        if (family.empty()) return 0;
        for (const std::size_t sister : families_.at(family)) {
            if (sister == font) continue;
            const auto name = tables_[sister].find(code);
            if (name != tables_[sister].end() && numbered_alike(tables_[font], tables_[sister]))
                return name->second;
        }
        return 0;
    }

private:
    static constexpr std::size_t kLargestFamily = 16;

    std::span<const Font> fonts_;
    std::vector<CodeTable> tables_;
    std::map<std::string, std::vector<std::size_t>> families_;
};

}  // namespace

SpaceCodes::SpaceCodes(std::span<const Glyph> glyphs, std::span<const Font> fonts) {
    for (const Glyph& glyph : glyphs) {
        if (is_called_space(glyph) && glyph.size > 0) measure(glyph);
    }
    classify();
    std::vector<FontCode> odd;
    for (const auto& [key, code] : codes_) {
        if (is_odd(key, code) && odd.size() < kMostAsked) odd.push_back(key);
    }
    if (odd.empty()) return;
    const Sisters sisters(glyphs, fonts);
    for (const FontCode& key : odd) {
        Code& code = codes_[key];
        code.name = sisters.name_of(key.first, key.second);
        if (code.name != 0) {
            code.kind = SpaceKind::kNamed;
        } else if (code.kind == SpaceKind::kSpace && usual_.count(key.first) != 0) {
            code.kind = SpaceKind::kLetter;
        }
    }
}

void SpaceCodes::measure(const Glyph& glyph) {
    const float width = std::hypot(glyph.advance_x, glyph.advance_y) / glyph.size;
    const auto [place, fresh] = codes_.try_emplace({glyph.font, glyph.code}, Code{width, width});
    place->second.least = std::min(place->second.least, width);
    place->second.most = std::max(place->second.most, width);
}

void SpaceCodes::classify() {
    std::map<std::uint16_t, int> spaces;
    for (const auto& [key, code] : codes_) {
        if (code.most <= kNoAdvance) continue;
        ++spaces[key.first];
        if (is_usual_code(key.second)) usual_[key.first] = code.least;
    }
    for (auto& [key, code] : codes_) {
        if (is_usual_code(key.second)) continue;
        if (code.most <= kNoAdvance) {
            code.kind = SpaceKind::kMark;
        } else if (spaces[key.first] >= kTooManySpaces) {
            code.kind = SpaceKind::kLetter;
        }
    }
}

/// Marks, and codes that are not as wide as their font's space.
bool SpaceCodes::is_odd(const FontCode& key, const Code& code) const {
    if (code.kind != SpaceKind::kSpace || is_usual_code(key.second)) return code.kind != SpaceKind::kSpace;
    const auto usual = usual_.find(key.first);
    return usual == usual_.end() || std::abs(code.least - usual->second) > kOtherWidth;
}

SpaceKind SpaceCodes::kind_of(const Glyph& glyph) const {
    const auto found = codes_.find({glyph.font, glyph.code});
    return found == codes_.end() ? SpaceKind::kSpace : found->second.kind;
}

char32_t SpaceCodes::named(const Glyph& glyph) const {
    const auto found = codes_.find({glyph.font, glyph.code});
    return found == codes_.end() ? 0 : found->second.name;
}

}  // namespace tarang::thai
