#include "lib/thai/compare.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <vector>

#include "lib/thai/chars.h"
#include "lib/thai/digits.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {

namespace {

constexpr std::size_t kLongestCompared = 500;

/// A mark is a third of a letter: see `similarity`.
float weight_of(char32_t c) { return is_mark(c) ? 1.0F / 3 : 1.0F; }

bool is_punctuation(char32_t c) {
    const bool ascii =
        c < 0x80 && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
    return ascii || (c >= 0xA1 && c <= 0xBF) || (c >= 0x2010 && c <= 0x206F) ||
           (c >= 0x2190 && c <= 0x2BFF) || c == 0x0E4F || c == 0x0E5A || c == 0x0E5B || is_private_use(c);
}

/// Nothing below U+0300 can change under NFC, and of Thai only the order of two marks: a vowel sign below or
/// a phinthu after a tone, a phinthu after such a sign.
bool needs_normalizing(std::u32string_view text) {
    const auto is_below = [](char32_t c) { return c >= 0x0E38 && c <= 0x0E3A; };
    char32_t before = 0;
    for (const char32_t c : text) {
        if (c >= 0x300 && !is_thai(c)) return true;
        if (is_below(c) && (is_tone(before) || is_below(before))) return true;
        before = c;
    }
    return false;
}

std::string normalized(std::string_view text) {
    const std::string clean = sanitize(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) return clean;
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    nfc->normalizeUTF8(0, icu::StringPiece(clean.data(), static_cast<std::int32_t>(clean.size())), sink,
                       nullptr, status);
    return U_FAILURE(status) != 0 ? clean : result;
}

float total_weight(std::u32string_view text) {
    float sum = 0;
    for (const char32_t c : text) sum += weight_of(c);
    return sum;
}

float substitution(char32_t a, char32_t b) {
    if (a == b) return 0;
    return std::max(weight_of(a), weight_of(b));
}

float distance(std::u32string_view a, std::u32string_view b) {
    std::vector<float> row(b.size() + 1, 0);
    for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + weight_of(b[j]);
    for (const char32_t x : a) {
        float diagonal = row[0];
        row[0] += weight_of(x);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const float replaced = diagonal + substitution(x, b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j + 1] + weight_of(x), row[j] + weight_of(b[j])});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string to_nfc(std::string_view text) {
    if (!needs_normalizing(decode(text))) return sanitize(text);
    return normalized(text);
}

std::u32string comparable_characters(std::string_view text) {
    std::u32string result = decode(text);
    if (needs_normalizing(result)) result = decode(normalized(text));
    std::erase_if(result, [](char32_t c) { return is_space(c) || is_ignorable(c); });
    return result;
}

std::string comparable(std::string_view text) { return encode(comparable_characters(text)); }

bool same(std::string_view a, std::string_view b) { return a == b || comparable(a) == comparable(b); }

std::u32string key_of(std::string_view text) {
    std::u32string result;
    for (char32_t c : fold_digits(comparable_characters(text))) {
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        if (!is_punctuation(c)) result.push_back(c);
    }
    return result;
}

float similarity_of_keys(std::u32string_view a, std::u32string_view b) {
    if (a == b) return 1;
    a = a.substr(0, kLongestCompared);
    b = b.substr(0, kLongestCompared);
    const float longer = std::max(total_weight(a), total_weight(b));
    return longer <= 0 ? 1 : std::max(0.0F, 1 - distance(a, b) / longer);
}

float similarity(std::string_view a, std::string_view b) { return similarity_of_keys(key_of(a), key_of(b)); }

}  // namespace tarang::thai
