#include "lib/thai/sara_am.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/words.h"

namespace tarang::thai {

namespace {

/// Fonts of one page that words are asked about; each costs a look at its text.
constexpr std::size_t kMostAsked = 16;

using FontCode = std::pair<std::uint16_t, std::uint32_t>;

FontCode key_of(const Unit& unit) { return {unit.glyph->font, unit.glyph->code}; }

bool is_one(const Unit& unit, char32_t c) { return unit.text.size() == 1 && unit.text[0] == c; }
bool is_one_tone(const Unit& unit) { return unit.text.size() == 1 && is_tone(unit.text[0]); }

/// The unit that follows `at`, a tone passed over; past the end: none.
std::size_t after_tone(const std::vector<Unit>& units, std::size_t at) {
    const std::size_t next = at + 1;
    return next < units.size() && is_one_tone(units[next]) ? next + 1 : next;
}

/// Codes of ำ that a nikhahit stands before.
std::set<FontCode> swapped_by_nikhahit(const std::vector<Unit>& units) {
    std::set<FontCode> codes;
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        if (!is_one(units[i], chars::kNikhahit)) continue;
        const std::size_t next = after_tone(units, i);
        if (next < units.size() && is_one(units[next], chars::kSaraAm)) codes.insert(key_of(units[next]));
    }
    return codes;
}

/// Fonts that have ำ and never า: in Thai text า is several times as frequent.
std::set<FontCode> without_sara_aa(const std::vector<Unit>& units) {
    std::set<FontCode> with_am;
    std::set<std::uint16_t> with_aa;
    for (const Unit& unit : units) {
        if (is_one(unit, chars::kSaraAm)) with_am.insert(key_of(unit));
        if (is_one(unit, chars::kSaraAa)) with_aa.insert(unit.glyph->font);
    }
    std::erase_if(with_am, [&](const FontCode& code) { return with_aa.contains(code.first); });
    return with_am;
}

/// The page's text, with the ำ of `code` read as `read_as`.
std::u32string text_with(const std::vector<Unit>& units, const FontCode& code, char32_t read_as) {
    std::u32string text;
    for (const Unit& unit : units) {
        if (is_one(unit, chars::kSaraAm) && key_of(unit) == code) {
            text += read_as;
        } else if (unit.glyph->font == code.first) {
            text += unit.text;
        } else if (!text.empty() && text.back() != U' ') {
            text += U' ';
        }
    }
    return text;
}

bool makes_more_words_as_aa(const std::vector<Unit>& units, const FontCode& code) {
    return coverage_of(text_with(units, code, chars::kSaraAa)).known >
           coverage_of(text_with(units, code, chars::kSaraAm)).known;
}

}  // namespace

void restore_lost_nikhahit(std::vector<Unit>& units, RepairReport& report) {
    for (std::size_t i = 0; i + 1 < units.size(); ++i) {
        const bool lost = units[i].lost_mark || (is_blank(units[i].text) && has_no_advance(*units[i].glyph));
        if (!lost) continue;
        const std::size_t next = after_tone(units, i);
        if (next >= units.size() || units[next].text.empty()) continue;
        const char32_t vowel = units[next].text[0];
        if (vowel != chars::kSaraAa && vowel != chars::kSaraAm) continue;
        units[i].text.assign(1, chars::kNikhahit);  // GCC 12 warns of = {c} at -O3
        units[i].lost_nikhahit = true;
        units[i].lost_mark = false;
        ++report.lost_sara_am;
    }
}

void restore_swapped_sara_am(std::vector<Unit>& units, RepairReport& report) {
    std::set<FontCode> swapped = swapped_by_nikhahit(units);
    std::size_t asked = 0;
    for (const FontCode& code : without_sara_aa(units)) {
        if (swapped.contains(code) || ++asked > kMostAsked) continue;
        if (makes_more_words_as_aa(units, code)) swapped.insert(code);
    }
    if (swapped.empty()) return;
    for (Unit& unit : units) {
        if (!is_one(unit, chars::kSaraAm) || !swapped.contains(key_of(unit))) continue;
        unit.text.assign(1, chars::kSaraAa);
        ++report.swapped_sara_am;
    }
}

}  // namespace tarang::thai
