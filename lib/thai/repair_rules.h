// The repairs that need the characters alone: shared by the glyph-level and the text-level repair.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tarang::thai {

struct RuleCounts {
    std::size_t private_use = 0;
    std::size_t symbols = 0;
    std::size_t doubled = 0;
    std::size_t double_sara_e = 0;
    std::size_t reordered = 0;
    std::size_t decomposed_sara_am = 0;
    std::size_t stray_marks = 0;
    bool operator==(const RuleCounts&) const = default;
};

/// The Thai mark or letter that a private-use code of the Windows or Mac fonts stands for; 0 for any other.
/// Source: the tables that Thai fonts for Windows 95-XP (F700-F71A, and F71B-F71D of
/// the TLWG fonts) and Mac OS 9 (F884-F89E) follow.
char32_t thai_of_private_use(char32_t c);

enum class SymbolFont : std::uint8_t { kNone, kWingdings, kWebdings, kSymbol };

/// By the font's name: Wingdings (1 to 3); Webdings; Symbol.
SymbolFont symbol_font_of(std::string_view name);

/// The character that a code of a symbol font (U+00xx or U+F0xx) stands for; 0 for any other. Boxes and ticks
/// carry meaning (a status), so they keep it; shapes that only mark a list become bullets. Of an unnamed
/// font, U+F0xx is read as Wingdings: Word's bullets and boxes.
char32_t symbol_of(char32_t c, SymbolFont font);

/// What becomes of a mark that stands twice on one letter. Typed twice, it is one; where two glyphs have its
/// name, one of the names is false, and nobody knows which.
enum class Doubles : std::uint8_t { kCollapse, kKeep };

/// All rules in their order: private use, spaces before marks, doubles, เเ, order of marks, sara am.
std::u32string apply_text_rules(std::u32string_view text, RuleCounts& counts,
                                Doubles doubles = Doubles::kCollapse);

}  // namespace tarang::thai
