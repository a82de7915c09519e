#include <algorithm>

#include "host/journal/journal.h"

namespace tarang::journal {
namespace {

constexpr std::size_t kMost = 400;  // characters; a guess: the last message, and what led to it
constexpr std::string_view kQuotes = "'\"`";

/// "std::bad_alloc" in what() of a library that died: no document's word.
bool is_type_name(std::string_view text) {
    const auto in_name = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == ':' || c == '<' || c == '>';
    };
    return text.find("::") != std::string_view::npos && std::all_of(text.begin(), text.end(), in_name);
}

/// What stands in quotation marks that begin and end on one line.
std::string without_quoted(std::string_view line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        text += line[i];
        if (kQuotes.find(line[i]) == std::string_view::npos) continue;
        std::size_t end = i + 1;
        while (end < line.size() && kQuotes.find(line[end]) == std::string_view::npos) ++end;
        if (end == line.size()) continue;
        const std::string_view quoted = line.substr(i + 1, end - i - 1);
        text += is_type_name(quoted) ? std::string(quoted) : "...";
        text += line[end];
        i = end;
    }
    return text;
}

}  // namespace

std::string last_words(std::string_view written) {
    std::string text;
    for (std::size_t begin = 0; begin < written.size();) {
        const std::size_t end = std::min(written.find('\n', begin), written.size());
        if (!text.empty()) text += " | ";
        text += without_quoted(written.substr(begin, end - begin));
        begin = end + 1;
    }
    for (char& c : text) {
        if (static_cast<unsigned char>(c) >= 0x7F) c = '?';
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    return text.size() <= kMost ? text : "..." + text.substr(text.size() - kMost + 3);
}

std::string without_paths(std::string_view message) {
    std::string text;
    for (std::size_t begin = 0; begin <= message.size();) {
        const std::size_t end = std::min(message.find(' ', begin), message.size());
        const std::string_view word = message.substr(begin, end - begin);
        const bool may_be_of_a_path = std::any_of(word.begin(), word.end(), [](char c) {
            return c == '/' || static_cast<unsigned char>(c) >= 0x7F;
        });
        if (begin > 0) text += ' ';
        text += may_be_of_a_path ? std::string_view("...") : word;
        begin = end + 1;
    }
    return text;
}

}  // namespace tarang::journal
