#include "pipeline/read/archive/mime.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "lib/thai/stripped.h"
#include "lib/thai/utf8.h"
#include "lib/thai/windows_874.h"

namespace tarang::read::archive {
namespace {

constexpr std::size_t kPiece = std::size_t{48} << 10;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower(c);
    return result;
}

std::string_view trimmed(std::string_view text) { return thai::stripped(text, " \t\r\n"); }

/// The next line without its break; `rest` moves behind it.
std::string_view next_line(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::optional<int> hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = lower(c);
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return std::nullopt;
}

/// Bytes written as a sign and two hexadecimal digits.
std::string unescaped(std::string_view text, char sign) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == sign && i + 2 < text.size() && hex_digit(text[i + 1]) && hex_digit(text[i + 2])) {
            result += static_cast<char>(*hex_digit(text[i + 1]) * 16 + *hex_digit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// Bytes in these characters as UTF-8; nothing where they are not known here.
std::optional<std::string> in_utf8(const std::string& bytes, std::string_view characters) {
    const std::string name = lower(characters);
    if (name == "utf-8" || name == "us-ascii") return bytes;
    constexpr std::array<std::string_view, 5> kThai{"tis-620", "windows-874", "iso-8859-11", "cp874",
                                                    "x-windows-874"};
    if (std::find(kThai.begin(), kThai.end(), name) != kThai.end()) return thai::from_windows_874(bytes);
    return std::nullopt;
}

class Base64 {
public:
    /// Appends what the character completes.
    void add(char c, std::string& out) {
        const int value = value_of(c);
        if (value < 0) return;
        bits_ = (bits_ << 6U) | static_cast<std::uint32_t>(value);
        if ((count_ += 6) < 8) return;
        count_ -= 8;
        out += static_cast<char>((bits_ >> static_cast<unsigned>(count_)) & 0xFFU);
    }

private:
    static int value_of(char c) {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        if (c == '+') return 62;
        return c == '/' ? 63 : -1;
    }

    std::uint32_t bits_ = 0;
    int count_ = 0;
};

std::string from_base64(std::string_view text) {
    Base64 decoder;
    std::string out;
    for (const char c : text) decoder.add(c, out);
    return out;
}

/// "=?characters?B?text?=" at the beginning of `text`, and how long it is.
std::optional<std::string> encoded_word(std::string_view text, std::size_t& length) {
    if (!text.starts_with("=?")) return std::nullopt;
    const std::size_t characters = text.find('?', 2);
    if (characters == std::string_view::npos || characters + 3 >= text.size() || text[characters + 2] != '?')
        return std::nullopt;
    const std::size_t end = text.find("?=", characters + 3);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view word = text.substr(characters + 3, end - characters - 3);
    length = end + 2;
    std::string bytes;
    if (lower(text[characters + 1]) == 'b') {
        bytes = from_base64(word);
    } else {
        std::string spaced(word);
        std::replace(spaced.begin(), spaced.end(), '_', ' ');
        bytes = unescaped(spaced, '=');
    }
    return in_utf8(bytes, text.substr(2, characters - 2));
}

/// Parameters of a field by name, as they stand; later ones of a name are left out.
std::map<std::string, std::string> parameters_of(std::string_view field) {
    std::map<std::string, std::string> parameters;
    std::size_t at = field.find(';');
    while (at < field.size()) {
        const std::size_t equals = field.find_first_of("=;", at + 1);
        if (equals == std::string_view::npos) break;
        if (field[equals] == ';') {
            at = equals;
            continue;
        }
        const std::string name = lower(trimmed(field.substr(at + 1, equals - at - 1)));
        std::string value;
        at = field.find_first_not_of(" \t", equals + 1);
        if (at < field.size() && field[at] == '"') {
            for (++at; at < field.size() && field[at] != '"'; ++at) {
                if (field[at] == '\\' && at + 1 < field.size()) ++at;
                value += field[at];
            }
            at = field.find(';', std::min(at, field.size()));
        } else if (at < field.size()) {
            const std::size_t end = std::min(field.find(';', at), field.size());
            value = trimmed(field.substr(at, end - at));
            at = end;
        }
        parameters.emplace(name, std::move(value));
    }
    return parameters;
}

/// RFC 2231: "utf-8'th'%E0%B9%81" without its first two parts; `characters` is set where it names some.
std::string extended(std::string_view value, std::string& characters, bool first) {
    const std::size_t language = first ? value.find('\'') : std::string_view::npos;
    const std::size_t text = language == std::string_view::npos ? language : value.find('\'', language + 1);
    if (text != std::string_view::npos) {
        characters = value.substr(0, language);
        value.remove_prefix(text + 1);
    }
    return unescaped(value, '%');
}

/// A line of a body that is a boundary: 1, or 2 where it is the last one.
int boundary_in(std::string_view line, std::string_view boundary) {
    if (!line.starts_with("--") || line.substr(2, boundary.size()) != boundary) return 0;
    const std::string_view rest = trimmed(line.substr(2 + boundary.size()));
    if (rest == "--") return 2;
    return rest.empty() ? 1 : 0;
}

void decode_quoted(std::string_view body, const std::function<bool(std::string_view)>& take) {
    while (!body.empty()) {
        const std::string_view before = body;
        std::string_view line = next_line(body);
        const std::string_view line_break =
            before.substr(line.size(), before.size() - body.size() - line.size());
        const std::size_t end = line.find_last_not_of(" \t");
        line = line.substr(0, end == std::string_view::npos ? 0 : end + 1);
        const bool soft = line.ends_with('=');
        if (soft) line.remove_suffix(1);
        if (!take(unescaped(line, '=') + std::string(soft ? "" : line_break))) return;
    }
}

}  // namespace

MimePart split_part(std::string_view bytes) {
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const std::size_t at = bytes.size() - rest.size();
        if (next_line(rest).empty()) return {bytes.substr(0, at), rest};
    }
    return {bytes, {}};
}

std::string header_field(std::string_view header, std::string_view name) {
    std::string value;
    bool inside = false;
    for (std::string_view rest = header; !rest.empty();) {
        const std::string_view line = next_line(rest);
        const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
        if (inside && !goes_on) break;
        if (inside) {
            value += " " + std::string(trimmed(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (goes_on || colon == std::string_view::npos ||
            lower(trimmed(line.substr(0, colon))) != lower(name))
            continue;
        value = trimmed(line.substr(colon + 1));
        inside = true;
    }
    return value;
}

std::string main_value(std::string_view field) { return lower(trimmed(field.substr(0, field.find(';')))); }

std::string decoded_words(std::string_view text) {
    std::string result;
    std::string_view space;  // between two encoded words it says nothing
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 0;
        if (const auto word = encoded_word(text.substr(i), length)) {
            if (!space.empty()) result.resize(result.size() - space.size());
            result += *word;
            i += length;
            const std::size_t end = std::min(text.find_first_not_of(" \t", i), text.size());
            space = text.substr(i, end - i);
            result += space;
            i = end;
        } else {
            space = {};
            result += text[i++];
        }
    }
    return result;
}

std::string parameter(std::string_view field, std::string_view name) {
    const auto parameters = parameters_of(field);
    const std::string key = lower(name);
    std::string characters;
    if (const auto whole = parameters.find(key + "*"); whole != parameters.end()) {
        const std::string bytes = extended(whole->second, characters, true);
        return in_utf8(bytes, characters).value_or(bytes);
    }
    std::string joined;
    for (int part = 0;; ++part) {
        const std::string numbered = key + "*" + std::to_string(part);
        const auto plain = parameters.find(numbered);
        const auto encoded = parameters.find(numbered + "*");
        if (encoded != parameters.end())
            joined += extended(encoded->second, characters, part == 0);
        else if (plain != parameters.end())
            joined += plain->second;
        else
            break;
    }
    if (!joined.empty()) return in_utf8(joined, characters).value_or(joined);
    const auto plain = parameters.find(key);
    return plain == parameters.end() ? std::string() : decoded_words(plain->second);
}

bool for_each_part(std::string_view body, std::string_view boundary,
                   const std::function<bool(std::string_view part)>& part) {
    std::size_t begin = std::string_view::npos;
    for (std::string_view rest = body; !rest.empty();) {
        const std::size_t at = body.size() - rest.size();
        const int found = boundary_in(next_line(rest), boundary);
        if (found == 0) continue;
        if (begin != std::string_view::npos) {
            std::string_view bytes = body.substr(begin, at - begin);
            if (bytes.ends_with('\n')) bytes.remove_suffix(1);
            if (bytes.ends_with('\r')) bytes.remove_suffix(1);
            if (!part(bytes)) return false;
        }
        if (found == 2) return true;
        begin = body.size() - rest.size();
    }
    return begin == std::string_view::npos || part(body.substr(begin));
}

void decode_body(std::string_view body, std::string_view encoding,
                 const std::function<bool(std::string_view)>& take) {
    const std::string how = lower(trimmed(encoding));
    if (how == "quoted-printable") return decode_quoted(body, take);
    if (how != "base64") {
        if (!body.empty()) static_cast<void>(take(body));
        return;
    }
    Base64 decoder;
    std::string out;
    for (const char c : body) {
        if (c == '=') break;
        decoder.add(c, out);
        if (out.size() < kPiece) continue;
        if (!take(out)) return;
        out.clear();
    }
    if (!out.empty()) static_cast<void>(take(out));
}

}  // namespace tarang::read::archive
