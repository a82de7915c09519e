#include "host/journal/line.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace tarang::journal {
namespace {

bool is_plain(char c) { return (c > ' ' && c < 0x7F && c != '"' && c != '=' && c != '\\'); }

std::string quoted(const std::string& value) {
    if (!value.empty() && std::all_of(value.begin(), value.end(), is_plain)) return value;
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

}  // namespace

Line& Line::with(std::string_view name, std::string_view value) {
    std::string text(value);
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) c = ' ';
    }
    facts_.emplace_back(name, std::move(text));
    return *this;
}

Line& Line::with(std::string_view name, double value) {
    std::array<char, 32> digits{};
    const int length = std::snprintf(digits.data(), digits.size(), "%.3f", value);
    return with(name, std::string_view(digits.data(), static_cast<std::size_t>(std::max(0, length))));
}

std::string Line::text() const {
    std::string text(name_of(event_));
    for (const auto& [name, value] : facts_) {
        text += ' ' + name + '=' + quoted(value);
    }
    return text;
}

}  // namespace tarang::journal
