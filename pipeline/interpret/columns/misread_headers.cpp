#include "pipeline/interpret/columns/misread_headers.h"

#include <algorithm>
#include <array>

#include "lib/thai/compare.h"
#include "lib/thai/utf8.h"
#include "lib/thai/words.h"
#include "pipeline/interpret/columns/held_keys.h"

namespace tarang::interpret {
namespace {

using K = ColumnKey;

constexpr float kLeastLike = 0.7F;
constexpr float kLeastLikeOfWords = 0.8F;  // of a header all of whose letters are in known words
constexpr float kByLikeness = 0.05F;       // less than by contents alone
constexpr float kClearly = 0.08F;          // more like one field than any other
constexpr std::size_t kShortest = 6;       // letters of a spelling: shorter ones are like many words
constexpr float kMost = 0.6F;              // of the cells

/// How like a header is to each field's whole spellings, 0..1.
std::array<float, kColumnKeyCount> likeness_to_fields(const std::string& header, const Profile& profile) {
    std::array<float, kColumnKeyCount> alike{};
    const std::u32string key = key_in(header);
    for (std::size_t field = 0; field < kColumnKeyCount; ++field) {
        for (const HeaderSpelling& spelling : profile.columns[field]) {
            if (spelling.size() > 1 || spelling.back().open || spelling.back().key.size() < kShortest)
                continue;
            alike[field] = std::max(alike[field], thai::similarity_of_keys(key, spelling.back().key));
        }
    }
    return alike;
}

/// The field that a header is clearly most like.
std::optional<K> most_like(const std::string& header, const Profile& profile) {
    std::array<float, kColumnKeyCount> alike = likeness_to_fields(header, profile);
    const auto best = std::max_element(alike.begin(), alike.end());
    const float most = *best;
    const auto field = static_cast<K>(best - alike.begin());
    *best = 0;
    const float next = *std::max_element(alike.begin(), alike.end());
    const float least = is_all_words(header) ? kLeastLikeOfWords : kLeastLike;
    return most >= least && most >= next + kClearly ? std::optional(field) : std::nullopt;
}

/// Whether a column holds what the field is made of.
bool may_be(K field, const Contents& held) {
    if (is_money(field)) return held.numeric() >= kMost;
    if (field == K::kProgress) return held.share(Held::kPercent) + held.numeric() >= kMost;
    if (field == K::kPeriod) return held.share(Held::kPeriod) >= kMost;
    return field == K::kResult && held.share(Held::kStatus) >= kMost;
}

}  // namespace

bool is_told_by_likeness(float fit) { return fit > 0 && fit <= kByLikeness; }

bool is_all_words(const std::string& header) {
    const thai::Coverage words = thai::coverage_of(thai::decode(header));
    return words.letters > 0 && words.known == words.letters;
}

void tell_misread_headers(const TableView& view, const Profile& profile, ColumnContents& contents,
                          const std::vector<const Fits*>& fits, ColumnMap& map) {
    if (!has_scanned_header(view)) return;
    for (std::size_t column = 0; column < map.keys.size(); ++column) {
        const bool taken = map.keys[column] || map.ticks[column] || map.calendar[column] || map.parts[column];
        if (taken || map.headers[column].empty()) continue;
        const auto field = most_like(map.headers[column].back(), profile);
        if (!field || map.has(*field)) continue;
        if (!may_be(*field, contents.of(static_cast<std::int32_t>(column)))) continue;
        give_key(column, *field, fits, map);
        map.fit[column] = kByLikeness;
    }
}

}  // namespace tarang::interpret
