#include "lib/thai/repair_rules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/thai/chars.h"

namespace tarang::thai {

namespace {

using Pair = std::pair<char16_t, char16_t>;

constexpr std::array kWindowsMarks = std::to_array<Pair>({
    {0xF700, 0x0E10}, {0xF701, 0x0E34}, {0xF702, 0x0E35}, {0xF703, 0x0E36}, {0xF704, 0x0E37},
    {0xF705, 0x0E48}, {0xF706, 0x0E49}, {0xF707, 0x0E4A}, {0xF708, 0x0E4B}, {0xF709, 0x0E4C},
    {0xF70A, 0x0E48}, {0xF70B, 0x0E49}, {0xF70C, 0x0E4A}, {0xF70D, 0x0E4B}, {0xF70E, 0x0E4C},
    {0xF70F, 0x0E0D}, {0xF710, 0x0E31}, {0xF711, 0x0E4D}, {0xF712, 0x0E47}, {0xF713, 0x0E48},
    {0xF714, 0x0E49}, {0xF715, 0x0E4A}, {0xF716, 0x0E4B}, {0xF717, 0x0E4C}, {0xF718, 0x0E38},
    {0xF719, 0x0E39}, {0xF71A, 0x0E3A}, {0xF71B, 0x0E0E}, {0xF71C, 0x0E0F}, {0xF71D, 0x0E2C},
});

constexpr std::array kMacMarks = std::to_array<Pair>({
    {0xF884, 0x0E31}, {0xF885, 0x0E34}, {0xF886, 0x0E35}, {0xF887, 0x0E36}, {0xF888, 0x0E37},
    {0xF889, 0x0E47}, {0xF88A, 0x0E48}, {0xF88B, 0x0E48}, {0xF88C, 0x0E48}, {0xF88D, 0x0E49},
    {0xF88E, 0x0E49}, {0xF88F, 0x0E49}, {0xF890, 0x0E4A}, {0xF891, 0x0E4A}, {0xF892, 0x0E4A},
    {0xF893, 0x0E4B}, {0xF894, 0x0E4B}, {0xF895, 0x0E4B}, {0xF896, 0x0E4C}, {0xF897, 0x0E4C},
    {0xF898, 0x0E4C}, {0xF899, 0x0E4D}, {0xF89A, 0x0E0D}, {0xF89B, 0x0E38}, {0xF89C, 0x0E39},
    {0xF89D, 0x0E3A}, {0xF89E, 0x0E10},
});

/// Wingdings (and the boxes and ticks of Wingdings 2), by the font's byte.
constexpr std::array kWingdings = std::to_array<Pair>({
    {0x20, 0x0020}, {0x4F, 0x2717}, {0x50, 0x2713}, {0x51, 0x2612}, {0x52, 0x2611}, {0x53, 0x2612},
    {0x54, 0x2612}, {0x6C, 0x2022}, {0x6E, 0x2022}, {0x6F, 0x2610}, {0x70, 0x2610}, {0x71, 0x2610},
    {0x72, 0x2610}, {0x73, 0x2022}, {0x74, 0x2022}, {0x75, 0x2022}, {0x76, 0x2022}, {0x77, 0x2022},
    {0x9E, 0x2022}, {0x9F, 0x2022}, {0xA0, 0x2022}, {0xA1, 0x25CB}, {0xA2, 0x25CB}, {0xA3, 0x2610},
    {0xA4, 0x2022}, {0xA6, 0x25CB}, {0xA7, 0x2022}, {0xA8, 0x2610}, {0xB7, 0x2022}, {0xD8, 0x2022},
    {0xE0, 0x2192}, {0xE8, 0x2192}, {0xF0, 0x2192}, {0xFB, 0x2717}, {0xFC, 0x2713}, {0xFD, 0x2612},
    {0xFE, 0x2611}, {0x2D, 0x002D},
});

/// The boxes and ticks of Webdings.
constexpr std::array kWebdings = std::to_array<Pair>({
    {0x20, 0x0020},
    {0x61, 0x2713},
    {0x63, 0x2610},
    {0x67, 0x2022},
    {0x6E, 0x2022},
    {0x72, 0x2717},
});

/// What reports use of the Symbol font beside its ASCII signs and digits, which stand where ASCII has them.
constexpr std::array kSymbol = std::to_array<Pair>({
    {0x44, 0x0394}, {0x53, 0x03A3}, {0x57, 0x03A9}, {0x61, 0x03B1}, {0x62, 0x03B2}, {0x6D, 0x03BC},
    {0x70, 0x03C0}, {0xA3, 0x2264}, {0xA8, 0x2666}, {0xA7, 0x2663}, {0xAE, 0x2192}, {0xB0, 0x00B0},
    {0xB1, 0x00B1}, {0xB3, 0x2265}, {0xB4, 0x00D7}, {0xB7, 0x2022}, {0xB8, 0x00F7}, {0xB9, 0x2260},
    {0xBB, 0x2248}, {0xD6, 0x221A}, {0xD7, 0x00D7}, {0xDE, 0x21D2}, {0xE5, 0x2211},
});

template <std::size_t N>
char32_t look_up(const std::array<Pair, N>& table, char32_t c) {
    const auto found = std::find_if(table.begin(), table.end(), [c](const Pair& p) { return p.first == c; });
    return found == table.end() ? 0 : found->second;
}

/// For all, there exists and such that stand in the places of three signs.
bool is_ascii_in_symbol(char32_t byte) {
    return byte >= 0x20 && byte <= 0x3F && byte != 0x22 && byte != 0x24 && byte != 0x27;
}

/// Marks in the order in which they are stored: vowel below, vowel above, tone, sign.
int rank_of(char32_t c) {
    switch (class_of(c)) {
        case CharClass::kBelowVowel:
            return 1;
        case CharClass::kAboveVowel:
            return c == chars::kNikhahit ? 3 : 2;
        case CharClass::kTone:
            return 4;
        default:
            return 5;
    }
}

void replace_private_use(std::u32string& text, RuleCounts& counts) {
    for (char32_t& c : text) {
        if (const char32_t mark = thai_of_private_use(c); mark != 0) {
            c = mark;
            ++counts.private_use;
        } else if (const char32_t symbol = c >= 0xF020 && c <= 0xF0FF ? symbol_of(c, SymbolFont::kNone) : 0;
                   symbol != 0) {
            c = symbol;
            ++counts.symbols;
        }
    }
}

void join_spaces_before_marks(std::u32string& text, RuleCounts& counts) {
    std::u32string result;
    for (const char32_t c : text) {
        if (is_mark(c)) {
            std::size_t end = result.size();
            while (end > 0 && result[end - 1] == ' ') --end;
            if (end > 0 && end < result.size() &&
                (is_consonant(result[end - 1]) || is_mark(result[end - 1]))) {
                result.resize(end);
                ++counts.stray_marks;
            }
        }
        result.push_back(c);
    }
    text = std::move(result);
}

void compose_sara_ae(std::u32string& text, RuleCounts& counts) {
    std::u32string result;
    for (const char32_t c : text) {
        if (c == chars::kSaraE && !result.empty() && result.back() == chars::kSaraE) {
            result.back() = chars::kSaraAe;
            ++counts.double_sara_e;
        } else {
            result.push_back(c);
        }
    }
    text = std::move(result);
}

/// Sorts and thins each run of marks: no consonant carries the same mark twice.
void tidy_marks(std::u32string& text, Doubles doubles, RuleCounts& counts) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size();) {
        if (!is_mark(text[i])) {
            result.push_back(text[i++]);
            continue;
        }
        std::u32string run;
        for (; i < text.size() && is_mark(text[i]); ++i) {
            if (doubles == Doubles::kKeep || run.find(text[i]) == std::u32string::npos) {
                run.push_back(text[i]);
            } else {
                ++counts.doubled;
            }
        }
        std::u32string sorted = run;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](char32_t a, char32_t b) { return rank_of(a) < rank_of(b); });
        if (sorted != run) ++counts.reordered;
        result += sorted;
    }
    text = std::move(result);
}

/// Where a tone typed after า or ำ belongs: before it, over a consonant that has none yet. 0: nowhere.
std::size_t place_of_late_tone(std::u32string_view text) {
    if (text.empty() || (text.back() != chars::kSaraAm && text.back() != chars::kSaraAa)) return 0;
    std::size_t at = text.size() - 1;
    while (at > 0 && is_mark(text[at - 1]) && !is_tone(text[at - 1])) --at;
    return at > 0 && is_consonant(text[at - 1]) ? text.size() - 1 : 0;
}

/// nikhahit [tone] า -> [tone] ำ, also where the า goes by the name of the whole ำ; ำ tone -> tone ำ; า tone
/// -> tone า.
void compose_sara_am(std::u32string& text, RuleCounts& counts) {
    std::u32string result;
    for (const char32_t c : text) {
        if (c == chars::kSaraAa || c == chars::kSaraAm) {
            std::size_t at = result.size();
            while (at > 0 && is_tone(result[at - 1])) --at;
            if (at > 0 && result[at - 1] == chars::kNikhahit) {
                result.erase(at - 1, 1);
                result.push_back(chars::kSaraAm);
                ++counts.decomposed_sara_am;
                continue;
            }
        }
        if (const std::size_t place = is_tone(c) ? place_of_late_tone(result) : 0; place != 0) {
            result.insert(place, 1, c);
            ++counts.reordered;
            continue;
        }
        result.push_back(c);
    }
    text = std::move(result);
}

}  // namespace

char32_t thai_of_private_use(char32_t c) {
    if (c >= 0xF700 && c <= 0xF71D) return look_up(kWindowsMarks, c);
    if (c >= 0xF884 && c <= 0xF89E) return look_up(kMacMarks, c);
    return 0;
}

SymbolFont symbol_font_of(std::string_view name) {
    if (name.find("ingdings") != std::string_view::npos) return SymbolFont::kWingdings;
    if (name.find("ebdings") != std::string_view::npos) return SymbolFont::kWebdings;
    return name == "Symbol" || name == "SymbolMT" ? SymbolFont::kSymbol : SymbolFont::kNone;
}

char32_t symbol_of(char32_t c, SymbolFont font) {
    const char32_t byte = c >= 0xF020 && c <= 0xF0FF ? c - 0xF000 : c;
    if (byte > 0xFF) return is_private_use(c) ? 0 : c;  // the file already says what it is
    if (font == SymbolFont::kWebdings) return look_up(kWebdings, byte);
    if (font == SymbolFont::kSymbol) return is_ascii_in_symbol(byte) ? byte : look_up(kSymbol, byte);
    return look_up(kWingdings, byte);
}

std::u32string apply_text_rules(std::u32string_view text, RuleCounts& counts, Doubles doubles) {
    std::u32string result(text);
    replace_private_use(result, counts);
    join_spaces_before_marks(result, counts);
    compose_sara_ae(result, counts);
    tidy_marks(result, doubles, counts);
    compose_sara_am(result, counts);
    return result;
}

}  // namespace tarang::thai
