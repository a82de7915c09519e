#include "pipeline/interpret/values/likely_texts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "pipeline/interpret/forms/keyed.h"

namespace tarang::interpret {
namespace {

using thai::is_digit;

// The words of periods that are long enough to be known with a letter off.
constexpr std::array<std::u32string_view, 17> kWords{
    U"มกราคม",  U"กุมภาพันธ์", U"มีนาคม",     U"เมษายน",        U"พฤษภาคม",  U"มิถุนายน",
    U"กรกฎาคม", U"สิงหาคม",  U"กันยายน",    U"ตุลาคม",         U"พฤศจิกายน", U"ธันวาคม",
    U"ไตรมาสที่", U"ไตรมาส",  U"ปีงบประมาณ", U"ตลอดปีงบประมาณ", U"ถึง"};
// 1 - weighted distance / length: a letter off in five, or a mark in three. Two months' names are 0.67 alike
// at most.
constexpr float kSameWord = 0.79F;
constexpr std::size_t kGroup = 3;  // digits between two commas

bool is_letter(char32_t c) { return thai::is_thai(c) && !is_digit(c); }

std::u32string_view known_word_like(std::u32string_view word) {
    const auto likeness = [word](std::u32string_view known) { return thai::similarity_of_keys(word, known); };
    const auto* best = std::max_element(
        kWords.begin(), kWords.end(),
        [&](std::u32string_view a, std::u32string_view b) { return likeness(a) < likeness(b); });
    return likeness(*best) >= kSameWord ? *best : word;
}

/// Where the letters that begin at `at` end, with single blanks among them.
std::size_t letters_end(std::u32string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) {
        ++end;
        if (end + 1 < text.size() && text[end] == U' ' && is_letter(text[end + 1])) ++end;
    }
    return end;
}

std::vector<std::u32string_view> words_in(std::u32string_view text) {
    std::vector<std::u32string_view> words;
    for (std::size_t blank = text.find(U' '); blank != std::u32string_view::npos; blank = text.find(U' ')) {
        words.push_back(text.substr(0, blank));
        text.remove_prefix(blank + 1);
    }
    words.push_back(text);
    return words;
}

/// A stray part of a word: of so few letters only short known words are.
bool is_part(std::u32string_view word) {
    constexpr std::ptrdiff_t kFewLetters = 2;
    const auto letters =
        std::count_if(word.begin(), word.end(), [](char32_t c) { return !thai::is_mark(c); });
    return letters <= kFewLetters && known_word_like(word) == word && word != U"ถึง";
}

std::u32string likely_words(std::u32string_view text) {
    const std::vector<std::u32string_view> words = words_in(text);
    std::u32string likely;
    if (std::any_of(words.begin(), words.end(), is_part)) {
        for (const std::u32string_view word : words) likely += word;
        return std::u32string(known_word_like(likely));
    }
    for (const std::u32string_view word : words) {
        if (!likely.empty()) likely += U' ';
        likely += known_word_like(word);
    }
    return likely;
}

/// All digits in the script of most. A Thai ๑ is read as 9; the others look like the digit that they are.
std::u32string in_one_script(std::u32string text) {
    const auto thai_digits = std::count_if(text.begin(), text.end(), thai::is_thai_digit);
    const bool to_thai = 2 * thai_digits >= std::count_if(text.begin(), text.end(), is_digit);
    if (thai_digits == 0) return text;
    for (char32_t& c : text) {
        if (!is_digit(c) || thai::is_thai_digit(c) == to_thai) continue;
        c = to_thai && c == U'9' ? U'๑'
                                 : (to_thai ? U'๐' : U'0') + static_cast<char32_t>(thai::digit_value(c));
    }
    return text;
}

/// Whether a blank between digits, more than one on either side, parts two numbers. Between single digits,
/// and beside a comma, it is how the print is spaced: "๑ ๓ ๕ ,๕ ๐ ๐".
bool parts_numbers(std::u32string_view text, std::size_t blank) {
    if (blank == 0 || !is_digit(text[blank - 1]) || !is_digit(text[blank + 1])) return false;
    return (blank > 1 && is_digit(text[blank - 2])) || digits_from(text, blank + 1) > 1;
}

}  // namespace

std::size_t digits_from(std::u32string_view text, std::size_t at) {
    const auto* end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_digit);
    return static_cast<std::size_t>(end - text.begin()) - at;
}

std::string likely_money(std::string_view text) {
    const std::u32string from = in_one_script(thai::decode(trimmed(text)));
    std::u32string to;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const bool after_digit = !to.empty() && (is_digit(to.back()) || to.back() == U',');
        const bool before = i + 1 < from.size() && (is_digit(from[i + 1]) || from[i + 1] == U',');
        if (from[i] == U' ' && after_digit && before && !parts_numbers(from, i)) continue;
        const bool comma =
            from[i] == U'.' && !to.empty() && is_digit(to.back()) && digits_from(from, i + 1) == kGroup;
        to.push_back(comma ? U',' : from[i]);
    }
    if (to.size() > 1 && to.back() == U'.' && is_digit(to[to.size() - 2])) to.pop_back();
    return thai::encode(to);
}

std::string likely_period(std::string_view text) {
    const std::u32string from = in_one_script(thai::decode(text));
    std::u32string to;
    for (std::size_t at = 0; at < from.size();) {
        const std::size_t end = letters_end(from, at);
        if (end == at) {
            to.push_back(from[at++]);
        } else {
            to += likely_words(std::u32string_view(from).substr(at, end - at));
            at = end;
        }
    }
    return thai::encode(to);
}

}  // namespace tarang::interpret
