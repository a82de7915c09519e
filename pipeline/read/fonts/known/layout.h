// How the compiled tables of known glyphs lie in memory: written by compile_known.cpp, read by
// known_glyphs.cpp. All numbers are little-endian.
//
//   number of outlines, number of runs (32 bits each)
//   outlines, ascending: fingerprint << 16 | character (64 bits)
//   runs, ascending: key (64 bits: hash of the family, number of glyphs, glyph), length, character (16 bits)
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace tarang::read::known {

inline constexpr std::size_t kHeader = 8;
inline constexpr std::size_t kOutline = 8;
inline constexpr std::size_t kRun = 12;

/// Glyphs that follow one another as their characters do.
struct Run {
    std::uint64_t key = 0;  ///< of the first glyph
    std::uint16_t length = 0;
    std::uint16_t character = 0;  ///< of the first glyph
};

/// FNV-1a, 32 bits, then the number of glyphs and the glyph.
constexpr std::uint64_t order_key(std::string_view family, std::uint32_t glyph_count, std::uint32_t glyph) {
    std::uint32_t hash = 0x811C9DC5;
    for (const char c : family) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return std::uint64_t{hash} << 32U | (glyph_count & 0xFFFFU) << 16U | (glyph & 0xFFFFU);
}

class Tables {
public:
    explicit Tables(std::string_view bytes) : bytes_(bytes) {}

    std::size_t outlines() const { return number<std::uint32_t>(0); }
    std::size_t runs() const { return number<std::uint32_t>(4); }
    std::uint64_t outline(std::size_t i) const { return number<std::uint64_t>(kHeader + i * kOutline); }
    Run run(std::size_t i) const {
        const std::size_t at = kHeader + outlines() * kOutline + i * kRun;
        return {number<std::uint64_t>(at), number<std::uint16_t>(at + 8), number<std::uint16_t>(at + 10)};
    }

private:
    template <typename Number>
    Number number(std::size_t at) const {
        Number value = 0;
        std::memcpy(&value, bytes_.data() + at, sizeof value);
        return value;
    }

    std::string_view bytes_;
};

}  // namespace tarang::read::known
