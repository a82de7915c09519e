#include "lib/values/excerpt.h"

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::values {

std::string excerpt(std::string_view text, int longest) {
    std::string result;
    int length = 0;
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = thai::next_code_point(text, i);
        if (thai::is_space(c) || thai::is_control(c)) {
            gap = length > 0;
            continue;
        }
        if (length >= longest) return result + "…";
        if (gap) result += ' ';
        length += gap ? 2 : 1;
        gap = false;
        thai::append_utf8(result, c);
    }
    return result;
}

}  // namespace tarang::values
