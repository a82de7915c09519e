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
    State now = state;
    // Five steps at a time: the five words change places, and none has to be moved.
    const auto rounds = [&](std::size_t first, std::uint32_t constant, auto mix) {
        const auto step = [&](std::uint32_t a, std::uint32_t& b, std::uint32_t c, std::uint32_t d,
                              std::uint32_t& e, std::size_t i) {
            e += std::rotl(a, 5) + mix(b, c, d) + constant + words[i];
            b = std::rotl(b, 30);
        };
        auto& [a, b, c, d, e] = now;
        for (std::size_t i = first; i < first + 20; i += 5) {
            step(a, b, c, d, e, i);
            step(e, a, b, c, d, i + 1);
            step(d, e, a, b, c, i + 2);
            step(c, d, e, a, b, i + 3);
            step(b, c, d, e, a, i + 4);
        }
    };
    using Word = std::uint32_t;
    const auto parity = [](Word b, Word c, Word d) { return b ^ c ^ d; };
    rounds(0, 0x5A827999, [](Word b, Word c, Word d) { return d ^ (b & (c ^ d)); });
    rounds(20, 0x6ED9EBA1, parity);
    rounds(40, 0x8F1BBCDC, [](Word b, Word c, Word d) { return (b & c) | (d & (b | c)); });
    rounds(60, 0xCA62C1D6, parity);
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += now[i];
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
