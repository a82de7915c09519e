#include "pipeline/normalize/person_seam.h"

#include <algorithm>
#include <array>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"

namespace tarang::normalize {
namespace {

constexpr std::size_t kShortestGiven = 2;  // letters with their marks
constexpr std::size_t kShortestSurname = 3;

// The longest of those that begin alike stands first.
constexpr std::array<std::u32string_view, 3> kWordTitles{U"นางสาว", U"นาย", U"นาง"};
constexpr std::array<std::u32string_view, 29> kDottedTitles{
    U"น.ส.",   U"ผศ.ดร.", U"รศ.ดร.", U"ศ.ดร.",  U"ผศ.",    U"รศ.",    U"ดร.",    U"ร.ต.อ.",
    U"ร.ต.ท.", U"ร.ต.ต.", U"ร.ต.",   U"ร.ท.",   U"ร.อ.",   U"พ.ต.อ.", U"พ.ต.ท.", U"พ.ต.ต.",
    U"พ.ต.",   U"พ.ท.",   U"พ.อ.",   U"จ.ส.อ.", U"จ.ส.ท.", U"จ.ส.ต.", U"ส.ต.อ.", U"ส.ต.ท.",
    U"ส.ต.ต.", U"ด.ต.",   U"ด.ช.",   U"ด.ญ.",   U"ม.ล."};
constexpr std::u32string_view kActing = U"ว่าที่";
constexpr std::u32string_view kWoman = U"หญิง";

// What may stand behind a surname in its line.
constexpr std::array<std::u32string_view, 11> kPositions{
    U"ตำแหน่ง", U"ผู้", U"หัวหน้า", U"ครู", U"นัก", U"รอง", U"เจ้า", U"ผอ", U"ปลัด", U"กรรมการ", U"ประธาน"};

bool is_letter(char32_t c) { return thai::is_thai(c) && thai::digit_value(c) < 0; }

/// The word that a text begins with: Thai letters up to anything else.
std::u32string_view first_word(std::u32string_view text) {
    return text.substr(
        0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin()));
}

std::u32string_view without_spaces_before(std::u32string_view text) {
    while (!text.empty() && thai::is_space(text.front())) text.remove_prefix(1);
    return text;
}

/// What stands behind the last sign that parts words.
std::u32string_view last_token(std::u32string_view text) {
    while (!text.empty() && thai::is_space(text.back())) text.remove_suffix(1);
    constexpr std::u32string_view kBetween = U" /,(:\u00A0";
    const std::size_t at = text.find_last_of(kBetween);
    return at == std::u32string_view::npos ? text : text.substr(at + 1);
}

/// How many letters of a token are a title; 0 where it begins with none.
std::size_t title_of(std::u32string_view token) {
    for (const std::u32string_view title : kDottedTitles) {
        if (!token.starts_with(title)) continue;
        const bool woman = token.substr(title.size()).starts_with(kWoman);
        return title.size() + (woman ? kWoman.size() : 0);
    }
    for (const std::u32string_view title : kWordTitles) {
        if (!token.starts_with(title)) continue;
        if (token.size() == title.size()) return title.size();
        const std::vector<std::size_t> breaks = thai::word_breaks(token);
        return !breaks.empty() && breaks.front() == title.size() ? title.size() : 0;
    }
    return 0;
}

/// A title with a given name behind it.
bool names_person(std::u32string_view token) {
    const std::size_t title = title_of(token);
    return title > 0 && first_word(token.substr(title)).size() >= kShortestGiven;
}

bool tells_position(std::u32string_view text) {
    return std::any_of(kPositions.begin(), kPositions.end(),
                       [&text](std::u32string_view word) { return text.starts_with(word); });
}

/// Between a given name and what stands below it.
PersonSeam after_given(std::u32string_view given, std::u32string_view lower) {
    const std::u32string_view next = first_word(lower);
    if (next.size() < kShortestSurname) return PersonSeam::kNone;
    if (thai::known_word(thai::encode(std::u32string(given) + std::u32string(next))))
        return PersonSeam::kInside;
    const std::u32string_view behind = without_spaces_before(lower.substr(next.size()));
    const bool two_words = behind.size() < lower.size() - next.size() && !first_word(behind).empty();
    if (two_words && title_of(behind) == 0 && !tells_position(behind)) return PersonSeam::kInside;
    return PersonSeam::kSpace;
}

}  // namespace

PersonSeam person_seam(std::u32string_view upper, std::u32string_view lower) {
    const std::u32string_view token = last_token(upper);
    if (token == kActing) return PersonSeam::kSpace;
    if (const std::size_t title = title_of(token); title > 0) {
        const std::u32string_view given = token.substr(title);
        if (given.empty()) {
            if (token.ends_with(kWoman)) return PersonSeam::kSpace;
            return token.ends_with(U'.') ? PersonSeam::kNone : PersonSeam::kInside;
        }
        if (given.size() >= kShortestGiven && first_word(given).size() == given.size())
            return after_given(given, lower);
        return PersonSeam::kNone;
    }
    // "นายอนุชา สุภา" over "นางสาวกัลยา มูลเมือง"
    const std::u32string_view before = upper.substr(0, upper.size() - token.size());
    const bool ends_name = names_person(last_token(before)) && first_word(token).size() == token.size();
    return ends_name && names_person(lower) ? PersonSeam::kTwo : PersonSeam::kNone;
}

}  // namespace tarang::normalize
