#include "pipeline/interpret/values/status.h"

#include <algorithm>
#include <vector>

#include "lib/thai/chars.h"

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

bool is_digit_at(std::u32string_view key, std::size_t i) { return i < key.size() && thai::is_digit(key[i]); }

bool has_digits(const Phrase& phrase) {
    return std::any_of(phrase.key.begin(), phrase.key.end(), thai::is_digit);
}

/// A number of the form's ("100%") is one only as a whole, and with its sign: elsewhere it counts people or
/// is part of a code.
bool stands_whole(const std::string& text, const Keyed& keys, const Hit& hit, const Phrase& phrase) {
    const auto& [key, offsets] = keys;
    const bool cut_before = hit.begin > 0 && is_digit_at(key, hit.begin) && is_digit_at(key, hit.begin - 1);
    const bool cut_after = is_digit_at(key, hit.end - 1) && is_digit_at(key, hit.end);
    if (cut_before || cut_after) return false;
    const auto printed =
        std::string_view(text).substr(offsets[hit.begin], offsets[hit.end] - offsets[hit.begin]);
    return phrase.text.find('%') == std::string::npos || printed.find('%') != std::string_view::npos;
}

std::vector<Hit> find_all(const std::string& text, const Keyed& keys, const Profile& profile) {
    std::vector<Hit> hits;
    for (std::size_t status = 0; status < profile.status.size(); ++status) {
        for (const Phrase& phrase : profile.status[status]) {
            for (std::size_t at = keys.key.find(phrase.key); at != std::u32string::npos;
                 at = keys.key.find(phrase.key, at + 1)) {
                const Hit hit{at, at + phrase.key.size(), static_cast<Status>(status)};
                if (stands_whole(text, keys, hit, phrase)) hits.push_back(hit);
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
            const float alike = has_digits(phrase) ? 0 : likeness(key, phrase.key);
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
    const Keyed keys = keyed(text);
    const std::u32string& key = keys.key;
    const std::vector<Hit> hits = without_overlaps(find_all(text, keys, profile));
    if (hits.empty()) return nearest(key, profile);
    std::optional<Status> agreed;
    for (const Hit& hit : hits) {
        if (negated(key, hit, profile) || (agreed && *agreed != hit.status)) return Status::kUnknown;
        agreed = hit.status;
    }
    return agreed;
}

}  // namespace tarang::interpret
