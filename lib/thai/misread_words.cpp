#include "lib/thai/misread_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/like_letters.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"

namespace tarang::thai {
namespace {

/// Pieces on either side of unknown letters that may be parts of the same word.
constexpr std::size_t kPiecesBeside = 2;
/// Longer stretches are names or another tongue's words, not a word that lacks one mark.
constexpr std::size_t kLongestStretch = 12;

/// Shorter words are made of others by chance.
constexpr std::size_t kFewestJoined = 5;

/// Words of the list that these papers do not use: they are ที่, ชั้น, ชี้, ทั้ง, ตั้ง, เริ่ม, ได้, ตำบล, เชิง.
constexpr std::array<std::u32string_view, 9> kUnlikely = {U"ที",   U"ซั้น", U"ซี้",    U"ทัง", U"ตัง",
                                                          U"เริม", U"ได", U"ดำบล", U"เซิง"};

/// They stand beside any word, and a mark makes other common words of many of them.
constexpr std::array<std::u32string_view, 40> kStructureWords = {
    U"กับ", U"กัน", U"การ", U"ของ", U"คน", U"จะ",  U"จาก", U"ใช้", U"ซึ่ง", U"ด้วย", U"ได้", U"โดย", U"ตัว",  U"ตาม",
    U"แต่", U"ต่อ", U"ถึง",  U"ทั้ง",  U"ที่",  U"นั้น",  U"นี้",   U"ใน", U"ไป", U"เป็น", U"ผล", U"ผู้",   U"เพื่อ", U"มา",
    U"มี",  U"ไม่", U"แล้ว", U"และ", U"ว่า", U"หรือ", U"ให้",  U"อยู่", U"อีก", U"เอง", U"ก็",  U"งาน"};

/// Of these, the one that long words end with too.
constexpr std::u32string_view kEndOfMany = U"การ";

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

std::u32string_view word_of(std::u32string_view text, const Piece& piece) {
    return text.substr(piece.begin, piece.end - piece.begin);
}

template <std::size_t N>
bool is_one_of(const std::array<std::u32string_view, N>& words, std::u32string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_unlikely_word(std::u32string_view text, const std::vector<Piece>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [text](const Piece& piece) { return is_one_of(kUnlikely, word_of(text, piece)); });
}

bool is_of_letters(std::u32string_view text, const Piece& piece) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(piece.begin),
                       text.begin() + static_cast<std::ptrdiff_t>(piece.end), in_words);
}

bool all_known(const std::u32string& letters) {
    const Coverage coverage = coverage_of(letters);
    return coverage.letters > 0 && coverage.known == coverage.letters;
}

/// Whether any spelling with one mark more, or another mark or a like letter in the place of one, is as
/// asked.
template <typename Asked>
bool any_misread(std::u32string_view letters, const Asked& asked) {
    std::u32string tried(letters);
    std::u32string longer;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const CharClass here = class_of(letters[i]);
        const auto instead = [&](std::u32string_view others) {
            const bool found = std::any_of(others.begin(), others.end(), [&](char32_t other) {
                tried[i] = other;
                return other != letters[i] && asked(tried);
            });
            tried[i] = letters[i];
            return found;
        };
        const auto behind = [&](std::u32string_view marks) {
            longer = letters;
            longer.insert(i + 1, 1, U'?');
            return std::any_of(marks.begin(), marks.end(), [&](char32_t mark) {
                longer[i + 1] = mark;
                return asked(longer);
            });
        };
        const bool above = here == CharClass::kAboveVowel;
        const bool below = here == CharClass::kBelowVowel;
        const bool consonant = here == CharClass::kConsonant;
        if (here == CharClass::kTone && (instead(kTones) || instead(kAbove))) return true;
        if (above && (instead(kAbove) || instead(kBelow) || instead(kTones))) return true;
        if (below && instead(kBelow)) return true;
        if ((above || below || consonant) && behind(kTones)) return true;
        if (consonant && (behind(kAbove) || behind(kBelow))) return true;
        if ((above || below) && behind(U"\u0E4C")) return true;
        for (const std::u32string_view like : kLikeLetters)
            if (like.find(letters[i]) != like.npos && instead(like)) return true;
    }
    return false;
}

/// A speck, or the print's own slip, where it is one letter.
bool known_if_misread(std::u32string_view letters) {
    return letters.size() >= 2 && any_misread(letters, all_known);
}

/// Whether known words side by side would be one long word: ยัง|ยืน for ยั่งยืน.
bool one_word_if_misread(std::u32string_view text, const std::vector<Piece>& pieces) {
    for (std::size_t first = 0; first + 1 < pieces.size(); ++first) {
        for (std::size_t last = first; last < pieces.size() && last <= first + kPiecesBeside; ++last) {
            const Piece& piece = pieces[last];
            if (!piece.known || !is_of_letters(text, piece) ||
                is_one_of(kStructureWords, word_of(text, piece)))
                break;
            const std::u32string_view letters =
                text.substr(pieces[first].begin, piece.end - pieces[first].begin);
            if (last == first || letters.size() < kFewestJoined) continue;
            if (letters.size() > kLongestStretch) break;
            if (any_misread(letters, [](const std::u32string& tried) { return known_word(encode(tried)); }))
                return true;
        }
    }
    return false;
}

bool has_cut_word(std::u32string_view text, const std::vector<Piece>& pieces) {
    return has_unlikely_word(text, pieces) || one_word_if_misread(text, pieces);
}

}  // namespace

bool has_cut_word(std::u32string_view text) { return has_cut_word(text, pieces_of(text)); }

bool may_be_misread(std::u32string_view text) {
    const std::vector<Piece> pieces = pieces_of(text);
    if (has_cut_word(text, pieces)) return true;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        if (!is_of_letters(text, piece)) continue;
        const std::size_t letters = piece.end - piece.begin;
        if (piece.known || is_abbreviation(text, piece.begin) || letters > kLongestStretch) continue;
        std::size_t first = i;
        std::size_t last = i;
        for (std::size_t beside = 0; beside <= kPiecesBeside; ++beside) {
            const std::size_t begin = pieces[first].begin;
            if (known_if_misread(text.substr(begin, pieces[last].end - begin))) return true;
            if (first > 0 && is_of_letters(text, pieces[first - 1])) --first;
            if (last + 1 < pieces.size() && is_of_letters(text, pieces[last + 1])) ++last;
        }
    }
    return false;
}

}  // namespace tarang::thai
