#include "pipeline/interpret/forms/keyed.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::interpret {
namespace {

/// A slip may cost one letter of a word of this weight, or this share of a longer one. One letter makes
/// another word of a short one, and two make ผลการดำเนินงาน of แผนการดำเนินงาน.
constexpr float kLongEnoughForASlip = 5;
constexpr float kLettersPerSlip = 10;
constexpr float kMarkSlip = 0.34F;

/// Letters, vowels, marks and digits; ๆ and ฯ are abbreviations and carry no word of their own.
constexpr bool is_key_char(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (thai::is_thai(c)) return thai::is_word_char(c);
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF) && !thai::is_private_use(c) && !thai::is_ignorable(c) &&
           !thai::is_space(c) && c != thai::kReplacement;
}

/// ใ and ไ are one sound, in print as alike as in speech, and no two words of forms differ in them alone.
constexpr char32_t kSaraAiMaimuan = U'ใ';
constexpr char32_t kSaraAiMaimalai = U'ไ';

constexpr char32_t folded(char32_t c) {
    if (c == kSaraAiMaimuan) return kSaraAiMaimalai;
    if (const int digit = thai::digit_value(c); digit >= 0) return static_cast<char32_t>(U'0' + digit);
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/// What each character below U+0080 and of Thai's block is in a key; 0: nothing.
constexpr std::size_t kBlock = 0x80;
constexpr char32_t kThaiBlock = 0x0E00;
using KeyChars = std::array<char32_t, kBlock>;
constexpr KeyChars key_chars_from(char32_t first) {
    KeyChars chars{};
    for (char32_t i = 0; i < kBlock; ++i) {
        const char32_t c = folded(first + i);
        chars[i] = is_key_char(c) ? c : 0;
    }
    return chars;
}
constexpr KeyChars kAsciiKeys = key_chars_from(0);
constexpr KeyChars kThaiKeys = key_chars_from(kThaiBlock);

/// Gives each character of the text's key and the byte at which it stands.
template <typename Take>
void each_letter(std::string_view text, const Take& take) {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        char32_t c = thai::next_code_point(text, position);
        if (c < kBlock) {
            c = kAsciiKeys[c];
        } else if (c - kThaiBlock < kBlock) {
            c = kThaiKeys[c - kThaiBlock];
        } else {
            c = is_key_char(c) ? c : 0;
        }
        if (c != 0) take(c, start);
    }
}

/// Whether the key has one more character then.
bool put(char32_t c, std::u32string& key) {
    const bool sara_am = c == thai::chars::kSaraAa && key.ends_with(thai::chars::kNikhahit);
    if (sara_am) {
        key.back() = thai::chars::kSaraAm;  // decomposed, as some keyboards and forms have it
        return false;
    }
    key.push_back(c);
    return true;
}

float allowed_slip(float weight) {
    if (weight < kLongEnoughForASlip) return kMarkSlip;
    return std::max(1.0F, weight / kLettersPerSlip);
}

/// Adds a letter to a key's measures; letters that share a bit only make them less exact.
void add(char32_t c, Measures& measures) {
    const bool mark = thai::is_mark(c);
    measures.weight += mark ? 1.0F / 3 : 1.0F;
    if (!mark) measures.letters |= std::uint64_t{1} << (c % 64);
}

/// Most words differ so much in weight or letters that they need not be compared: each letter that the other
/// has not costs one.
float likeness_of(std::u32string_view a, const Measures& of_a, std::u32string_view b, const Measures& of_b) {
    const float longer = std::max(of_a.weight, of_b.weight);
    const float allowed = allowed_slip(longer) + 0.01F;
    if (std::abs(of_a.weight - of_b.weight) > allowed) return 0;
    const int foreign =
        std::max(std::popcount(of_a.letters & ~of_b.letters), std::popcount(of_b.letters & ~of_a.letters));
    if (static_cast<float>(foreign) > allowed) return 0;
    if (a == b) return 1;
    const float alike = thai::similarity_of_keys(a, b);
    return (1 - alike) * longer <= allowed ? alike : 0;
}

}  // namespace

Keyed keyed(std::string_view text) {
    Keyed result;
    result.key.reserve(text.size() / 2);
    result.offsets.reserve(text.size() / 2);
    each_letter(text, [&result](char32_t c, std::size_t at) {
        if (put(c, result.key)) result.offsets.push_back(at);
    });
    result.offsets.push_back(text.size());
    return result;
}

std::u32string key_in(std::string_view text) {
    std::u32string key;
    key.reserve(text.size() / 2);
    each_letter(text, [&key](char32_t c, std::size_t) { put(c, key); });
    return key;
}

Phrase phrase_of(std::string_view text) {
    Phrase phrase = phrase_of_key(key_in(text));
    phrase.text = text;
    phrase.open = text.ends_with('*');
    phrase.inside = phrase.open && text.starts_with('*');
    return phrase;
}

Phrase phrase_of_key(std::u32string key) {
    Phrase phrase;
    phrase.measures = measures_of(key);
    phrase.pairs = LetterPairs(key);
    phrase.key = std::move(key);
    return phrase;
}

std::vector<std::string_view> words_in(std::string_view text, std::string_view parting) {
    std::vector<std::string_view> words;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find_first_of(parting, from), text.size());
        if (to > from) words.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

Measures measures_of(std::u32string_view key) {
    Measures measures;
    for (const char32_t c : key) add(c, measures);
    return measures;
}

std::size_t find(const Phrase& text, const Phrase& word) {
    return text.pairs.contain(word.pairs) ? text.key.find(word.key) : std::u32string::npos;
}

float likeness(std::u32string_view a, std::u32string_view b) {
    return a == b ? 1 : likeness_of(a, measures_of(a), b, measures_of(b));
}

float likeness(const Phrase& a, const Phrase& b) { return likeness_of(a.key, a.measures, b.key, b.measures); }

float likeness(std::u32string_view key, const Measures& measures, const Phrase& word) {
    return likeness_of(key, measures, word.key, word.measures);
}

bool is_one_of(std::u32string_view key, const std::vector<Phrase>& words) {
    return std::any_of(words.begin(), words.end(), [key](const Phrase& word) {
        if (word.inside) return key.find(word.key) != std::u32string_view::npos;
        return word.open ? key.starts_with(word.key) : key == word.key;
    });
}

bool says_one_of(const Phrase& text, const std::vector<Phrase>& words) {
    return std::any_of(words.begin(), words.end(), [&text](const Phrase& word) {
        const std::size_t at = find(text, word);
        return at == 0 || (word.inside && at != std::u32string::npos);
    });
}

std::optional<std::size_t> prefix_of(std::u32string_view key, const Phrase& phrase) {
    if (phrase.key.empty()) return std::nullopt;
    if (key.starts_with(phrase.key)) return phrase.key.size();
    std::optional<std::size_t> best;
    float best_likeness = 0;
    const std::size_t shortest = phrase.key.size() > 2 ? phrase.key.size() - 2 : 1;
    const std::size_t longest = std::min(key.size(), phrase.key.size() + 2);
    Measures measures;
    for (std::size_t length = 1; length <= longest; ++length) {
        add(key[length - 1], measures);
        if (length < shortest) continue;
        const float alike = likeness(key.substr(0, length), measures, phrase);
        if (alike <= best_likeness) continue;
        best_likeness = alike;
        best = length;
    }
    return best;
}

std::optional<std::size_t> prefix_of(std::u32string_view key, const std::vector<Phrase>& phrases) {
    std::optional<std::size_t> longest;
    for (const Phrase& phrase : phrases) {
        if (const auto length = prefix_of(key, phrase); length > longest) longest = length;
    }
    return longest;
}

std::string trimmed(std::string_view text) {
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        const char32_t c = thai::next_code_point(text, position);
        if (thai::is_space(c) || thai::is_ignorable(c)) continue;
        begin = std::min(begin, start);
        end = position;
    }
    return begin < end ? std::string(text.substr(begin, end - begin)) : std::string();
}

bool is_blank(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = thai::next_code_point(text, position);
        if (is_key_char(folded(c)) || thai::is_private_use(c) || c == thai::kReplacement) return false;
    }
    return true;
}

}  // namespace tarang::interpret
