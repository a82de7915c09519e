// What was measured at a few points, and in between along straight lines.
#pragma once

#include <algorithm>
#include <span>

namespace tarang::recognize {

struct Measured {
    float at;
    float value;
};

/// The value at `at` of two points or more, which ascend; beyond the outermost it stays as there.
constexpr float value_at(std::span<const Measured> points, float at) {
    const auto above = std::find_if(points.begin() + 1, points.end() - 1,
                                    [at](const Measured& point) { return at <= point.at; });
    const auto below = above - 1;
    const float part = std::clamp((at - below->at) / (above->at - below->at), 0.0F, 1.0F);
    return below->value + part * (above->value - below->value);
}

}  // namespace tarang::recognize
