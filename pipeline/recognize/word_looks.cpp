#include "pipeline/recognize/word_looks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "pipeline/recognize/matching.h"

namespace tarang::recognize {
namespace {

constexpr float kSurest = 0.9F;  // a letter that one reading has and another has not
constexpr float kSure = 0.98F;   // where all letters are so sure, other scales read the same

using Clusters = std::span<const Cluster>;

/// Where two readings differ: clusters of one stand for those of the other.
struct Difference {
    std::size_t begin = 0;  ///< in the first
    std::size_t end = 0;
    std::size_t other_begin = 0;
    std::size_t other_end = 0;

    bool one_sided() const { return begin == end || other_begin == other_end; }
};

std::u32string letters_of(Clusters line) {
    std::string text;
    for (const Cluster& cluster : line) text += cluster.text;
    return thai::decode(text);
}

/// How a line falls into words.
struct Words {
    std::size_t known_letters = 0;
    std::size_t unknown_stretches = 0;

    explicit Words(Clusters line) {
        const std::u32string letters = letters_of(line);
        known_letters = thai::coverage_of(letters).known;
        unknown_stretches = thai::unknown_stretches(letters).size();
    }
    /// A stretch has to be gone: one that is only shorter may be another wrong word. But it may not be gone
    /// because its letters are.
    bool better_than(const Words& other) const {
        return known_letters > other.known_letters && unknown_stretches < other.unknown_stretches;
    }
};

/// A letter more or less stands with the one beside it: `raw` of something has to tell of it.
Difference widened(Difference difference, Clusters first) {
    if (!difference.one_sided()) return difference;
    if (difference.begin > 0 && !first[difference.begin - 1].space) {
        --difference.begin;
        --difference.other_begin;
    } else if (difference.end < first.size()) {
        ++difference.end;
        ++difference.other_end;
    }
    return difference;
}

std::vector<Difference> differences(Clusters first, Clusters other) {
    auto pairs = common_clusters(first, other);
    pairs.emplace_back(first.size(), other.size());
    std::vector<Difference> found;
    Difference next;
    for (const auto& [i, j] : pairs) {
        next.end = i;
        next.other_end = j;
        if (next.begin < i || next.other_begin < j) found.push_back(widened(next, first));
        next.begin = i + 1;
        next.other_begin = j + 1;
    }
    return found;
}

/// Nothing where spaces differ.
std::vector<Cluster> part_instead(Clusters before, Clusters now) {
    const auto is_space = [](const Cluster& cluster) { return cluster.space; };
    if (before.empty() || now.empty() || std::any_of(before.begin(), before.end(), is_space) ||
        std::any_of(now.begin(), now.end(), is_space))
        return {};
    std::vector<Cluster> part = replaced(before, now);
    for (Cluster& cluster : part) cluster.confidence = std::min(cluster.confidence, kSurest);
    return part;
}

}  // namespace

bool has_doubtful_words(Clusters line) {
    const auto sure = [](const Cluster& cluster) { return cluster.space || cluster.confidence >= kSure; };
    if (std::all_of(line.begin(), line.end(), sure)) return false;
    return !thai::unknown_stretches(letters_of(line)).empty();
}

std::vector<Cluster> with_words_of(std::vector<Cluster> line, const std::vector<Cluster>& other) {
    Words best(line);
    std::vector<Difference> found = differences(line, other);
    std::reverse(found.begin(), found.end());  // what stands before keeps its place
    for (const Difference& at : found) {
        const std::vector<Cluster> part =
            part_instead(Clusters(line).subspan(at.begin, at.end - at.begin),
                         Clusters(other).subspan(at.other_begin, at.other_end - at.other_begin));
        if (part.empty()) continue;
        std::vector<Cluster> now(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at.begin));
        now.insert(now.end(), part.begin(), part.end());
        now.insert(now.end(), line.begin() + static_cast<std::ptrdiff_t>(at.end), line.end());
        const Words words(now);
        if (!words.better_than(best)) continue;
        best = words;
        line = std::move(now);
    }
    return line;
}

}  // namespace tarang::recognize
