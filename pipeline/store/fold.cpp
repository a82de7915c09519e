#include "pipeline/store/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

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

/// What becomes of an ASCII or Thai character.
enum class Fate : std::uint8_t { kStays, kGoes, kChanges, kBelowVowel, kTone, kNotPlain };

struct Folding {
    Fate fate = Fate::kStays;
    char to = 0;  ///< of kChanges
};

Folding folding_of(char32_t c) {
    if (const int digit = thai::digit_value(c); digit >= 0)
        return {Fate::kChanges, static_cast<char>('0' + digit)};
    if (c >= 'A' && c <= 'Z') return {Fate::kChanges, static_cast<char>(c - 'A' + 'a')};
    if (thai::is_space(c) || thai::is_ignorable(c)) return {Fate::kGoes};
    if (c < 0x80) return {};
    if (!thai::is_thai(c)) return {Fate::kNotPlain};
    if (thai::class_of(c) == thai::CharClass::kBelowVowel) return {Fate::kBelowVowel};
    return {thai::is_tone(c) ? Fate::kTone : Fate::kStays};
}

/// Of ASCII, then of the block that Thai is in.
const std::array<Folding, 256>& plain_foldings() {
    static const auto kAll = [] {
        std::array<Folding, 256> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = folding_of(static_cast<char32_t>(i < 0x80 ? i : 0x0E00 + i - 0x80));
        return all;
    }();
    return kAll;
}

/// Most texts have ASCII and Thai only, and no two marks that NFC could put into another order: these are
/// folded as they are read. Nothing where the text is another one.
std::optional<std::string> fold_plain(std::string_view text) {
    const auto& foldings = plain_foldings();
    std::string folded(text.size(), '\0');
    char* to = folded.data();
    bool after_mark = false;
    for (auto rest = text; !rest.empty();) {
        const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
        const bool ascii = byte_at(0) < 0x80;
        const bool thai = !ascii && byte_at(0) == 0xE0 && rest.size() >= 3 && (byte_at(1) & 0xFEU) == 0xB8 &&
                          (byte_at(2) & 0xC0U) == 0x80;
        if (!ascii && !thai) return std::nullopt;
        const Folding& folding =
            foldings[ascii ? byte_at(0) : 0x80U | (byte_at(1) & 1U) << 6U | (byte_at(2) & 0x3FU)];
        const bool below = folding.fate == Fate::kBelowVowel;
        if (folding.fate == Fate::kNotPlain || (below && after_mark)) return std::nullopt;
        after_mark = below || folding.fate == Fate::kTone;
        const std::size_t length = ascii ? 1 : 3;
        if (folding.fate == Fate::kChanges)
            *to++ = folding.to;
        else if (folding.fate != Fate::kGoes)
            to = std::copy_n(rest.data(), length, to);
        rest.remove_prefix(length);
    }
    folded.resize(static_cast<std::size_t>(to - folded.data()));
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
