#include "host/worker/sureness.h"

#include <algorithm>
#include <string>

#include "lib/thai/chars.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "pipeline/recognize/matching.h"

namespace tarang::worker {
namespace {

constexpr float kWordsCount = 0.8F;  // of a line's sureness

}  // namespace

float chance_of(const std::vector<Cluster>& clusters) {
    return clusters.empty() ? 0 : recognize::chance_of(clusters);
}

float sureness_of(std::span<const std::vector<Cluster>> lines) {
    float sum = 0;
    std::size_t letters = 0;
    std::u32string text;
    for (const std::vector<Cluster>& line : lines) {
        for (const Cluster& cluster : line) {
            sum += cluster.confidence;
            ++letters;
            text += thai::decode(cluster.text);
        }
        text += U' ';
    }
    if (letters == 0) return 1;
    const auto signs = static_cast<float>(
        std::count_if(text.begin(), text.end(), [](char32_t c) { return c != U' ' && !thai::is_digit(c); }));
    const float words = signs > 0 ? static_cast<float>(thai::coverage_of(text).known) / signs : 1;
    return sum / static_cast<float>(letters) * (1 - kWordsCount + kWordsCount * words);
}

Cluster whole_line(const std::vector<Cluster>& line, const layout::InkPiece& box,
                   const layout::PrintMeasure& measure) {
    const double scale = 1 / measure.pixels_per_point;
    const auto points = [scale](std::int32_t pixels) { return static_cast<Points>(pixels * scale); };
    Cluster all = line.front();
    all.text.clear();
    all.raw.clear();
    for (const Cluster& cluster : line) {
        all.text += cluster.text;
        all.raw += cluster.raw.empty() ? cluster.text : cluster.raw;
    }
    if (all.raw == all.text) all.raw.clear();
    all.space = false;
    all.box = {points(box.left), points(box.top), points(box.right), points(box.bottom)};
    all.baseline = all.box.bottom;
    all.confidence = chance_of(line);
    return all;
}

}  // namespace tarang::worker
