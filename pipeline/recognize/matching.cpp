#include "pipeline/recognize/matching.h"

#include <algorithm>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"

namespace tarang::recognize {
namespace {

using Clusters = std::span<const Cluster>;

Cluster united(Clusters clusters) {
    Cluster all = clusters.front();
    all.raw.clear();
    for (const Cluster& cluster : clusters) all.raw += cluster.raw.empty() ? cluster.text : cluster.raw;
    for (const Cluster& cluster : clusters.subspan(1)) {
        all.text += cluster.text;
        all.box = unite(all.box, cluster.box);
        all.confidence = std::min(all.confidence, cluster.confidence);
    }
    return all;
}

}  // namespace

float chance_of(Clusters clusters) {
    float chance = 1;
    for (const Cluster& cluster : clusters) chance *= cluster.confidence;
    return chance;
}

bool is_digit(const Cluster& cluster) {
    const std::u32string text = thai::decode(cluster.text);
    return !text.empty() && thai::is_digit(text.front());
}

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

std::vector<Cluster> replaced(Clusters before, Clusters now) {
    std::vector<Cluster> part(now.begin(), now.end());
    if (now.size() != before.size()) part = {united(now)};
    for (std::size_t k = 0; k < part.size(); ++k)
        part[k].raw = part.size() == before.size() ? united(before.subspan(k, 1)).raw : united(before).raw;
    return part;
}

}  // namespace tarang::recognize
