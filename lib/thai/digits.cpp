#include "lib/thai/digits.h"

#include <algorithm>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

std::u32string fold_digits(std::u32string_view text) {
    std::u32string result(text);
    for (char32_t& c : result) {
        if (const int value = digit_value(c); value >= 0) c = U'0' + static_cast<char32_t>(value);
    }
    return result;
}

std::string fold_digits(std::string_view text) { return encode(fold_digits(decode(text))); }

std::string to_thai_digits(std::string_view text) {
    std::string result;
    for (const char32_t c : decode(text)) {
        const int value = digit_value(c);
        append_utf8(result, value < 0 ? c : 0x0E50 + static_cast<char32_t>(value));
    }
    return result;
}

bool mixes_digits(std::string_view text) {
    bool ascii = false;
    bool thai = false;
    for (const char32_t c : decode(text)) {
        ascii |= c >= U'0' && c <= U'9';
        thai |= is_thai_digit(c);
    }
    return ascii && thai;
}

}  // namespace tarang::thai
