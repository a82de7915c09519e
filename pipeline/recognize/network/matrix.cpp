#include "pipeline/recognize/network/matrix.h"

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tarang::recognize {
namespace {

constexpr std::int32_t kBlock = PackedMatrix::kBlock;
constexpr std::int32_t kTogether = PackedMatrix::kTogether;
constexpr std::ptrdiff_t kGroupBytes = kBlock * kTogether;

/// One product, as PackedMatrix::multiply says it.
struct Product {
    const std::int8_t* weights;
    const std::int32_t* lifted;
    std::int32_t groups;
    std::int32_t blocks;
    const std::int8_t* vectors;
    std::ptrdiff_t stride;
    std::int32_t count;
    const std::int32_t* start;
    std::ptrdiff_t start_stride;
    std::int32_t* out;

    const std::int8_t* block(std::int32_t b) const { return weights + b * groups * kGroupBytes; }
    const std::int32_t* start_of(std::int32_t n, std::int32_t b) const {
        return start + n * start_stride + b * kBlock;
    }
    std::int32_t* out_of(std::int32_t n, std::int32_t b) const {
        return out + (static_cast<std::ptrdiff_t>(n) * blocks + b) * kBlock;
    }
};

void multiply_anywhere(const Product& p) {
    for (std::int32_t n = 0; n < p.count; ++n) {
        const std::int8_t* vector = p.vectors + n * p.stride;
        for (std::int32_t b = 0; b < p.blocks; ++b) {
            std::int32_t sums[kBlock];
            std::copy_n(p.start_of(n, b), kBlock, sums);
            const std::int8_t* weights = p.block(b);
            for (std::int32_t g = 0; g < p.groups; ++g, weights += kGroupBytes) {
                const std::int8_t* four = vector + g * kTogether;
                for (std::int32_t o = 0; o < kBlock; ++o) {
                    for (std::int32_t i = 0; i < kTogether; ++i)
                        sums[o] += weights[o * kTogether + i] * four[i];
                }
            }
            std::copy_n(sums, kBlock, p.out_of(n, b));
        }
    }
}

#if defined(__x86_64__)

std::int32_t four_inputs(const std::int8_t* at) {
    std::int32_t four = 0;
    std::memcpy(&four, at, sizeof four);
    return four;
}

/// N vectors by B blocks. Bytes are multiplied unsigned by signed: signs go over from the weights to the
/// inputs.
template <int N, int B>
[[gnu::target("avx2")]] void tile_avx2(const Product& p, std::int32_t n0, std::int32_t b0) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i sums[N][B][2];
    for (int n = 0; n < N; ++n) {
        for (int b = 0; b < B; ++b) {
            const auto* start = reinterpret_cast<const __m256i*>(p.start_of(n0 + n, b0 + b));
            sums[n][b][0] = _mm256_loadu_si256(start);
            sums[n][b][1] = _mm256_loadu_si256(start + 1);
        }
    }
    const std::int8_t* vectors = p.vectors + n0 * p.stride;
    for (std::int32_t g = 0; g < p.groups; ++g) {
        __m256i four[N];
        for (int n = 0; n < N; ++n)
            four[n] = _mm256_set1_epi32(four_inputs(vectors + n * p.stride + g * kTogether));
        for (int b = 0; b < B; ++b) {
            for (int half = 0; half < 2; ++half) {
                const auto* place =
                    reinterpret_cast<const __m256i*>(p.block(b0 + b) + g * kGroupBytes) + half;
                const __m256i weights = _mm256_loadu_si256(place);
                const __m256i sizes = _mm256_abs_epi8(weights);
                for (int n = 0; n < N; ++n) {
                    const __m256i pairs = _mm256_maddubs_epi16(sizes, _mm256_sign_epi8(four[n], weights));
                    sums[n][b][half] = _mm256_add_epi32(sums[n][b][half], _mm256_madd_epi16(pairs, ones));
                }
            }
        }
    }
    for (int n = 0; n < N; ++n) {
        for (int b = 0; b < B; ++b) {
            auto* out = reinterpret_cast<__m256i*>(p.out_of(n0 + n, b0 + b));
            _mm256_storeu_si256(out, sums[n][b][0]);
            _mm256_storeu_si256(out + 1, sums[n][b][1]);
        }
    }
}

/// As above. Inputs are made unsigned by adding 128, which `lifted` takes back.
template <int N, int B>
[[gnu::target("avx512f,avx512bw,avx512vl,avx512vnni")]] void tile_vnni(const Product& p, std::int32_t n0,
                                                                       std::int32_t b0) {
    const __m512i lift = _mm512_set1_epi8(-128);
    __m512i sums[N][B];
    for (int b = 0; b < B; ++b) {
        const __m512i lifted = _mm512_loadu_si512(p.lifted + (b0 + b) * kBlock);
        for (int n = 0; n < N; ++n)
            sums[n][b] = _mm512_add_epi32(lifted, _mm512_loadu_si512(p.start_of(n0 + n, b0 + b)));
    }
    const std::int8_t* vectors = p.vectors + n0 * p.stride;
    for (std::int32_t g = 0; g < p.groups; ++g) {
        __m512i weights[B];
        for (int b = 0; b < B; ++b) weights[b] = _mm512_loadu_si512(p.block(b0 + b) + g * kGroupBytes);
        for (int n = 0; n < N; ++n) {
            const __m512i four = _mm512_xor_si512(
                _mm512_set1_epi32(four_inputs(vectors + n * p.stride + g * kTogether)), lift);
            for (int b = 0; b < B; ++b) sums[n][b] = _mm512_dpbusd_epi32(sums[n][b], four, weights[b]);
        }
    }
    for (int n = 0; n < N; ++n) {
        for (int b = 0; b < B; ++b) _mm512_storeu_si512(p.out_of(n0 + n, b0 + b), sums[n][b]);
    }
}

using Tile = void (*)(const Product&, std::int32_t, std::int32_t);

/// `many`: N vectors by one block; `wide`: a vector by B blocks.
template <int N, int B>
void in_tiles(const Product& p, Tile many, Tile wide, Tile one) {
    std::int32_t n = 0;
    for (; n + N <= p.count; n += N) {
        for (std::int32_t b = 0; b < p.blocks; ++b) many(p, n, b);
    }
    for (; n < p.count; ++n) {
        std::int32_t b = 0;
        for (; b + B <= p.blocks; b += B) wide(p, n, b);
        for (; b < p.blocks; ++b) one(p, n, b);
    }
}

void multiply_avx2(const Product& p) { in_tiles<4, 4>(p, tile_avx2<4, 1>, tile_avx2<1, 4>, tile_avx2<1, 1>); }

void multiply_vnni(const Product& p) { in_tiles<8, 8>(p, tile_vnni<8, 1>, tile_vnni<1, 8>, tile_vnni<1, 1>); }

#endif

using Multiply = void (*)(const Product&);

Multiply fastest() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni"))
        return multiply_vnni;
    if (__builtin_cpu_supports("avx2")) return multiply_avx2;
#endif
    return multiply_anywhere;
}

}  // namespace

PackedMatrix::PackedMatrix(std::span<const Weights> matrices, std::int32_t first, std::int32_t count,
                           std::int32_t together)
    : groups_((count + together - 1) / together) {
    for (const Weights& matrix : matrices) blocks_ += (matrix.outputs + kBlock - 1) / kBlock;
    const auto all = static_cast<std::size_t>(outputs());
    weights_.resize(all * static_cast<std::size_t>(inputs()));
    bias_.resize(all);
    lifted_.resize(all);
    std::int32_t row = 0;
    for (const Weights& matrix : matrices) {
        for (std::int32_t o = 0; o < matrix.outputs; ++o) {
            const auto place = static_cast<std::size_t>(row + o);
            bias_[place] = matrix.at(o, matrix.inputs) * INT8_MAX;
            std::int8_t* block = weights_.data() + (row + o) / kBlock * groups_ * kGroupBytes;
            for (std::int32_t i = 0; i < count; ++i) {
                const std::int8_t weight = matrix.at(o, first + i);
                block[i / together * kGroupBytes + (row + o) % kBlock * kTogether + i % together] = weight;
                lifted_[place] -= 128 * weight;
            }
        }
        row += (matrix.outputs + kBlock - 1) / kBlock * kBlock;
    }
}

void PackedMatrix::multiply(const std::int8_t* vectors, std::ptrdiff_t stride, std::int32_t count,
                            const std::int32_t* start, std::ptrdiff_t start_stride, std::int32_t* out) const {
    static const Multiply kMultiply = fastest();
    kMultiply({weights_.data(), lifted_.data(), groups_, blocks_, vectors, stride, count, start, start_stride,
               out});
}

}  // namespace tarang::recognize
