#include "lib/thai/lost_marks.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"

namespace tarang::thai {
namespace {

/// Pieces on either side of unknown letters that may be parts of the same word.
constexpr std::size_t kPiecesBeside = 2;
/// Longer stretches are names or another tongue's words, not a word that lacks one mark.
constexpr std::size_t kLongestStretch = 12;

constexpr std::u32string_view kTones = U"\u0E48\u0E49";
constexpr std::u32string_view kAbove = U"\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E4C";
constexpr std::u32string_view kBelow = U"\u0E38\u0E39";

struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool known = false;
};

/// Letters, vowels and marks.
bool in_words(char32_t c) { return is_thai(c) && !is_thai_digit(c) && class_of(c) != CharClass::kOther; }

/// "อสม." and "ร.ร.": the letters before a dot are no word.
bool is_abbreviation(std::u32string_view text, std::size_t begin) {
    const auto* const end = std::find_if_not(text.begin() + begin, text.end(), in_words);
    return end != text.end() && *end == U'.' && end - text.begin() - static_cast<std::ptrdiff_t>(begin) <= 4;
}

/// The pieces of a text's best segmentation. Those of other scripts, spaces and signs are known to be no
/// words.
std::vector<Piece> pieces_of(std::u32string_view text) {
    std::vector<std::size_t> ends = word_breaks(text);
    ends.push_back(text.size());
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        if (end > begin) pieces.push_back({begin, end, known_word(encode(text.substr(begin, end - begin)))});
        begin = end;
    }
    return pieces;
}

bool has_lone_thi(std::u32string_view text, const std::vector<Piece>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [text](const Piece& piece) {
        return text.substr(piece.begin, piece.end - piece.begin) == U"ที";
    });
}

bool is_of_letters(std::u32string_view text, const Piece& piece) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                       text.begin() + static_cast<std::ptrdiff_t>(piece.end), in_words);
}

bool all_known(const std::u32string& letters) {
    const Coverage coverage = coverage_of(letters);
    return coverage.letters > 0 && coverage.known == coverage.letters;
}

/// One mark more, or another in its place.
bool known_with_a_mark(std::u32string_view letters) {
    if (letters.size() < 2) return false;  // a speck, or the print's own slip
    for (std::size_t i = 0; i < letters.size(); ++i) {
        std::u32string tried(letters);
        const CharClass here = class_of(letters[i]);
        const auto instead = [&](std::u32string_view marks) {
            return std::any_of(marks.begin(), marks.end(), [&](char32_t mark) {
                tried[i] = mark;
                return mark != letters[i] && all_known(tried);
            });
        };
        if (here == CharClass::kTone && instead(kTones)) return true;
        if (here == CharClass::kAboveVowel && (instead(kAbove) || instead(kBelow))) return true;
        if (here == CharClass::kBelowVowel && instead(kBelow)) return true;

        tried = std::u32string(letters.substr(0, i + 1)) + U'?' + std::u32string(letters.substr(i + 1));
        const auto behind = [&](std::u32string_view marks) {
            return std::any_of(marks.begin(), marks.end(), [&](char32_t mark) {
                tried[i + 1] = mark;
                return all_known(tried);
            });
        };
        const bool vowel = here == CharClass::kAboveVowel || here == CharClass::kBelowVowel;
        if ((vowel || here == CharClass::kConsonant) && behind(kTones)) return true;
        if (here == CharClass::kConsonant && (behind(kAbove) || behind(kBelow))) return true;
        if (vowel && behind(U"\u0E4C")) return true;
    }
    return false;
}

}  // namespace

bool has_lone_thi(std::u32string_view text) { return has_lone_thi(text, pieces_of(text)); }

bool may_lack_mark(std::u32string_view text) {
    const std::vector<Piece> pieces = pieces_of(text);
    if (has_lone_thi(text, pieces)) return true;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (!is_of_letters(text, piece)) continue;
        const std::size_t letters = piece.end - piece.begin;
        if (piece.known || is_abbreviation(text, piece.begin) || letters > kLongestStretch) continue;
        std::size_t first = i;
        std::size_t last = i;
        for (std::size_t beside = 0; beside <= kPiecesBeside; ++beside) {
            const std::size_t begin = pieces[first].begin;
            if (known_with_a_mark(text.substr(begin, pieces[last].end - begin))) return true;
            if (first > 0 && is_of_letters(text, pieces[first - 1])) --first;
            if (last + 1 < pieces.size() && is_of_letters(text, pieces[last + 1])) ++last;
        }
    }
    return false;
}

}  // namespace tarang::thai
