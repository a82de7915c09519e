#include "pipeline/interpret/columns/assignment.h"

#include <algorithm>
#include <cstdint>
#include <functional>

namespace tarang::interpret {
namespace {

/// Columns beyond these stay unknown: reports have some ten, and the sets of keys grow with them.
constexpr std::size_t kMostMapped = 60;
static_assert(kColumnKeyCount <= 64);

/// Most sets of keys that are followed. Reports make some dozens; headers that are like many keys would make
/// thousands, of which the lightest never win.
constexpr std::size_t kMostStates = 400;

constexpr std::uint64_t bit(std::size_t key) { return std::uint64_t{1} << key; }

/// A set of keys that the columns so far may have, and how it came about.
struct State {
    std::uint64_t used = 0;
    float weight = 0;
    std::int32_t before = -1;       ///< index of the state that it was made of
    std::optional<ColumnKey> last;  ///< of the last column
};

/// By the set of keys, each once.
using States = std::vector<State>;

void drop_lightest(States& states) {
    if (states.size() <= kMostStates) return;
    std::vector<float> weights;
    for (const State& state : states) weights.push_back(state.weight);
    const auto least = weights.begin() + static_cast<std::ptrdiff_t>(kMostStates);
    std::nth_element(weights.begin(), least, weights.end(), std::greater<>());
    const float bound = *least;
    std::erase_if(states, [bound](const State& state) { return state.weight < bound; });
}

/// Of several ways to the same set the first one that no other outweighs.
void keep_best(States& states) {
    std::stable_sort(states.begin(), states.end(),
                     [](const State& a, const State& b) { return a.used < b.used; });
    std::size_t kept = 0;
    for (const State& state : states) {
        if (kept == 0 || states[kept - 1].used != state.used) {
            states[kept++] = state;
        } else if (state.weight > states[kept - 1].weight + 1e-6F) {
            states[kept - 1] = state;
        }
    }
    states.resize(kept);
}

/// All ways to give the next column a key that is left, or none.
States followed_by(const States& states, const Fits& fits) {
    States next;
    for (std::size_t key = 0; key < kColumnKeyCount; ++key) {
        if (fits[key] <= 0) continue;
        for (std::size_t i = 0; i < states.size(); ++i) {
            if ((states[i].used & bit(key)) != 0) continue;
            next.push_back({states[i].used | bit(key), states[i].weight + fits[key],
                            static_cast<std::int32_t>(i), static_cast<ColumnKey>(key)});
        }
    }
    for (std::size_t i = 0; i < states.size(); ++i)
        next.push_back({states[i].used, states[i].weight, static_cast<std::int32_t>(i), std::nullopt});
    keep_best(next);
    return next;
}

}  // namespace

/// Column by column over the sets of keys used; few sets arise, since a header is like few keys.
Assignment best_assignment(const std::vector<const Fits*>& columns, std::optional<ColumnKey> barred) {
    std::vector<States> steps(1);
    steps.front().push_back({barred ? bit(static_cast<std::size_t>(*barred)) : 0, 0, -1, std::nullopt});
    for (std::size_t column = 0; column < std::min(columns.size(), kMostMapped); ++column) {
        steps.push_back(followed_by(steps.back(), *columns[column]));
        drop_lightest(steps.back());
    }
    const States& last = steps.back();
    const auto best = std::max_element(last.begin(), last.end(),
                                       [](const State& a, const State& b) { return a.weight < b.weight; });
    Assignment assignment{best->weight, {}};
    assignment.keys.resize(steps.size() - 1);
    auto at = static_cast<std::size_t>(best - last.begin());
    for (std::size_t step = steps.size() - 1; step > 0; --step) {
        const State& state = steps[step][at];
        assignment.keys[step - 1] = state.last;
        at = static_cast<std::size_t>(state.before);
    }
    return assignment;
}

}  // namespace tarang::interpret
