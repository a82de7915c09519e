#include "lib/thai/glyph_units.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/overdrawn.h"
#include "lib/thai/repair_rules.h"
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
    if (glyph.unicode.empty()) return {glyph.from_actual_text ? U"" : std::u32string{kReplacement}, &glyph};
    const bool called_space = !glyph.proven() && glyph.unicode == U" ";
    const SpaceKind kind = called_space ? spaces.kind_of(glyph) : SpaceKind::kSpace;
    if (kind == SpaceKind::kSpace) return {Reading(font, report).read(glyph.unicode), &glyph};
    return {{kReplacement}, &glyph, false, kind == SpaceKind::kMark};
}

using FontCode = std::pair<std::uint16_t, std::uint32_t>;

bool is_one(const Unit& unit, char32_t c) { return unit.text.size() == 1 && unit.text[0] == c; }

bool is_tone_unit(const Unit& unit) { return unit.text.size() == 1 && is_tone(unit.text[0]); }

/// What follows `at`, a tone passed over; past the end: none.
std::size_t after_tone(const std::vector<Unit>& units, std::size_t at) {
    return at + 1 < units.size() && is_tone_unit(units[at + 1]) ? at + 2 : at + 1;
}

/// [space] [tone] า and [tone] [space] า, where the space does not advance: it is the nikhahit of ำ. A glyph
/// that has no name at all is one beside a tone; alone it may be a tone itself (ฝ่าย), and stays unknown.
void restore_lost_nikhahit(std::vector<Unit>& units, RepairReport& report) {
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        const bool called_space = units[i].lost_mark || is_blank(units[i].text);
        const bool beside_tone = is_tone_unit(units[i + 1]) || (i > 0 && is_tone_unit(units[i - 1]));
        const bool unnamed = is_one(units[i], kReplacement) && beside_tone;
        if (!(called_space || unnamed) || units[i].glyph->proven() || !has_no_advance(*units[i].glyph))
            continue;
        const std::size_t next = after_tone(units, i);
        if (next >= units.size()) continue;
        if (!is_one(units[next], chars::kSaraAa) && !is_one(units[next], chars::kSaraAm)) continue;
        units[i].text.assign(1, chars::kNikhahit);  // GCC 12 warns of = {c} at -O3
        units[i].lost_nikhahit = true;
        units[i].lost_mark = false;
        ++report.lost_sara_am;
    }
}

/// A whole ำ has its nikhahit built in: one that stands after a nikhahit is an า under a false name, wherever
/// else its font draws it.
void restore_aa_called_am(std::vector<Unit>& units, RepairReport& report) {
    std::set<FontCode> aa;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        const std::size_t next = is_one(units[i], chars::kNikhahit) ? after_tone(units, i) : units.size();
        if (next < units.size() && is_one(units[next], chars::kSaraAm) && !units[next].glyph->proven())
            aa.insert({units[next].glyph->font, units[next].glyph->code});
    }
    if (aa.empty()) return;
    for (Unit& unit : units) {
        if (!is_one(unit, chars::kSaraAm) || !aa.contains({unit.glyph->font, unit.glyph->code})) continue;
        unit.text.assign(1, chars::kSaraAa);
        ++report.aa_called_am;
    }
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
    const SpaceCodes spaces(glyphs);
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
        report.guessed += glyph.named_by == NamedBy::kWords ? 1 : 0;
        report.renamed += glyph.said.empty() || glyph.named_by == NamedBy::kWords ? 0 : 1;
        units.push_back(
            unit_of(glyph, glyph.font < fonts.size() ? &fonts[glyph.font] : nullptr, spaces, report));
    }
    restore_lost_nikhahit(units, report);
    restore_aa_called_am(units, report);
    for (const Unit& unit : units)
        report.unknown += !unit.lost_mark && unit.text.find(kReplacement) != std::u32string::npos ? 1 : 0;
    return units;
}

}  // namespace tarang::thai
