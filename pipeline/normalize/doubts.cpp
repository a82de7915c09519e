#include "pipeline/normalize/doubts.h"

#include <algorithm>
#include <string_view>

#include "lib/thai/utf8.h"

namespace tarang::normalize {
namespace {

/// How many letters are alike from here on, up to as many as show that two places are the same.
std::size_t alike(std::u32string_view a, std::u32string_view b) {
    constexpr std::size_t kEnough = 4;
    const std::size_t most = std::min({kEnough, a.size(), b.size()});
    std::size_t count = 0;
    while (count < most && a[count] == b[count]) ++count;
    return count == most && most < kEnough && a.size() == b.size() ? kEnough : count;
}

struct Step {
    std::size_t before = 0;
    std::size_t after = 0;
};

/// The least that has to be passed on both sides before the texts are alike again: repairs change a letter's
/// marks, or two letters.
Step step_over(std::u32string_view before, std::u32string_view after) {
    constexpr std::size_t kFarthest = 8;
    Step best{1, 1};
    std::size_t best_alike = 0;
    for (std::size_t sum = 1; sum <= 2 * kFarthest; ++sum) {
        for (std::size_t passed = sum > kFarthest ? sum - kFarthest : 0; passed <= std::min(sum, kFarthest);
             ++passed) {
            const Step step{passed, sum - passed};
            if (step.before > before.size() || step.after > after.size()) continue;
            const std::size_t now = alike(before.substr(step.before), after.substr(step.after));
            if (now > best_alike) best = step, best_alike = now;
        }
        if (best_alike >= 4) break;
    }
    return best;
}

/// By code point of a text, and for its end, where that stands in what was made of the text.
std::vector<std::int32_t> places_in(const std::u32string& repaired, const std::u32string& text) {
    std::vector<std::int32_t> places(text.size() + 1, static_cast<std::int32_t>(repaired.size()));
    const std::u32string_view before = text;
    const std::u32string_view after = repaired;
    for (std::size_t i = 0, j = 0; i < before.size() && j < after.size();) {
        Step step{1, 1};
        if (before[i] != after[j]) step = step_over(before.substr(i), after.substr(j));
        for (std::size_t k = i; k < std::min(i + step.before, before.size()); ++k)
            places[k] = static_cast<std::int32_t>(j);
        i += step.before;
        j += step.after;
    }
    return places;
}

}  // namespace

std::vector<TextRange> unsure_letters(const std::vector<Doubt>& doubts, const std::string& text,
                                      const std::string& repaired) {
    std::vector<TextRange> unsure;
    for (const Doubt& doubt : doubts) {
        if (doubt.confidence < kUnsure) append_ranges(unsure, {doubt.letters}, 0);
    }
    if (unsure.empty() || text == repaired) return unsure;
    const std::u32string now = thai::decode(repaired);
    const std::vector<std::int32_t> places = places_in(now, thai::decode(text));
    const auto place_of = [&](std::int32_t at) {
        return places[static_cast<std::size_t>(
            std::min<std::int32_t>(at, static_cast<std::int32_t>(places.size()) - 1))];
    };
    std::vector<TextRange> moved;
    for (const TextRange& range : unsure) {
        TextRange there{place_of(range.from), place_of(range.to)};
        // What was taken away is in doubt with the letter before it.
        if (there.from >= there.to) there = {std::max(0, there.to - 1), there.to};
        if (!moved.empty()) there.from = std::max(there.from, moved.back().to);
        if (there.from < there.to) append_ranges(moved, {there}, 0);
    }
    return moved;
}

}  // namespace tarang::normalize
