#include "pipeline/store/path_text.h"

#include <charconv>

#include "lib/thai/utf8.h"

namespace tarang::store {
namespace {

void append_escaped(std::string& text, char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    text += "\\x";
    text += kDigits[value >> 4U];
    text += kDigits[value & 15U];
}

/// Length of the character at `position`; 0 where the bytes are no UTF-8.
std::size_t length_of_character(std::string_view path, std::size_t position) {
    std::size_t end = position;
    thai::next_code_point(path, end);
    return thai::is_valid_utf8(path.substr(position, end - position)) ? end - position : 0;
}

}  // namespace

std::string text_of_path(std::string_view path) {
    std::string text;
    for (std::size_t i = 0; i < path.size();) {
        const std::size_t length = length_of_character(path, i);
        if (length == 0 || path.substr(i, 2) == "\\x")
            append_escaped(text, path[i++]);
        else {
            text += path.substr(i, length);
            i += length;
        }
    }
    return text;
}

std::string path_of_text(std::string_view text) {
    std::string path;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned byte = 0;
        const char* digits = text.data() + i + 2;
        if (text.substr(i, 2) == "\\x" && i + 4 <= text.size() &&
            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            path += static_cast<char>(byte);
            i += 3;
        } else {
            path += text[i];
        }
    }
    return path;
}

}  // namespace tarang::store
