#include "pipeline/interpret/forms/keyed.h"

#include <algorithm>
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
bool is_key_char(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (thai::is_thai(c)) return thai::is_word_char(c);
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x2BFF) && !thai::is_private_use(c) && !thai::is_ignorable(c) &&
           !thai::is_space(c) && c != thai::kReplacement;
}

char32_t folded(char32_t c) {
    if (const int digit = thai::digit_value(c); digit >= 0) return static_cast<char32_t>(U'0' + digit);
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

float allowed_slip(float weight) {
    if (weight < kLongEnoughForASlip) return kMarkSlip;
    return std::max(1.0F, weight / kLettersPerSlip);
}

/// The letters of a key without their marks, a bit each; letters that share a bit only make it less exact.
std::uint64_t letters_of(std::u32string_view key) {
    std::uint64_t letters = 0;
    for (const char32_t c : key) {
        if (!thai::is_mark(c)) letters |= std::uint64_t{1} << (c % 64);
    }
    return letters;
}

/// Most words differ so much in weight or letters that they need not be compared: each letter that the other
/// has not costs one.
float likeness_of(const Phrase& a, const Phrase& b) {
    const float longer = std::max(a.weight, b.weight);
    const float allowed = allowed_slip(longer) + 0.01F;
    if (std::abs(a.weight - b.weight) > allowed) return 0;
    const int foreign =
        std::max(std::popcount(a.letters & ~b.letters), std::popcount(b.letters & ~a.letters));
    if (static_cast<float>(foreign) > allowed) return 0;
    if (a.key == b.key) return 1;
    const float alike = thai::similarity_of_keys(a.key, b.key);
    return (1 - alike) * longer <= allowed ? alike : 0;
}

}  // namespace

Keyed keyed(std::string_view text) {
    Keyed result;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        const char32_t c = folded(thai::next_code_point(text, position));
        if (!is_key_char(c)) continue;
        const bool sara_am = c == thai::chars::kSaraAa && result.key.ends_with(thai::chars::kNikhahit);
        if (sara_am) {
            result.key.back() = thai::chars::kSaraAm;  // decomposed, as some keyboards and forms have it
            continue;
        }
        result.key.push_back(c);
        result.offsets.push_back(start);
    }
    result.offsets.push_back(text.size());
    return result;
}

Phrase phrase_of(std::string_view text) {
    Phrase phrase = phrase_of_key(keyed(text).key);
    phrase.text = text;
    phrase.open = text.ends_with('*');
    phrase.inside = phrase.open && text.starts_with('*');
    return phrase;
}

Phrase phrase_of_key(std::u32string key) {
    Phrase phrase;
    phrase.weight = weight_of(key);
    phrase.letters = letters_of(key);
    phrase.key = std::move(key);
    return phrase;
}

float weight_of(std::u32string_view key) {
    float weight = 0;
    for (const char32_t c : key) weight += thai::is_mark(c) ? 1.0F / 3 : 1.0F;
    return weight;
}

float likeness(std::u32string_view a, std::u32string_view b) {
    return a == b ? 1 : likeness_of(phrase_of_key(std::u32string(a)), phrase_of_key(std::u32string(b)));
}

float likeness(const Phrase& a, const Phrase& b) { return likeness_of(a, b); }

std::optional<std::size_t> prefix_of(std::u32string_view key, const Phrase& phrase) {
    if (phrase.key.empty()) return std::nullopt;
    if (key.starts_with(phrase.key)) return phrase.key.size();
    std::optional<std::size_t> best;
    float best_likeness = 0;
    const std::size_t shortest = phrase.key.size() > 2 ? phrase.key.size() - 2 : 1;
    for (std::size_t length = shortest; length <= std::min(key.size(), phrase.key.size() + 2); ++length) {
        const float alike = likeness(phrase_of_key(std::u32string(key.substr(0, length))), phrase);
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
