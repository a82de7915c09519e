// Thai digits. Printed text keeps them; only typed values are folded.
#pragma once

#include <string>
#include <string_view>

namespace tarang::thai {

/// 0..9 for ASCII and Thai digits, -1 for anything else.
constexpr int digit_value(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    if (c >= 0x0E50 && c <= 0x0E59) return static_cast<int>(c - 0x0E50);
    return -1;
}

/// The same text with 0-9 for ๐-๙.
std::string fold_digits(std::string_view text);
std::u32string fold_digits(std::u32string_view text);

/// The same text with ๐-๙ for 0-9.
std::string to_thai_digits(std::string_view text);

/// Whether it has digits of both scripts, which no one value on paper has.
bool mixes_digits(std::string_view text);

}  // namespace tarang::thai
