#include "host/publish/postgresql/copy_text.h"

#include <array>
#include <charconv>

namespace tarang::publish {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kSpecial{"\t\n\r\\\0", 5};

}  // namespace

void CopyText::separate() {
    if (!begins_row_) bytes_ += '\t';
    begins_row_ = false;
}

void CopyText::column(std::string_view value) {
    separate();
    bytes_ += value;
}

void CopyText::integer(std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    column({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void CopyText::real(double value) {
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    column({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void CopyText::text(std::string_view value) {
    separate();
    for (;;) {
        const std::size_t special = value.find_first_of(kSpecial);
        bytes_ += value.substr(0, special);
        if (special == std::string_view::npos) return;
        switch (value[special]) {
            case '\t':
                bytes_ += "\\t";
                break;
            case '\n':
                bytes_ += "\\n";
                break;
            case '\r':
                bytes_ += "\\r";
                break;
            case '\\':
                bytes_ += "\\\\";
                break;
            default:
                bytes_ += kReplacement;
        }
        value.remove_prefix(special + 1);
    }
}

void CopyText::json(std::string_view value) {
    constexpr std::string_view kZero = "\\u0000";
    if (value.find(kZero) == std::string_view::npos) return text(value);
    std::string clean(value);
    for (std::size_t at = 0; (at = clean.find(kZero, at)) != std::string::npos;) {
        // Behind another backslash it is the letters themselves.
        std::size_t slashes = 0;
        while (slashes < at && clean[at - slashes - 1] == '\\') ++slashes;
        if (slashes % 2 == 0)
            clean.replace(at, kZero.size(), kReplacement);
        else
            ++at;
    }
    text(clean);
}

void CopyText::end_row() {
    bytes_ += '\n';
    begins_row_ = true;
}

}  // namespace tarang::publish
