#include "lib/thai/width.h"

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

namespace {

/// The wide blocks of East Asian text and pictographs (Unicode Standard Annex 11, in its coarse ranges).
bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
           (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t width_of(char32_t c) {
    if (c < 0x20 || is_control(c) || is_combining(c) || is_ignorable(c)) return 0;
    return is_wide(c) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) width += width_of(next_code_point(text, i));
    return width;
}

std::string cut_to_width(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string(text);
    if (columns == 0) return {};
    std::size_t width = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size();) {
        width += width_of(next_code_point(text, i));
        if (width > columns - 1) break;
        end = i;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::string pad_to_width(std::string_view text, std::size_t columns, Align align) {
    const std::size_t width = display_width(text);
    std::string result(text);
    if (width >= columns) return result;
    result.insert(align == Align::kLeft ? result.size() : 0, columns - width, ' ');
    return result;
}

}  // namespace tarang::thai
