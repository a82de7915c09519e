// Classes of Thai characters: where each stands around its consonant decides what can be repaired.
// Source: the Unicode standard, chapter 16.1 (Thai), and WTT 2.0's input classes.
#pragma once

#include <array>
#include <cstdint>

namespace tarang::thai {

enum class CharClass : std::uint8_t {
    kNotThai,
    kConsonant,       ///< ก-ฮ, ฤ and ฦ included
    kLeadingVowel,    ///< เ แ โ ใ ไ: drawn and stored before the consonant
    kFollowingVowel,  ///< ะ า ำ ๅ: stands on the line after the consonant
    kAboveVowel,      ///< ั ิ ี ึ ื ็ ํ
    kBelowVowel,      ///< ุ ู ฺ
    kTone,            ///< ่ ้ ๊ ๋
    kSign,            ///< ์ ๎: above, after everything else
    kDigit,           ///< ๐-๙
    kOther,           ///< ฯ ๆ ฿ ๏ ๚ ๛
};

namespace chars {
inline constexpr char32_t kSaraA = 0x0E30;
inline constexpr char32_t kSaraAa = 0x0E32;
inline constexpr char32_t kSaraAm = 0x0E33;
inline constexpr char32_t kSaraE = 0x0E40;
inline constexpr char32_t kSaraAe = 0x0E41;
inline constexpr char32_t kThanthakhat = 0x0E4C;
inline constexpr char32_t kNikhahit = 0x0E4D;
inline constexpr char32_t kMaiyamok = 0x0E46;
inline constexpr char32_t kPaiyannoi = 0x0E2F;

constexpr CharClass look_up(char32_t c) {
    if (c < 0x0E01 || c > 0x0E5B) return CharClass::kNotThai;
    if (c <= 0x0E2E) return CharClass::kConsonant;
    if (c == 0x0E2F || c == 0x0E46) return CharClass::kOther;
    if (c == 0x0E30 || c == 0x0E32 || c == 0x0E33 || c == 0x0E45) return CharClass::kFollowingVowel;
    if (c == 0x0E31 || (c >= 0x0E34 && c <= 0x0E37) || c == 0x0E47 || c == 0x0E4D)
        return CharClass::kAboveVowel;
    if (c >= 0x0E38 && c <= 0x0E3A) return CharClass::kBelowVowel;
    if (c >= 0x0E3B && c <= 0x0E3E) return CharClass::kNotThai;
    if (c == 0x0E3F) return CharClass::kOther;
    if (c <= 0x0E44) return CharClass::kLeadingVowel;
    if (c >= 0x0E48 && c <= 0x0E4B) return CharClass::kTone;
    if (c == 0x0E4C || c == 0x0E4E) return CharClass::kSign;
    if (c >= 0x0E50 && c <= 0x0E59) return CharClass::kDigit;
    return CharClass::kOther;
}

/// The classes of U+0E00-0E7F: each letter of a document is asked for many times.
inline constexpr auto kClasses = [] {
    std::array<CharClass, 0x80> classes{};
    for (char32_t i = 0; i < classes.size(); ++i) classes[i] = look_up(0x0E00 + i);
    return classes;
}();

/// Which of U+0E30-0E4F are marks, a bit each.
inline constexpr char32_t kFirstOfMarks = 0x0E30;
inline constexpr std::uint32_t kMarks = [] {
    std::uint32_t marks = 0;
    for (char32_t i = 0; i < 32; ++i) {
        const CharClass k = look_up(kFirstOfMarks + i);
        const bool mark = k == CharClass::kAboveVowel || k == CharClass::kBelowVowel ||
                          k == CharClass::kTone || k == CharClass::kSign;
        marks |= std::uint32_t{mark} << i;
    }
    return marks;
}();

}  // namespace chars

constexpr CharClass class_of(char32_t c) {
    const char32_t i = c - 0x0E00;
    return i < chars::kClasses.size() ? chars::kClasses[i] : CharClass::kNotThai;
}

constexpr bool is_thai(char32_t c) { return class_of(c) != CharClass::kNotThai; }
constexpr bool is_consonant(char32_t c) { return class_of(c) == CharClass::kConsonant; }
constexpr bool is_tone(char32_t c) { return class_of(c) == CharClass::kTone; }
constexpr bool is_leading_vowel(char32_t c) { return class_of(c) == CharClass::kLeadingVowel; }
constexpr bool is_following_vowel(char32_t c) { return class_of(c) == CharClass::kFollowingVowel; }
constexpr bool is_thai_digit(char32_t c) { return class_of(c) == CharClass::kDigit; }
constexpr bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || is_thai_digit(c); }

/// A Thai mark that is drawn over or under its consonant.
constexpr bool is_mark(char32_t c) {
    const char32_t i = c - chars::kFirstOfMarks;
    return i < 32 && ((chars::kMarks >> i) & 1U) != 0;
}

/// A mark of any script that has no place of its own on the line: Thai marks and the combining blocks.
constexpr bool is_combining(char32_t c) {
    return is_mark(c) || (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// A character that cannot begin a Thai word: a mark, or a vowel that follows its consonant.
constexpr bool cannot_begin(char32_t c) {
    return is_mark(c) || is_following_vowel(c) || c == chars::kMaiyamok || c == chars::kPaiyannoi;
}

/// The part of a Thai text that words are made of: letters, vowels and marks, no digits, no ฯ ๆ ฿.
constexpr bool is_word_char(char32_t c) {
    const CharClass k = class_of(c);
    return k != CharClass::kNotThai && k != CharClass::kDigit && k != CharClass::kOther;
}

constexpr bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

/// C0 and C1 controls but tab, line feed and carriage return: no text layer has them on purpose.
constexpr bool is_control(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
}

/// White space, the no-break and the zero-width kinds not included in the latter's `is_ignorable`.
constexpr bool is_space(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

/// Draws nothing and means nothing to the comparison of two texts.
constexpr bool is_ignorable(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

}  // namespace tarang::thai
