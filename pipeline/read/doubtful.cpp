#include "pipeline/read/doubtful.h"

#include <cmath>
#include <string>

#include "lib/thai/utf8.h"

namespace tarang::read {
namespace {

// Clusters of a word that are shown, since Thai lines have few spaces.
constexpr std::size_t kShown = 12;
// A gap of so many sizes is another cell's.
constexpr float kGap = 1;

bool is_doubtful(const Cluster& cluster) {
    return cluster.confidence < 1 || cluster.text.find("\uFFFD") != std::string::npos;
}

bool is_next_in_word(const Cluster& before, const Cluster& next) {
    return !before.space && !next.space && std::abs(before.baseline - next.baseline) <= before.size / 2 &&
           std::abs(next.box.left - before.box.right) <= kGap * before.size;
}

}  // namespace

void tell_doubtful_letters(PageReading& page) {
    const auto& clusters = page.clusters;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (!is_doubtful(clusters[i])) continue;
        std::size_t begin = i;
        while (begin > 0 && i - begin < kShown && is_next_in_word(clusters[begin - 1], clusters[begin]))
            --begin;
        Finding finding;
        finding.code = FindingCode::kTextDoubtful;
        finding.page = page.info.number;
        Rect place = clusters[i].box;
        std::string word;
        std::size_t last = i;  // doubtful
        std::size_t end = begin;
        for (; end < clusters.size() && end <= last + kShown; ++end) {
            if (end > begin && !is_next_in_word(clusters[end - 1], clusters[end])) break;
            word += clusters[end].text;
            if (end <= i || !is_doubtful(clusters[end])) continue;
            place = unite(place, clusters[end].box);
            last = end;
        }
        finding.region = Region{page.info.number, place, std::nullopt};
        finding.arguments = {std::move(word)};
        page.findings.push_back(std::move(finding));
        i = last;
    }
}

}  // namespace tarang::read
