#include "host/journal/line.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tarang::journal {
namespace {

bool is_plain(char c) { return (c > ' ' && c < 0x7F && c != '"' && c != '=' && c != '\\'); }

}  // namespace

Line& Line::with(std::string_view name, std::string_view value) {
    text_ += ' ';
    text_ += name;
    text_ += '=';
    if (!value.empty() && std::all_of(value.begin(), value.end(), is_plain)) {
        text_ += value;
        return *this;
    }
    text_ += '"';
    for (const char c : value) {
        const bool control = static_cast<unsigned char>(c) < ' ' || c == 0x7F;  // a line stays one line
        if (c == '"' || c == '\\') text_ += '\\';
        text_ += control ? ' ' : c;
    }
    text_ += '"';
    return *this;
}

Line& Line::with(std::string_view name, double value) {
    std::array<char, 32> digits{};
    const int length = std::snprintf(digits.data(), digits.size(), "%.3f", value);
    return with(name, std::string_view(digits.data(), static_cast<std::size_t>(std::max(0, length))));
}

}  // namespace tarang::journal
