// What becomes of a layer's sums: the cells' curves, interpolated from the tables that the network was
// trained with.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tarang::recognize {

/// A step of `count` memory cells, a multiple of sixteen. `sums` and `scales` have `count` values for each of
/// the four gates, one gate after the other. `state` is what the cells hold; `outputs` become -127..127.
void step_cells(const std::int32_t* sums, const float* scales, std::size_t count, float* state,
                std::int8_t* outputs);

/// The hyperbolic tangent of sums, as -127..127. `count` as above.
void tangents_of(const std::int32_t* sums, const float* scales, std::size_t count, std::int8_t* outputs);

/// Makes shares of one of weighted sums.
void softmax(const std::int32_t* sums, const float* scales, std::size_t count, float* shares);

}  // namespace tarang::recognize
