#include "lib/thai/like_lines.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"

namespace tarang::thai {
namespace {

constexpr std::size_t kShortest = 10;  // of fewer letters one makes another word
constexpr float kAlike = 0.94F;

std::u32string digits_of(std::u32string_view key) {
    std::u32string digits;
    std::copy_if(key.begin(), key.end(), std::back_inserter(digits), is_digit);
    return digits;
}

bool is_letter(char32_t c) { return !is_digit(c) && !is_mark(c); }

/// Whether so many letters are in one and not in the other that the two cannot be alike: quickly told, where
/// many lines are compared with many.
bool have_other_letters(std::u32string_view a, std::u32string_view b) {
    std::array<std::int32_t, 256>
        more{};  // of a letter in `a`; two that share a place only hide a difference
    const auto count = [&more](std::u32string_view key, std::int32_t step) {
        for (const char32_t c : key)
            if (is_letter(c)) more.at(c % more.size()) += step;
    };
    count(a, 1);
    count(b, -1);
    std::int32_t in_a = 0;
    std::int32_t in_b = 0;
    for (const std::int32_t letters : more) {
        in_a += std::max(letters, 0);
        in_b += std::max(-letters, 0);
    }
    return static_cast<float>(std::max(in_a, in_b)) >
           (1 - kAlike) * static_cast<float>(std::max(a.size(), b.size()));
}

}  // namespace

std::u32string letters_of(std::u32string_view key) {
    std::u32string letters;
    std::copy_if(key.begin(), key.end(), std::back_inserter(letters), is_letter);
    return letters;
}

bool may_be_one_line(std::u32string_view a, std::u32string_view b) {
    if (std::min(a.size(), b.size()) < kShortest || digits_of(a) != digits_of(b)) return false;
    return !have_other_letters(a, b) && similarity_of_keys(a, b) >= kAlike;
}

}  // namespace tarang::thai
