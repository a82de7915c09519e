// Products of eight-bit matrices and vectors. Sums are exact in 32 bits, so every processor gives the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "pipeline/recognize/network/model.h"

namespace tarang::recognize {

/// Some weights in the order in which processors take them: sixteen outputs side by side, four inputs
/// together.
class PackedMatrix {
public:
    static constexpr std::int32_t kTogether = 4;
    static constexpr std::int32_t kBlock = 16;

    PackedMatrix() = default;
    /// The outputs of several matrices one after the other, each padded to whole blocks; of their inputs
    /// `count` from `first` on. `together`: inputs of a group, at most four; the rest of it is padding.
    PackedMatrix(std::span<const Weights> matrices, std::int32_t first, std::int32_t count,
                 std::int32_t together = kTogether);

    /// With padding: a multiple of kBlock.
    std::int32_t outputs() const { return blocks_ * kBlock; }
    /// Bytes of a vector that are read; those of padding may hold anything.
    std::int32_t inputs() const { return groups_ * kTogether; }
    /// What the constant input adds to each output.
    const std::vector<std::int32_t>& bias() const { return bias_; }

    /// For each of `count` vectors, `stride` bytes apart, values -127..127: the sums of its products, added
    /// to a row of `start`; rows are `start_stride` values apart, 0 for the same each time. `out` has `count`
    /// rows of outputs() and may be `start`.
    void multiply(const std::int8_t* vectors, std::ptrdiff_t stride, std::int32_t count,
                  const std::int32_t* start, std::ptrdiff_t start_stride, std::int32_t* out) const;

private:
    std::int32_t groups_ = 0;
    std::int32_t blocks_ = 0;
    std::vector<std::int8_t> weights_;  ///< block, group, output, input
    std::vector<std::int32_t> bias_;
    std::vector<std::int32_t> lifted_;  ///< an output: -128 times the sum of its weights
};

}  // namespace tarang::recognize
