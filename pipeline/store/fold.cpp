#include "pipeline/store/fold.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "pipeline/thai/chars.h"
#include "pipeline/thai/compare.h"
#include "pipeline/thai/digits.h"
#include "pipeline/thai/utf8.h"

namespace tarang::store {
namespace {

constexpr std::string_view kCut = "…";

/// A letter with its marks, and where its folded form begins in the folded text.
struct Unit {
    std::string_view text;
    std::size_t folded_begin = 0;
    bool space = false;
};

std::vector<std::string_view> clusters_of(std::string_view text) {
    std::vector<std::string_view> clusters;
    std::size_t begin = 0;
    char32_t before = 0;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t here = position;
        const char32_t c = thai::next_code_point(text, position);
        // ำ has a mark of its own, so it stays with the letter that carries it; เ แ โ ใ ไ belong to the next
        // one.
        const bool continues = thai::is_combining(c) || c == thai::chars::kSaraAm || thai::is_ignorable(c) ||
                               (thai::is_leading_vowel(before) && thai::is_consonant(c));
        before = c;
        if (here > begin && !continues) {
            clusters.push_back(text.substr(begin, here - begin));
            begin = here;
        }
    }
    if (begin < text.size()) clusters.push_back(text.substr(begin));
    return clusters;
}

struct Mapped {
    std::vector<Unit> units;
    std::string folded;
};

Mapped map_units(std::string_view text) {
    Mapped mapped;
    for (const std::string_view cluster : clusters_of(text)) {
        const std::string folded = fold(cluster);
        mapped.units.push_back({cluster, mapped.folded.size(), folded.empty()});
        mapped.folded += folded;
    }
    return mapped;
}

/// Units [begin, end) as one line: white space and line ends as one space.
void append_line(std::string& line, const std::vector<Unit>& units, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (!units[i].space)
            line += units[i].text;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
}

/// Most texts have ASCII and Thai only, and no two marks that NFC could put into another order: these are
/// folded as they are read. Nothing where the text is another one.
std::optional<std::string> fold_plain(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    bool after_mark = false;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool ascii = byte < 0x80;
        if (!ascii && (byte != 0xE0 || i + 2 >= text.size())) return std::nullopt;
        const std::size_t begin = i;
        const char32_t c = ascii ? byte : thai::next_code_point(text, i);
        if (ascii) ++i;
        if (!ascii && !thai::is_thai(c)) return std::nullopt;
        const bool below = thai::class_of(c) == thai::CharClass::kBelowVowel;
        if (below && after_mark) return std::nullopt;
        after_mark = below || thai::is_tone(c);
        if (const int digit = thai::digit_value(c); digit >= 0)
            folded += static_cast<char>('0' + digit);
        else if (c >= 'A' && c <= 'Z')
            folded += static_cast<char>(c - 'A' + 'a');
        else if (!thai::is_space(c) && !thai::is_ignorable(c))
            folded.append(text, begin, i - begin);
    }
    return folded;
}

}  // namespace

std::string fold(std::string_view text) {
    if (auto plain = fold_plain(text)) return std::move(*plain);
    std::u32string folded = thai::fold_digits(thai::comparable_characters(text));
    for (char32_t& c : folded) {
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    }
    return thai::encode(folded);
}

Snippet snippet_around(std::string_view text, std::string_view term, std::size_t around) {
    const auto [units, folded] = map_units(text);
    const std::size_t hit = folded.find(term);
    const bool found = hit != std::string::npos && !term.empty();
    std::size_t first = 0;
    std::size_t last = 0;  // one past the hit
    if (found) {
        // The last unit that begins at or before the hit, but no space before it; the first that begins at
        // its end.
        while (last < units.size() && units[last].folded_begin < hit + term.size()) ++last;
        while (first + 1 < last && units[first + 1].folded_begin <= hit) ++first;
    }
    const std::size_t begin = first > around ? first - around : 0;
    const std::size_t end = std::min(units.size(), last + around);

    Snippet snippet;
    if (begin > 0) snippet.text += kCut;
    append_line(snippet.text, units, begin, first);
    snippet.match_begin = snippet.text.size();
    append_line(snippet.text, units, first, last);
    snippet.match_length = snippet.text.size() - snippet.match_begin;
    append_line(snippet.text, units, last, end);
    if (end < units.size()) snippet.text += kCut;
    return snippet;
}

}  // namespace tarang::store
