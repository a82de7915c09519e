#include "lib/thai/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace tarang::thai {

namespace {

/// What the first byte of a sequence promises. The second byte's range is what shuts out overlong forms,
/// surrogates and values that are too large.
struct Lead {
    int length = 0;  ///< 0: no sequence starts with this byte
    unsigned char second_low = 0x80;
    unsigned char second_high = 0xBF;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {1};
    if (byte < 0xC2) return {0};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {0};
}

struct Decoded {
    char32_t value = kReplacement;
    std::size_t length = 1;
    bool valid = false;
};

Decoded decode_at(std::string_view text, std::size_t position) {
    const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte_at(position);
    const Lead lead = lead_of(first);
    if (lead.length == 1) return {first, 1, true};
    if (lead.length == 0) return {};
    char32_t value = first & (0x7FU >> lead.length);
    for (int i = 1; i < lead.length; ++i) {
        const std::size_t at = position + static_cast<std::size_t>(i);
        const unsigned char low = i == 1 ? lead.second_low : 0x80;
        const unsigned char high = i == 1 ? lead.second_high : 0xBF;
        if (at >= text.size() || byte_at(at) < low || byte_at(at) > high) {
            return {kReplacement, static_cast<std::size_t>(i), false};
        }
        value = (value << 6U) | (byte_at(at) & 0x3FU);
    }
    return {value, static_cast<std::size_t>(lead.length), true};
}

/// Eight bytes, whose bits are looked at together.
using Eight = std::array<std::uint8_t, 8>;

std::uint64_t word_of(std::string_view text) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    return word;
}

constexpr auto kNoAscii = std::bit_cast<std::uint64_t>(Eight{0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80});
constexpr auto kThaiBits = std::bit_cast<std::uint64_t>(Eight{0xFF, 0xE0, 0xC0, 0xFF, 0xE0, 0xC0, 0, 0});
constexpr auto kThaiPair = std::bit_cast<std::uint64_t>(Eight{0xE0, 0xA0, 0x80, 0xE0, 0xA0, 0x80, 0, 0});

}  // namespace

char32_t next_other_code_point(std::string_view text, std::size_t& position) {
    const Decoded decoded = decode_at(text, position);
    position += decoded.length;
    return decoded.value;
}

bool is_valid_utf8(std::string_view text) {
    std::size_t i = 0;
    // ASCII, and two letters of the block that Thai is in, at a time: nearly all there is, and asked often.
    while (i + sizeof(Eight) <= text.size()) {
        const std::uint64_t eight = word_of(text.substr(i));
        if ((eight & kNoAscii) == 0) {
            i += sizeof eight;
        } else if ((eight & kThaiBits) == kThaiPair) {
            i += 6;
        } else if (const Decoded decoded = decode_at(text, i); decoded.valid) {
            i += decoded.length;
        } else {
            return false;
        }
    }
    while (i < text.size()) {
        const Decoded decoded = decode_at(text, i);
        if (!decoded.valid) return false;
        i += decoded.length;
    }
    return true;
}

std::u32string decode(std::string_view text) {
    std::u32string result;
    result.resize(text.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) result[count++] = next_code_point(text, i);
    result.resize(count);
    return result;
}

void append_utf8(std::string& text, char32_t c) {
    if ((c & ~char32_t{0x7F}) == 0x0E00) {
        const std::array thai{'\xE0', static_cast<char>(0xB8U | ((c >> 6U) & 1U)),
                              static_cast<char>(0x80U | (c & 0x3FU))};
        text.append(thai.data(), thai.size());
        return;
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    const auto tail = [&](unsigned shift) { put(0x80U | ((c >> shift) & 0x3FU)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        put(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string encode(std::u32string_view text) {
    std::string result;
    result.reserve(text.size() * 3);
    for (const char32_t c : text) append_utf8(result, c);
    return result;
}

std::string sanitize(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    return encode(decode(text));
}

}  // namespace tarang::thai
