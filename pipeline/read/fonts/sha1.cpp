#include "pipeline/read/fonts/sha1.h"

#include <algorithm>
#include <bit>

namespace tarang::read {
namespace {

using State = std::array<std::uint32_t, 5>;
constexpr std::size_t kBlock = 64;

void add_block(State& state, const unsigned char* block) {
    std::array<std::uint32_t, 80> words{};
    for (std::size_t i = 0; i < 16; ++i) {
        words[i] = std::uint32_t{block[i * 4]} << 24U | std::uint32_t{block[i * 4 + 1]} << 16U |
                   std::uint32_t{block[i * 4 + 2]} << 8U | block[i * 4 + 3];
    }
    for (std::size_t i = 16; i < 80; ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (std::size_t i = 0; i < 80; ++i) {
        const std::uint32_t f = i < 20              ? (b & c) | (~b & d)
                                : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d)
                                                    : b ^ c ^ d;
        constexpr State kRound{0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
        const std::uint32_t next = std::rotl(a, 5) + f + e + kRound[i / 20] + words[i];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

}  // namespace

State sha1(std::span<const unsigned char> data) {
    State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    std::size_t at = 0;
    for (; at + kBlock <= data.size(); at += kBlock) add_block(state, data.data() + at);
    std::array<unsigned char, 2 * kBlock> end{};
    const std::size_t rest = data.size() - at;
    std::copy_n(data.begin() + static_cast<std::ptrdiff_t>(at), rest, end.begin());
    end[rest] = 0x80;
    const std::size_t length = rest + 9 <= kBlock ? kBlock : 2 * kBlock;
    const std::uint64_t bits = std::uint64_t{data.size()} * 8;
    for (std::size_t i = 0; i < 8; ++i) end[length - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
    for (std::size_t block = 0; block < length; block += kBlock) add_block(state, end.data() + block);
    return state;
}

}  // namespace tarang::read
