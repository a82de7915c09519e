#include "pipeline/recognize/second_look.h"

#include <algorithm>

#include "lib/thai/utf8.h"
#include "pipeline/recognize/matching.h"

namespace tarang::recognize {
namespace {

constexpr std::size_t kLeastLetters = 2;
constexpr float kSure = 0.85F;  // that the whole line is right

// Of letters that both other readings confirm half as many are wrong as the engine's confidence in the first
// says; of those that one of them or none does about half are right, whatever it says. From 1,200 letters of
// four reports, each scanned at 150 and 200 dots per inch, bilevel (bench/scans).
constexpr float kDoubtLeft = 0.5F;
constexpr float kUnconfirmed = 0.55F;

}  // namespace

bool worth_a_second_look(const std::vector<Cluster>& line) {
    if (line.size() < kLeastLetters) return false;
    float chance = 1;
    for (const Cluster& cluster : line) chance *= cluster.confidence;
    return chance < kSure;
}

std::vector<Cluster> weighed(std::vector<Cluster> first, std::span<const std::vector<Cluster>> others) {
    std::vector<std::size_t> votes(first.size(), 0);
    for (const std::vector<Cluster>& other : others) {
        for (const auto& [confirmed, by] : common_clusters(first, other)) ++votes[confirmed];
    }
    for (std::size_t i = 0; i < first.size(); ++i) {
        float& confidence = first[i].confidence;
        if (first[i].space) continue;
        confidence = votes[i] == others.size() ? 1 - kDoubtLeft * (1 - confidence)
                                               : std::min(confidence, kUnconfirmed);
    }
    return first;
}

std::string_view letters_of(Expectation expectation) {
    switch (expectation) {
        case Expectation::kNumber:
            return "๐๑๒๓๔๕๖๗๘๙0123456789.()";
        case Expectation::kMoney:
            return "๐๑๒๓๔๕๖๗๘๙0123456789.,-–() บาท";
        case Expectation::kPeriod:
            // of the months' names, days, quarters, fiscal years and what stands between them
            return "๐๑๒๓๔๕๖๗๘๙0123456789.,-– กขคงจฉฎดตถทธนบปพภมยรฤลวศษสหอเไะัาิีึืุู่้์";
        case Expectation::kStatus:
            break;
    }
    return {};
}

bool only_expected(const std::vector<Cluster>& line, Expectation expectation) {
    const std::u32string letters = thai::decode(letters_of(expectation));
    if (letters.empty()) return true;
    return std::all_of(line.begin(), line.end(), [&letters](const Cluster& cluster) {
        const std::u32string text = thai::decode(cluster.raw.empty() ? cluster.text : cluster.raw);
        return cluster.space || text.find_first_not_of(letters) == std::u32string::npos;
    });
}

}  // namespace tarang::recognize
