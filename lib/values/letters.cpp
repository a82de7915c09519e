#include "lib/values/letters.h"

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::values {

std::vector<Letter> letters_of(std::string_view text) {
    std::vector<Letter> letters;
    bool gap = false;
    bool line_start = true;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = thai::next_code_point(text, i);
        line_start = line_start || c == '\n';
        if (thai::is_ignorable(c)) continue;
        if (thai::is_space(c)) {
            gap = true;
            continue;
        }
        const int digit = thai::digit_value(c);
        letters.push_back({digit >= 0 ? U'0' + static_cast<char32_t>(digit) : c, gap, line_start});
        gap = line_start = false;
    }
    return letters;
}

}  // namespace tarang::values
