#include "host/audit/sampling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>

#include "models/run_error.h"

namespace tarang::audit {
namespace {

// I and O are no code letters. Each is for lots up to the size given (ISO 2859-1, table 1, level II).
struct CodeLetter {
    char letter;
    std::int64_t largest_lot;
    std::int64_t size;
};
constexpr std::array<CodeLetter, 15> kLetters{{{'A', 8, 2},
                                               {'B', 15, 3},
                                               {'C', 25, 5},
                                               {'D', 50, 8},
                                               {'E', 90, 13},
                                               {'F', 150, 20},
                                               {'G', 280, 32},
                                               {'H', 500, 50},
                                               {'J', 1'200, 80},
                                               {'K', 3'200, 125},
                                               {'L', 10'000, 200},
                                               {'M', 35'000, 315},
                                               {'N', 150'000, 500},
                                               {'P', 500'000, 800},
                                               {'Q', INT64_MAX, 1'250}}};

// Table 2-A runs diagonally: each limit has Ac 0 at one letter, one letter earlier with each next limit, and
// from there on downwards the numbers below. -1: the arrow up to the plan before; -2: down to the one after.
constexpr std::array<int, 11> kAccept{0, -1, -2, 1, 2, 3, 5, 7, 10, 14, 21};
constexpr std::size_t kLetterOfZeroAtFinest = 10;  // 'L' has Ac 0 at the first of the limits below

double share_up_to(std::int64_t wrong, std::int64_t size, double p) {
    if (p <= 0) return 1;
    if (p >= 1) return wrong >= size ? 1 : 0;
    double sum = 0;
    const auto n = static_cast<double>(size);
    for (std::int64_t i = 0; i <= wrong; ++i) {
        const auto k = static_cast<double>(i);
        sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) +
                        (n - k) * std::log1p(-p));
    }
    return std::min(sum, 1.0);
}

/// The p at which share_up_to(wrong) falls to `level`.
double where_falls_to(double level, std::int64_t wrong, std::int64_t size) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (share_up_to(wrong, size, middle) > level ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

const std::vector<double>& quality_limits() {
    static const std::vector<double> kLimits{0.065, 0.10, 0.15, 0.25, 0.40, 0.65, 1.0, 1.5, 2.5, 4.0, 6.5};
    return kLimits;
}

SamplingPlan plan_for(std::int64_t lot, double aql) {
    const auto& limits = quality_limits();
    const auto limit = std::find(limits.begin(), limits.end(), aql);
    if (limit == limits.end())
        throw RunError(ExitCode::kUsage,
                       "อัตราผิดที่ยอมได้ต้องเป็น 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4 หรือ 6.5",
                       "the quality limit is one of 0.065, 0.1, 0.15, 0.25, 0.4, 0.65, 1, 1.5, 2.5, 4, 6.5");
    const auto by_lot = std::find_if(kLetters.begin(), kLetters.end(),
                                     [&](const CodeLetter& l) { return lot <= l.largest_lot; });
    const auto zero = kLetterOfZeroAtFinest - static_cast<std::size_t>(limit - limits.begin());
    auto letter = static_cast<std::size_t>(by_lot - kLetters.begin());
    // Before the first plan of the limit all arrows lead down, behind the last all lead up.
    std::size_t step = std::clamp(letter, zero, zero + kAccept.size() - 1) - zero;
    if (kAccept[step] == -1) --step;
    if (kAccept[step] == -2) ++step;
    letter = std::min(zero + step, kLetters.size() - 1);
    const std::int64_t size = std::min(kLetters[letter].size, lot);
    return {kLetters[letter].letter, size, kAccept[step]};
}

std::vector<std::size_t> draw(std::size_t lot, std::size_t size, std::uint32_t seed) {
    std::mt19937 random(seed);  // the standard fixes its numbers, unlike those of its distributions
    std::vector<std::size_t> positions(lot);
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    size = std::min(size, lot);
    for (std::size_t i = 0; i < size; ++i) {
        const std::uint64_t choices = lot - i;
        const std::uint64_t number = (std::uint64_t{random()} << 32) | random();
        std::swap(positions[i], positions[i + static_cast<std::size_t>(number % choices)]);
    }
    positions.resize(size);
    std::sort(positions.begin(), positions.end());
    return positions;
}

Interval clopper_pearson(std::int64_t wrong, std::int64_t size) {
    constexpr double kTail = 0.025;
    if (size == 0) return {};
    Interval interval;
    interval.low = wrong == 0 ? 0 : where_falls_to(1 - kTail, wrong - 1, size);
    interval.high = wrong == size ? 1 : where_falls_to(kTail, wrong, size);
    return interval;
}

}  // namespace tarang::audit
