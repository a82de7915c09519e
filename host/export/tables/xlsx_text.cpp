#include "host/export/tables/xlsx_text.h"

#include <algorithm>
#include <cctype>

#include "lib/thai/utf8.h"

namespace tarang::exporting {
namespace {

std::size_t units_of(char32_t c) { return c > 0xFFFF ? 2 : 1; }

/// "_x" and four hexadecimal digits and "_", from `begin` on.
bool is_escape(std::string_view text, std::size_t begin) {
    constexpr std::size_t kLength = 7;
    if (text.size() < begin + kLength) return false;
    const std::string_view code = text.substr(begin, kLength);
    return code.starts_with("_x") && code.back() == '_' &&
           std::all_of(code.begin() + 2, code.end() - 1,
                       [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

std::size_t utf16_length(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size();) length += units_of(thai::next_code_point(text, i));
    return length;
}

std::vector<std::string_view> pieces_of(std::string_view text, std::size_t length) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    std::size_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t here = i;
        const std::size_t more = units_of(thai::next_code_point(text, i));
        if (units + more > length && here > begin) {
            pieces.push_back(text.substr(begin, here - begin));
            begin = here;
            units = 0;
        }
        units += more;
    }
    if (begin < text.size()) pieces.push_back(text.substr(begin));
    return pieces;
}

std::string escaped_for_excel(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i)
        escaped += is_escape(text, i) ? "_x005F_" : std::string(1, text[i]);
    return escaped;
}

std::string column_letters(std::uint16_t column) {
    constexpr int kLetters = 26;
    std::string letters;
    for (int rest = column; rest >= 0; rest = rest / kLetters - 1)
        letters.insert(letters.begin(), static_cast<char>('A' + rest % kLetters));
    return letters;
}

}  // namespace tarang::exporting
