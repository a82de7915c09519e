#include "pipeline/recognize/number_looks.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "pipeline/recognize/matching.h"

namespace tarang::recognize {
namespace {

using Clusters = std::span<const Cluster>;

constexpr float kSure = 0.98F;

std::size_t digits_end(Clusters line, std::size_t from) {
    while (from < line.size() && is_digit(line[from])) ++from;
    return from;
}

std::string text_of(Clusters number) {
    std::string text;
    for (const Cluster& digit : number) text += digit.text;
    return text;
}

/// Another reading of a line, and where the two agree.
struct Look {
    Clusters reading;
    std::vector<std::pair<std::size_t, std::size_t>> common;  ///< of the line, of the reading
};

/// What a look has where the line of `size` clusters has [begin, end): between the same neighbours. Nothing
/// where that is no number.
Clusters same_place(const Look& look, std::size_t size, std::size_t begin, std::size_t end) {
    const std::size_t last = look.reading.size();
    std::size_t from = begin == 0 ? 0 : last + 1;
    std::size_t to = end == size ? last : last + 1;
    for (const auto& [mine, other] : look.common) {
        if (mine + 1 == begin) from = other + 1;
        if (mine == end) to = other;
    }
    if (to > last || from >= to || digits_end(look.reading, from) < to) return {};
    return look.reading.subspan(from, to - from);
}

// What makes a letter like another in one look may make it so in the next: no look weighs more than this.
constexpr float kMostChance = 0.95F;
// A reading that not all looks share is never surer.
constexpr float kSurest = 0.9F;
// Of a number on a worn copy that another look reads otherwise; a guess below what is flagged.
constexpr float kUnconfirmed = 0.5F;

struct Vote {
    float weight = 0;
    Clusters reading{};
};

/// The looks at one number. Of 23 numbers of a scanned report in condensed print that four looks read in two
/// or more ways the odds chose the right one each time, the looks' number or sum of chances 22 or 23.
class Ballot {
public:
    void cast(Clusters reading) {
        const float chance = std::min(chance_of(reading), kMostChance);
        const float weight = chance / (1 - chance);
        all_ += weight;
        Vote& vote = votes_[text_of(reading)];
        vote.weight += weight;
        if (vote.reading.empty()) vote.reading = reading;
    }
    std::vector<Cluster> outcome(Clusters first) const {
        const auto best = std::max_element(votes_.begin(), votes_.end(), [](const auto& a, const auto& b) {
            return a.second.weight < b.second.weight;
        });
        if (votes_.size() == 1) return {first.begin(), first.end()};
        const Clusters chosen = best->second.reading;
        std::vector<Cluster> number(first.begin(), first.end());
        if (best->first != text_of(first)) number = replaced(first, chosen);
        for (Cluster& digit : number) digit.confidence = std::min(best->second.weight / all_, kSurest);
        return number;
    }

private:
    std::map<std::string, Vote> votes_;
    float all_ = 0;
};

}  // namespace

bool has_doubtful_digits(Clusters line) {
    return std::any_of(line.begin(), line.end(), [](const Cluster& cluster) {
        return !cluster.space && cluster.confidence < kSure && is_digit(cluster);
    });
}

std::vector<Cluster> with_numbers_of(std::vector<Cluster> line,
                                     std::span<const std::vector<Cluster>> readings) {
    const Clusters first = line;
    std::vector<Look> looks;
    for (const std::vector<Cluster>& reading : readings)
        looks.push_back({reading, common_clusters(first, reading)});
    std::vector<Cluster> out;
    for (std::size_t begin = 0; begin < first.size();) {
        const std::size_t end = std::max(digits_end(first, begin), begin + 1);
        const Clusters part = first.subspan(begin, end - begin);
        if (has_doubtful_digits(part)) {
            Ballot ballot;
            ballot.cast(part);
            for (const Look& look : looks) {
                const Clusters there = same_place(look, first.size(), begin, end);
                if (!there.empty()) ballot.cast(there);
            }
            const std::vector<Cluster> chosen = ballot.outcome(part);
            out.insert(out.end(), chosen.begin(), chosen.end());
        } else {
            out.insert(out.end(), part.begin(), part.end());
        }
        begin = end;
    }
    return out;
}

bool has_digits(Clusters line) { return std::any_of(line.begin(), line.end(), is_digit); }

std::vector<Cluster> with_confirmed_numbers(std::vector<Cluster> line,
                                            std::span<const std::vector<Cluster>> readings) {
    for (std::size_t begin = 0; begin < line.size(); ++begin) {
        const std::size_t end = digits_end(line, begin);
        if (end == begin) continue;
        const Clusters all = line;
        const std::string number = text_of(all.subspan(begin, end - begin));
        const bool confirmed =
            std::all_of(readings.begin(), readings.end(), [&](const std::vector<Cluster>& reading) {
                const Look look{reading, common_clusters(all, reading)};
                return text_of(same_place(look, all.size(), begin, end)) == number;
            });
        for (; begin < end; ++begin) {
            if (!confirmed) line[begin].confidence = std::min(line[begin].confidence, kUnconfirmed);
        }
    }
    return line;
}

}  // namespace tarang::recognize
