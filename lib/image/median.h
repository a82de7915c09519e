// The usual one of what was measured on a page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tarang::image {

/// Of an even number the upper of the two in the middle. `values` are not empty.
template <typename T>
T median(std::vector<T> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace tarang::image
