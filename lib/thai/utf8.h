// UTF-8 in and out, strict: no surrogates, no overlong forms, nothing above U+10FFFF.
// Every text of the project is valid UTF-8; `sanitize` stands where bytes come from outside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tarang::thai {

/// Stands for what could not be decoded. Kept and counted, never dropped.
inline constexpr char32_t kReplacement = 0xFFFD;

/// As `next_code_point`, for what is neither ASCII nor Thai.
char32_t next_other_code_point(std::string_view text, std::size_t& position);

/// The code point at `position`, which moves past it. `position` must be inside `text`.
/// A malformed sequence gives kReplacement and moves past its longest well-begun part, at least one byte
/// (the Unicode standard's "maximal subpart" practice).
inline char32_t next_code_point(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return ++position, first;
    // U+0E00-0E7F. These two kinds are nearly all there is, and each letter of a document is asked for often.
    const bool thai =
        first == 0xE0 && text.size() - position > 2 && (byte(1) & 0xFEU) == 0xB8 && (byte(2) & 0xC0U) == 0x80;
    if (!thai) return next_other_code_point(text, position);
    const char32_t c = 0x0E00U | ((byte(1) & 1U) << 6U) | (byte(2) & 0x3FU);
    position += 3;
    return c;
}

bool is_valid_utf8(std::string_view text);

/// Bad bytes become U+FFFD.
std::u32string decode(std::string_view text);

/// Appends `c`; surrogates and values above U+10FFFF become U+FFFD.
void append_utf8(std::string& text, char32_t c);

std::string encode(std::u32string_view text);

/// The same text with U+FFFD for bad bytes.
std::string sanitize(std::string_view text);

}  // namespace tarang::thai
