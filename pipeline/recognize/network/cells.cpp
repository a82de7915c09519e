#include "pipeline/recognize/network/cells.h"

#include <algorithm>
#include <array>
#include <cmath>

// Compiled without contraction of products and sums (see CMakeLists.txt): every processor rounds alike.

namespace tarang::recognize {
namespace {

constexpr std::size_t kPoints = 4096;
constexpr float kPointsToOne = 256;
constexpr float kLastPoint = kPoints - 1;  // from here on a curve is one
constexpr float kMostState = 100;
constexpr float kFull = INT8_MAX;
constexpr float kLeastExponent = -86;

/// A curve over 0..16: at each point its value, and the way to the next.
struct Curve {
    alignas(64) std::array<float, kPoints> value{};
    alignas(64) std::array<float, kPoints> way{};

    template <typename Function>
    explicit Curve(const Function& function) {
        for (std::size_t i = 0; i < kPoints; ++i)
            value[i] = static_cast<float>(function(static_cast<double>(i) / kPointsToOne));
        for (std::size_t i = 0; i + 1 < kPoints; ++i) way[i] = value[i + 1] - value[i];
        value.back() = 1;
    }
};

const Curve& tangent() {
    static const Curve kCurve([](double x) { return std::tanh(x); });
    return kCurve;
}
const Curve& logistic() {
    static const Curve kCurve([](double x) { return 1 / (1 + std::exp(-x)); });
    return kCurve;
}

[[gnu::always_inline]] inline float on(const float* value, const float* way, float size) {
    const float at = std::min(size * kPointsToOne, kLastPoint);
    const auto point = static_cast<std::int32_t>(at);
    return value[point] + way[point] * (at - static_cast<float>(point));
}
[[gnu::always_inline]] inline float tangent_at(const float* value, const float* way, float x) {
    return std::copysign(on(value, way, std::abs(x)), x);
}
[[gnu::always_inline]] inline float logistic_at(const float* value, const float* way, float x) {
    const float of_size = on(value, way, std::abs(x));
    return x < 0 ? 1 - of_size : of_size;
}
[[gnu::always_inline]] inline std::int8_t in_eight_bits(float x) {
    const float much = x * kFull;
    return static_cast<std::int8_t>(static_cast<std::int32_t>(much + std::copysign(0.5F, much)));
}

[[gnu::always_inline]] inline void step(const std::int32_t* __restrict sums, const float* __restrict scales,
                                        std::size_t count, float* __restrict state,
                                        std::int8_t* __restrict outputs) {
    const float* tv = tangent().value.data();
    const float* tw = tangent().way.data();
    const float* lv = logistic().value.data();
    const float* lw = logistic().way.data();
    for (std::size_t i = 0; i < count; ++i) {
        const auto gate = [&](std::size_t g) {
            return static_cast<float>(sums[g * count + i]) * scales[g * count + i];
        };
        const float taken = tangent_at(tv, tw, gate(0)) * logistic_at(lv, lw, gate(1));
        const float held = state[i] * logistic_at(lv, lw, gate(2)) + taken;
        const float now = std::min(std::max(held, -kMostState), kMostState);
        state[i] = now;
        outputs[i] = in_eight_bits(tangent_at(tv, tw, now) * logistic_at(lv, lw, gate(3)));
    }
}

[[gnu::always_inline]] inline void tangents(const std::int32_t* __restrict sums,
                                            const float* __restrict scales, std::size_t count,
                                            std::int8_t* __restrict outputs) {
    const float* tv = tangent().value.data();
    const float* tw = tangent().way.data();
    for (std::size_t i = 0; i < count; ++i)
        outputs[i] = in_eight_bits(tangent_at(tv, tw, static_cast<float>(sums[i]) * scales[i]));
}

using Step = void (*)(const std::int32_t*, const float*, std::size_t, float*, std::int8_t*);
using Tangents = void (*)(const std::int32_t*, const float*, std::size_t, std::int8_t*);

void step_anywhere(const std::int32_t* sums, const float* scales, std::size_t count, float* state,
                   std::int8_t* outputs) {
    step(sums, scales, count, state, outputs);
}
void tangents_anywhere(const std::int32_t* sums, const float* scales, std::size_t count,
                       std::int8_t* outputs) {
    tangents(sums, scales, count, outputs);
}

#if defined(__x86_64__)
// The same loops for processors that look up several points at once.
[[gnu::target("avx2")]] void step_avx2(const std::int32_t* sums, const float* scales, std::size_t count,
                                       float* state, std::int8_t* outputs) {
    step(sums, scales, count, state, outputs);
}
[[gnu::target("avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512")]] void step_avx512(
    const std::int32_t* sums, const float* scales, std::size_t count, float* state, std::int8_t* outputs) {
    step(sums, scales, count, state, outputs);
}
[[gnu::target("avx2")]] void tangents_avx2(const std::int32_t* sums, const float* scales, std::size_t count,
                                           std::int8_t* outputs) {
    tangents(sums, scales, count, outputs);
}
#endif

Step fastest_step() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq"))
        return step_avx512;
    if (__builtin_cpu_supports("avx2")) return step_avx2;
#endif
    return step_anywhere;
}

Tangents fastest_tangents() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return tangents_avx2;
#endif
    return tangents_anywhere;
}

}  // namespace

void step_cells(const std::int32_t* sums, const float* scales, std::size_t count, float* state,
                std::int8_t* outputs) {
    static const Step kStep = fastest_step();
    kStep(sums, scales, count, state, outputs);
}

void tangents_of(const std::int32_t* sums, const float* scales, std::size_t count, std::int8_t* outputs) {
    static const Tangents kTangents = fastest_tangents();
    kTangents(sums, scales, count, outputs);
}

void softmax(const std::int32_t* sums, const float* scales, std::size_t count, float* shares) {
    for (std::size_t i = 0; i < count; ++i) shares[i] = static_cast<float>(sums[i]) * scales[i];
    const float most = *std::max_element(shares, shares + count);
    float all = 0;
    for (std::size_t i = 0; i < count; ++i) {
        shares[i] = std::exp(std::max(shares[i] - most, kLeastExponent));
        all += shares[i];
    }
    for (std::size_t i = 0; i < count; ++i) shares[i] /= all;
}

}  // namespace tarang::recognize
