#include "lib/thai/glyph_units.h"

#include <algorithm>
#include <cmath>

#include "lib/thai/chars.h"
#include "lib/thai/overdrawn.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/sara_am.h"
#include "lib/thai/space_codes.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

namespace {

/// An advance below this share of the font size moves nothing: Word's lost nikhahit has exactly 0.
constexpr float kNoAdvance = 0.01F;

/// One glyph's characters, made from what its font says of it.
class Reading {
public:
    Reading(const Font* font, RepairReport& report)
        : symbols_(font == nullptr ? SymbolFont::kNone : symbol_font_of(font->name)),
          thai_digits_(font != nullptr && font->thai_digits),
          report_(report) {}

    std::u32string read(std::u32string_view unicode) {
        std::u32string text;
        for (const char32_t c : unicode) text.push_back(read(c));
        if (text.find(kReplacement) != std::u32string::npos) ++report_.unknown;
        return text;
    }

private:
    char32_t read(char32_t c) {
        if (is_space(c)) return U' ';
        if (symbols_ != SymbolFont::kNone || (c >= 0xF020 && c <= 0xF0FF)) {
            ++report_.symbols;
            const char32_t symbol = symbol_of(c, symbols_);
            return symbol == 0 ? kReplacement : symbol;
        }
        if (thai_digits_ && c >= '0' && c <= '9') {
            ++report_.thai_digits;
            return 0x0E50 + (c - '0');
        }
        if (const char32_t mark = thai_of_private_use(c); mark != 0) {
            ++report_.private_use;
            return mark;
        }
        return is_control(c) || is_private_use(c) ? kReplacement : c;
    }

    SymbolFont symbols_;
    bool thai_digits_;
    RepairReport& report_;
};

Unit unit_of(const Glyph& glyph, const Font* font, const SpaceCodes& spaces, RepairReport& report) {
    if (glyph.unicode.empty()) {
        if (glyph.from_actual_text) return {{}, &glyph};
        ++report.unknown;
        return {{kReplacement}, &glyph};
    }
    const bool called_space = glyph.unicode.size() == 1 && glyph.unicode[0] == U' ';
    const SpaceKind kind = called_space ? spaces.kind_of(glyph) : SpaceKind::kSpace;
    if (kind == SpaceKind::kSpace) return {Reading(font, report).read(glyph.unicode), &glyph};
    if (kind == SpaceKind::kNamed) {
        const char32_t name = spaces.named(glyph);
        report.called_space += is_space(name) ? 0 : 1;
        return {Reading(font, report).read(std::u32string_view(&name, 1)), &glyph};
    }
    if (kind == SpaceKind::kLetter) {
        ++report.unknown;
        return {{kReplacement}, &glyph};
    }
    return {{kReplacement}, &glyph, false, true};
}

}  // namespace

bool has_no_advance(const Glyph& glyph) {
    const float limit = kNoAdvance * std::max(glyph.size, 1.0F);
    return std::abs(glyph.advance_x) <= limit && std::abs(glyph.advance_y) <= limit;
}

bool is_blank(std::u32string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_space);
}

std::vector<Unit> units_of(std::span<const Glyph> glyphs, std::span<const Font> fonts, RepairReport& report) {
    const SpaceCodes spaces(glyphs, fonts);
    const std::vector<bool> again = overdrawn(glyphs);
    std::vector<Unit> units;
    units.reserve(glyphs.size());
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Glyph& glyph = glyphs[i];
        const bool repeated = !again.empty() && again[i];
        ++report.glyphs;
        report.invisible += glyph.invisible ? 1 : 0;
        report.overdrawn += repeated ? 1 : 0;
        if (glyph.invisible || repeated) continue;
        units.push_back(
            unit_of(glyph, glyph.font < fonts.size() ? &fonts[glyph.font] : nullptr, spaces, report));
    }
    restore_lost_nikhahit(units, report);
    restore_swapped_sara_am(units, report);
    return units;
}

}  // namespace tarang::thai
