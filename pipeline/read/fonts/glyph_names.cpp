#include "pipeline/read/fonts/glyph_names.h"

#include <algorithm>
#include <utility>

#include "lib/thai/chars.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"
#include "pipeline/read/fonts/outline.h"

namespace tarang::read {
namespace {

constexpr std::uint32_t kCodes = 0x10000;
/// A substitute of a substitute, and no further: fonts shift a mark to the left, then down.
constexpr int kDeepest = 3;
/// Outlines that are compared with the font's own map: each costs some microseconds.
constexpr int kLettersToCheck = 8;
constexpr int kDigitsToCheck = 3;
/// Consonants that must stand on one line before it names others. Measured on 1,080 fonts: it named 99 of 100
/// falsely named glyphs rightly; where it was wrong, a font keeps its rare consonants elsewhere.
constexpr int kRowConsonants = 8;
constexpr double kRowShare = 0.8;
constexpr char32_t kRowFirst = 0x0E01;
constexpr char32_t kRowLast = 0x0E3A;

bool is_bad(char32_t c) {
    return c == 0 || c == thai::kReplacement || thai::is_control(c) || thai::is_private_use(c);
}

char32_t single(std::u32string_view said) {
    if (said.size() != 1) return 0;
    const char32_t mark = thai::thai_of_private_use(said[0]);
    return mark == 0 ? said[0] : mark;
}

bool has_thai(std::u32string_view said) { return std::any_of(said.begin(), said.end(), thai::is_thai); }

/// Whether the file's word for a glyph can be left standing against a character that is not Thai.
bool is_sensible(std::u32string_view said) {
    return !said.empty() && !has_thai(said) && std::none_of(said.begin(), said.end(), is_bad) &&
           !std::all_of(said.begin(), said.end(), thai::is_space);
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace

GlyphNames::GlyphNames(FontEvidence evidence)
    : evidence_(std::move(evidence)), letters_to_check_(kLettersToCheck), digits_to_check_(kDigitsToCheck) {
    if (!evidence_.program) return;
    family_ = evidence_.program->family();
    if (family_.empty()) family_ = folded_family(evidence_.name);
    map_.emplace(*evidence_.program);
    using Range = GlyphCharacters::Range;
    characters_.emplace(*map_, evidence_.file_names_glyphs ? Range::kUsual : Range::kWide);
    for (char32_t c = 0x0E01; c <= 0x0E5B && !map_has_thai_; ++c) map_has_thai_ = map_->glyph_of(c) != 0;
}

std::uint32_t GlyphNames::glyph_of(std::uint32_t code) const {
    const auto& map = evidence_.glyph_of_code;
    if (map.empty()) return code;
    return code < map.size() ? map[code] : 0;
}

GlyphName GlyphNames::name_of(std::uint32_t code, std::u32string_view said, const Said& others) {
    if (code >= kCodes) return {};
    if (code >= settled_.size()) settled_.resize(std::min(kCodes, std::max(256U, (code + 1) * 2)));
    Settled& settled = settled_[code];
    if (!settled.done) settled = {settle(code, said, others), true};
    return settled.name;
}

GlyphName GlyphNames::settle(std::uint32_t code, std::u32string_view said, const Said& others) {
    if (const auto name = evidence_.names.find(code); name != evidence_.names.end())
        return {name->second, NamedBy::kGlyphName};
    if (!evidence_.program) return code < evidence_.codes ? by_row(code, said, others) : GlyphName{};
    const std::uint32_t glyph = glyph_of(code);
    if (glyph == 0 || glyph >= evidence_.program->glyph_count()) return {};
    GlyphName name = by_own_tables(glyph, said);
    if (name.character == 0) name = by_known_fonts(glyph, said);
    return name.character == 0 ? by_row(code, said, others) : name;
}

GlyphName GlyphNames::by_own_tables(std::uint32_t glyph, std::u32string_view said) {
    char32_t own = characters_->of(glyph);
    NamedBy by = NamedBy::kCharacterMap;
    const char32_t one = single(said);
    if (!thai::is_thai(own) && said.size() == 1 && !is_bad(one) && map_->glyph_of(said[0]) == glyph)
        own = one;
    if (own == 0) {
        own = original_of(glyph);
        by = NamedBy::kSubstitution;
    }
    if (thai::is_thai(own)) return checked(glyph, own, by);
    // Some fonts draw Thai digits under ASCII codes, and their maps and names do not tell. All digits or
    // none.
    if ((is_ascii_digit(own) || is_ascii_digit(one)) && digits_to_check_ > 0) {
        if (const char32_t drawn = by_outline(glyph); thai::is_thai_digit(drawn))
            return {drawn, NamedBy::kOutline};
        --digits_to_check_;
    }
    if (own == 0) return {};
    if (own == one) return {own, by};
    // A map without Thai may be no more than a list of codes, whatever it is called: it names what nothing
    // else does, but takes no Thai letter and no space away.
    const bool good = !said.empty() && std::none_of(said.begin(), said.end(), is_bad);
    return !good || (map_has_thai_ && !is_sensible(said)) ? GlyphName{own, by} : GlyphName{};
}

/// The font's word for a letter. No font of an office contradicts its outlines: one that does was made so
/// that its text cannot be copied, in all letters, and a few tell.
GlyphName GlyphNames::checked(std::uint32_t glyph, char32_t own, NamedBy by) {
    if (letters_to_check_ == 0) return {own, by};
    const char32_t drawn = by_outline(glyph);
    if (thai::is_thai(drawn) && drawn != own) return {drawn, NamedBy::kFile, own};
    --letters_to_check_;
    return {own, by};
}

GlyphName GlyphNames::by_known_fonts(std::uint32_t glyph, std::u32string_view said) {
    const auto accepted = [&](char32_t c) {
        return thai::is_thai(c) || (c != 0 && (c == single(said) || !is_sensible(said)));
    };
    const char32_t drawn = by_outline(glyph);
    if (accepted(drawn)) return {drawn, NamedBy::kOutline};
    const char32_t placed = character_in_order(family_, evidence_.program->glyph_count(), glyph);
    if (accepted(placed)) return {placed, NamedBy::kGlyphOrder};
    return {};
}

GlyphName GlyphNames::by_row(std::uint32_t code, std::u32string_view said, const Said& others) {
    if (is_sensible(said)) return {};
    find_row(others);
    const std::int64_t character = row_ ? std::int64_t{glyph_of(code)} - *row_ : 0;
    if (character < kRowFirst || character > kRowLast) return {};
    // Consonants are what the row rests on: where one is called otherwise, the row has a gap there.
    const auto name = static_cast<char32_t>(character);
    if (thai::is_consonant(single(said)) && single(said) != name) return {};
    return {name, NamedBy::kRow};
}

std::uint32_t GlyphNames::code_count() const {
    if (!evidence_.glyph_of_code.empty()) return static_cast<std::uint32_t>(evidence_.glyph_of_code.size());
    return evidence_.program ? evidence_.program->glyph_count() : evidence_.codes;
}

bool GlyphNames::is_contested(std::uint32_t code, std::uint32_t codes, const Said& said) {
    if (!std::exchange(contests_sought_, true)) {
        std::map<char32_t, std::set<std::uint32_t>> by_letter;  // that nothing shows
        std::set<char32_t> misnamed;                            // shown, and called otherwise
        for (std::uint32_t other = 0; other < std::min(codes, kCodes); ++other) {
            const char32_t called = said(other);
            const char32_t mark = single({&called, 1});
            if (!thai::is_mark(mark)) continue;
            const GlyphName name = name_of(other, {&called, 1}, said);
            if (name.character == 0) by_letter[mark].insert(other);
            if (name.character != 0 && name.character != mark) misnamed.insert(name.character);
        }
        for (const char32_t letter : misnamed) contested_.merge(by_letter[letter]);
    }
    return contested_.contains(code);
}

void GlyphNames::find_row(const Said& others) {
    if (row_sought_) return;
    row_sought_ = true;
    std::map<std::int64_t, int> lines;
    int consonants = 0;
    for (std::uint32_t code = 0; code < code_count(); ++code) {
        const std::uint32_t glyph = glyph_of(code);
        const char32_t c = glyph == 0 ? 0 : others(code);
        if (!thai::is_consonant(c)) continue;
        ++consonants;
        ++lines[std::int64_t{glyph} - static_cast<std::int64_t>(c)];
    }
    for (const auto& [line, count] : lines) {
        if (count >= kRowConsonants && count >= kRowShare * consonants) row_ = line;
    }
}

char32_t GlyphNames::original_of(std::uint32_t glyph) {
    if (!substitutions_) substitutions_.emplace(*evidence_.program);
    char32_t found = 0;
    std::vector<std::uint32_t> now{glyph};
    for (int depth = 0; depth < kDeepest && found == 0 && now.size() == 1; ++depth) {
        now = substitutions_->originals_of(now[0]);
        for (const std::uint32_t original : now) {
            const char32_t c = characters_->of(original);
            if (c == 0) continue;
            if (found != 0 && found != c) return 0;
            found = c;
        }
    }
    return found;
}

char32_t GlyphNames::by_outline(std::uint32_t glyph) const {
    return evidence_.known_outline(outline_fingerprint(*evidence_.program, glyph));
}

}  // namespace tarang::read
