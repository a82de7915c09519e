#include "pipeline/interpret/columns/spellings.h"

#include <algorithm>
#include <cmath>

namespace tarang::interpret {
namespace {

/// Two doubtful matches never outweigh an exact one.
constexpr float kDoubtPower = 4;
/// Spellings are listed with the usual ones first; the last of a long list still beats a key of context.
constexpr float kRankStep = 0.004F;
constexpr float kLeastRank = 0.88F;
/// "โครงการ" alone is the activity; beside "กิจกรรม" it is the project.
constexpr float kContextWeight = 0.8F;
/// A stand-alone header is meant rather than one under a group's header.
constexpr float kNestedWeight = 0.98F;
/// A header that only begins as expected gives way to every whole spelling, one that only has the word inside
/// to every beginning.
constexpr float kBeginningOnly = 0.6F;
constexpr float kInsideOnly = 0.45F;
constexpr float kShareWeight = 0.1F;
/// Between the least fit of a beginning and the best of a word inside.
constexpr float kGuess = 0.1F;

/// How much of a header a spelling with open ends must be.
enum class Reach { kWhole, kBeginning, kInside };

Reach reach_of(const Phrase& phrase) {
    return phrase.inside ? Reach::kInside : phrase.open ? Reach::kBeginning : Reach::kWhole;
}

/// The more of the header it is, the likelier it is meant.
float share_of(const Phrase& phrase, const Phrase& header) {
    return kShareWeight * static_cast<float>(phrase.key.size()) / static_cast<float>(header.key.size());
}

float likeness_of_any(const std::vector<Phrase>& variants, const Phrase& phrase, Reach reach) {
    float best = 0;
    for (const Phrase& variant : variants) {
        best = std::max(best, likeness(variant, phrase));
        const std::size_t at = reach == Reach::kWhole ? std::u32string::npos : find(variant, phrase);
        if (at == 0) best = std::max(best, kBeginningOnly + share_of(phrase, variant));
        if (at != std::u32string::npos && reach == Reach::kInside)
            best = std::max(best, kInsideOnly + share_of(phrase, variant));
    }
    return best;
}

/// How much each level of a header is like each word of a form.
class Levels {
public:
    Levels(const Header& header, std::size_t words) : words_(words), alikes_(header.levels.size() * words) {
        for (std::size_t level = 0; level < header.levels.size(); ++level) {
            for (const Alike& alike : *header.levels[level].alikes)
                alikes_[level * words + alike.word] = alike.alike;
        }
    }
    std::size_t count() const { return words_ == 0 ? 0 : alikes_.size() / words_; }
    float at(std::size_t level, std::size_t word) const { return alikes_[level * words_ + word]; }

private:
    std::size_t words_;
    std::vector<float> alikes_;
};

/// The innermost level must be the leaf, each other one some level above the one within it.
float likeness_of_path(const Levels& levels, std::size_t first_word, std::size_t words) {
    if (levels.count() < words) return 0;
    std::size_t level = levels.count() - 1;
    float alike = levels.at(level, first_word + words - 1);
    for (std::size_t part = words - 1; part-- > 0 && alike > 0;) {
        float best = 0;
        while (level > 0 && best <= 0) best = levels.at(--level, first_word + part);
        alike = std::min(alike, best);
    }
    return alike;
}

float likeness_of_leaf(const Header& header, const Levels& levels, const Phrase& leaf, std::size_t word) {
    float best = likeness_of_any(header.joined, leaf, Reach::kWhole);
    for (std::size_t level = 0; level < levels.count(); ++level) {
        if (header.is_own(header.levels[level])) best = std::max(best, levels.at(level, word));
    }
    return header.nested ? best * kNestedWeight : best;
}

}  // namespace

bool is_guess(float fit) { return fit < kGuess; }

Spellings::Spellings(const Profile& profile) {
    for (std::size_t key = 0; key < kColumnKeyCount; ++key) {
        float rank = 0;
        for (const HeaderSpelling& spelling : profile.columns[key]) {
            entries_.push_back({&spelling, words_, static_cast<ColumnKey>(key),
                                std::max(kLeastRank, 1 - kRankStep * rank),
                                is_other(spelling.back(), profile)});
            words_ += spelling.size();
            ++rank;
        }
    }
}

std::vector<Alike> Spellings::alikes_of(const HeaderText& text) const {
    std::vector<Alike> alikes;
    for (const Entry& entry : entries_) {
        for (std::size_t i = 0; i < entry.spelling->size(); ++i) {
            const Phrase& word = (*entry.spelling)[i];
            const float alike = likeness_of_any(text.variants, word, reach_of(word));
            if (alike > 0) alikes.push_back({entry.first_word + i, alike});
        }
    }
    return alikes;
}

Fits Spellings::fits_of(const Header& header) const {
    Fits fits{};
    const Levels levels(header, words_);
    for (const Entry& entry : entries_) {
        if (header.share && is_money(entry.key)) continue;
        const Phrase& leaf = entry.spelling->back();
        if (leaf.inside && header.other && !entry.other) continue;
        const float alike = entry.spelling->size() > 1
                                ? likeness_of_path(levels, entry.first_word, entry.spelling->size())
                                : likeness_of_leaf(header, levels, leaf, entry.first_word);
        if (alike <= 0) continue;
        float& best = fits[static_cast<std::size_t>(entry.key)];
        best = std::max(best, std::pow(alike, kDoubtPower) * entry.preferred);
    }
    for (std::size_t key = 0; key < kColumnKeyCount; ++key)
        fits[key] *= field_of(static_cast<ColumnKey>(key)) ? 1 : kContextWeight;
    return fits;
}

}  // namespace tarang::interpret
