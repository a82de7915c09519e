#include "pipeline/interpret/columns/assignment.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>

namespace tarang::interpret {
namespace {

/// Columns beyond these stay unknown: reports have some ten, and the sets of keys grow with them.
constexpr std::size_t kMostMapped = 60;
static_assert(kColumnKeyCount <= 64);

/// Most sets of keys that are followed. Reports make some dozens; headers that are like many keys would make
/// thousands, of which the lightest never win.
constexpr std::size_t kMostStates = 400;

constexpr std::uint64_t bit(std::size_t key) { return std::uint64_t{1} << key; }

using States = std::map<std::uint64_t, Assignment>;

void drop_lightest(States& states) {
    if (states.size() <= kMostStates) return;
    std::vector<float> weights;
    for (const auto& [used, choice] : states) weights.push_back(choice.weight);
    const auto least = weights.begin() + static_cast<std::ptrdiff_t>(kMostStates);
    std::nth_element(weights.begin(), least, weights.end(), std::greater<>());
    const float bound = *least;
    std::erase_if(states, [bound](const auto& state) { return state.second.weight < bound; });
}

}  // namespace

/// Column by column over the sets of keys used; few sets arise, since a header is like few keys.
Assignment best_assignment(const std::vector<const Fits*>& columns, std::optional<ColumnKey> barred) {
    const std::uint64_t start = barred ? bit(static_cast<std::size_t>(*barred)) : 0;
    States states{{start, {}}};
    for (const Fits* fits : columns) {
        if (states.begin()->second.keys.size() == kMostMapped) break;
        States next;
        const auto offer = [&next](std::uint64_t used, Assignment choice) {
            const auto [state, added] = next.try_emplace(used, choice);
            if (!added && choice.weight > state->second.weight + 1e-6F) state->second = std::move(choice);
        };
        for (std::size_t key = 0; key < kColumnKeyCount; ++key) {
            const float weight = (*fits)[key];
            if (weight <= 0) continue;
            for (const auto& [used, choice] : states) {
                if ((used & bit(key)) != 0) continue;
                Assignment taken = choice;
                taken.weight += weight;
                taken.keys.emplace_back(static_cast<ColumnKey>(key));
                offer(used | bit(key), std::move(taken));
            }
        }
        for (auto& [used, choice] : states) {
            choice.keys.emplace_back(std::nullopt);
            offer(used, std::move(choice));
        }
        states = std::move(next);
        drop_lightest(states);
    }
    return std::max_element(states.begin(), states.end(),
                            [](const auto& a, const auto& b) { return a.second.weight < b.second.weight; })
        ->second;
}

}  // namespace tarang::interpret
