#include "lib/thai/like_lines.h"

#include <algorithm>
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

/// Whether so many letters are in one and not in the other that the two cannot be alike: quickly told, where
/// many lines are compared with many.
bool have_other_letters(std::u32string_view a, std::u32string_view b) {
    std::u32string one = letters_of(a);
    std::u32string other = letters_of(b);
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    std::u32string common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    const std::size_t others = std::max(one.size(), other.size()) - common.size();
    return static_cast<float>(others) > (1 - kAlike) * static_cast<float>(std::max(a.size(), b.size()));
}

}  // namespace

std::u32string letters_of(std::u32string_view key) {
    std::u32string letters;
    std::copy_if(key.begin(), key.end(), std::back_inserter(letters),
                 [](char32_t c) { return !is_digit(c) && !is_mark(c); });
    return letters;
}

bool may_be_one_line(std::u32string_view a, std::u32string_view b) {
    if (std::min(a.size(), b.size()) < kShortest || digits_of(a) != digits_of(b)) return false;
    return !have_other_letters(a, b) && similarity_of_keys(a, b) >= kAlike;
}

}  // namespace tarang::thai
