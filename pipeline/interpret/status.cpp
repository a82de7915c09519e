#include "pipeline/interpret/status.h"

#include <algorithm>
#include <vector>

#include "pipeline/thai/chars.h"

namespace tarang::interpret {
namespace {

/// One of the form's words found in a text.
struct Hit {
    std::size_t begin = 0;
    std::size_t end = 0;
    Status status = Status::kUnknown;

    std::size_t length() const { return end - begin; }
    bool overlaps(const Hit& other) const { return begin < other.end && other.begin < end; }
};

std::vector<Hit> find_all(const std::u32string& key, const Profile& profile) {
    std::vector<Hit> hits;
    for (std::size_t status = 0; status < profile.status.size(); ++status) {
        for (const Phrase& phrase : profile.status[status]) {
            for (std::size_t at = key.find(phrase.key); at != std::u32string::npos;
                 at = key.find(phrase.key, at + 1)) {
                hits.push_back({at, at + phrase.key.size(), static_cast<Status>(status)});
            }
        }
    }
    return hits;
}

/// Longest first; what overlaps a longer one is part of it.
std::vector<Hit> without_overlaps(std::vector<Hit> hits) {
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.length() > b.length(); });
    std::vector<Hit> kept;
    for (const Hit& hit : hits) {
        const bool part =
            std::any_of(kept.begin(), kept.end(), [&hit](const Hit& other) { return hit.overlaps(other); });
        if (!part) kept.push_back(hit);
    }
    return kept;
}

/// The words without marks, so that a negation that lost one is still seen ("ไม" for "ไม่").
std::u32string bare(std::u32string_view key) {
    std::u32string result;
    for (const char32_t c : key) {
        if (!thai::is_mark(c)) result.push_back(c);
    }
    return result;
}

bool negated(const std::u32string& key, const Hit& hit, const Profile& profile) {
    const std::u32string before = bare(std::u32string_view(key).substr(0, hit.begin));
    return std::any_of(profile.negations.begin(), profile.negations.end(),
                       [&before](const Phrase& negation) { return before.ends_with(bare(negation.key)); });
}

std::vector<bool> negations_in(const std::u32string& key, const Profile& profile) {
    std::vector<bool> found;
    const std::u32string text = bare(key);
    for (const Phrase& negation : profile.negations) {
        found.push_back(text.find(bare(negation.key)) != std::u32string::npos);
    }
    return found;
}

/// A text that is one of the words but for a slip.
Status nearest(const std::u32string& key, const Profile& profile) {
    float best = 0;
    Status result = Status::kUnknown;
    for (std::size_t status = 0; status < profile.status.size(); ++status) {
        for (const Phrase& phrase : profile.status[status]) {
            const float alike = likeness(key, phrase.key);
            if (alike <= best || negations_in(key, profile) != negations_in(phrase.key, profile)) continue;
            best = alike;
            result = static_cast<Status>(status);
        }
    }
    return result;
}

}  // namespace

std::optional<Status> parse_status(const std::string& text, const Profile& profile) {
    if (is_blank(text)) return std::nullopt;
    const std::u32string key = keyed(text).key;
    const std::vector<Hit> hits = without_overlaps(find_all(key, profile));
    if (hits.empty()) return nearest(key, profile);
    std::optional<Status> agreed;
    for (const Hit& hit : hits) {
        if (negated(key, hit, profile) || (agreed && *agreed != hit.status)) return Status::kUnknown;
        agreed = hit.status;
    }
    return agreed;
}

}  // namespace tarang::interpret
