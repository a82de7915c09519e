#include "pipeline/recognize/matching.h"

#include <algorithm>

namespace tarang::recognize {

std::vector<std::pair<std::size_t, std::size_t>> common_clusters(std::span<const Cluster> a,
                                                                 std::span<const Cluster> b) {
    const std::size_t columns = b.size() + 1;
    std::vector<int> common((a.size() + 1) * columns, 0);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return common[i * columns + j]; };
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;)
            at(i, j) = a[i].text == b[j].text ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].text == b[j].text) {
            pairs.emplace_back(i++, j++);
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

}  // namespace tarang::recognize
