#include "host/export/plain_text.h"

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/width.h"

namespace tarang::exporting {
namespace {

bool is_formula_sign(char32_t c) {
    switch (c) {
        case '=':
        case '+':
        case '-':
        case '@':
        case 0x2212:  // minus
        case 0xFE62:  // small forms
        case 0xFE63:
        case 0xFE66:
        case 0xFE6B:
        case 0xFF0B:  // full width
        case 0xFF0D:
        case 0xFF1D:
        case 0xFF20:
            return true;
        default:
            return false;
    }
}

bool draws_nothing(char32_t c) {
    return thai::is_space(c) || thai::is_ignorable(c) || thai::is_control(c) || c == 0x200E || c == 0x200F;
}

}  // namespace

std::string plain_text(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = thai::next_code_point(text, i);
        if (c == '\r') {
            const bool pair = i < text.size() && text[i] == '\n';
            if (!pair) plain += '\n';
        } else if (thai::is_control(c) || c == 0xFFFE || c == 0xFFFF) {
            thai::append_utf8(plain, thai::kReplacement);
        } else {
            thai::append_utf8(plain, c);
        }
    }
    return plain;
}

bool begins_like_formula(std::string_view text) {
    if (text.empty()) return false;
    if (text.front() == '\t' || text.front() == '\r' || text.front() == '\n') return true;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = thai::next_code_point(text, i);
        if (is_formula_sign(c)) return true;
        if (!draws_nothing(c)) return false;
    }
    return false;
}

std::vector<std::string> pieces_of_lines(std::string_view text, int width, int lines) {
    std::vector<std::string> pieces;
    std::size_t begin = 0;     // of the piece
    std::size_t last_end = 0;  // of the last line or word that fits
    int line = 1;
    int column = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t here = i;
        const char32_t c = thai::next_code_point(text, i);
        const auto drawn = static_cast<int>(thai::display_width(text.substr(here, i - here)));
        const bool wraps = c == U'\n' || (drawn > 0 && column + drawn > width);
        if (wraps && line == lines) {
            const bool between = c == U'\n' || c == U' ';
            const std::size_t end = between || last_end <= begin ? here : last_end;
            pieces.emplace_back(text.substr(begin, end - begin));
            begin = text.find_first_not_of(" \n", end);
            if (begin == std::string_view::npos) return pieces;
            i = last_end = begin;
            line = 1;
            column = 0;
            continue;
        }
        if (wraps) ++line;
        column = c == U'\n' ? 0 : (wraps ? drawn : column + drawn);
        if (c == U'\n' || c == U' ') last_end = here;
    }
    pieces.emplace_back(text.substr(begin));
    return pieces;
}

}  // namespace tarang::exporting
