#include "host/export/json/json_writer.h"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

#include "lib/thai/utf8.h"

namespace tarang::exporting {
namespace {

void append_escaped(std::string& json, char c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (c) {
        case '"':
            json += "\\\"";
            return;
        case '\\':
            json += "\\\\";
            return;
        case '\n':
            json += "\\n";
            return;
        case '\r':
            json += "\\r";
            return;
        case '\t':
            json += "\\t";
            return;
        default:
            break;
    }
    const auto code = static_cast<unsigned char>(c);
    const bool control = code < 0x20 || code == 0x7F;
    if (!control) {
        json += c;
        return;
    }
    json += "\\u00";
    json += kDigits[code >> 4U];
    json += kDigits[code & 15U];
}

}  // namespace

void JsonWriter::begin(char bracket, Shape shape) {
    separate();
    const bool inside_inline = !levels_.empty() && levels_.back().is_inline;
    levels_.push_back({style_ == Style::kLine || shape == Shape::kInline || inside_inline, true});
    out_ << bracket;
}

void JsonWriter::end(char bracket) {
    assert(!levels_.empty() && !after_key_);
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty && !level.is_inline) new_line();
    out_ << bracket;
}

void JsonWriter::new_line() {
    out_ << '\n';
    for (std::size_t i = 0; i < levels_.size(); ++i) out_ << "  ";
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) return;
    Level& level = levels_.back();
    if (!level.empty) out_ << ',';
    if (!level.is_inline)
        new_line();
    else if (!level.empty && style_ == Style::kIndented)
        out_ << ' ';
    level.empty = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    assert(!levels_.empty() && !after_key_);
    separate();
    quoted(name);
    out_ << (style_ == Style::kIndented ? ": " : ":");
    after_key_ = true;
    return *this;
}

void JsonWriter::quoted(std::string_view text) {
    const std::string clean = thai::is_valid_utf8(text) ? std::string() : thai::sanitize(text);
    std::string json = "\"";
    for (const char c : clean.empty() ? text : std::string_view(clean)) append_escaped(json, c);
    out_ << json << '"';
}

void JsonWriter::value(std::string_view text) {
    separate();
    quoted(text);
}

void JsonWriter::value(bool truth) {
    separate();
    out_ << (truth ? "true" : "false");
}

void JsonWriter::null() {
    separate();
    out_ << "null";
}

void JsonWriter::integer(std::int64_t number) {
    separate();
    out_ << number;
}

void JsonWriter::value(double number) {
    // A larger number is no length, share or time; its digits would only be noise.
    constexpr double kLargest = 1e15;
    if (!std::isfinite(number) || std::abs(number) >= kLargest) return null();
    separate();
    std::array<char, 32> text{};
    char* end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, 2).ptr;
    if (end[-1] == '0') --end;
    const std::string_view printed(text.data(), static_cast<std::size_t>(end - text.data()));
    out_ << (printed == "-0.0" ? "0.0" : printed);
}

}  // namespace tarang::exporting
