#include "pipeline/interpret/columns/header_match.h"

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

/// "งบประมาณ (บาท)" without its brackets; unbalanced ones stay.
std::string without_brackets(const std::string& text) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', from)) {
        const std::size_t close = text.find(')', open);
        if (close == std::string::npos) break;
        result += text.substr(from, open - from);
        from = close + 1;
    }
    return result + text.substr(from);
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::u32string without_tails(std::u32string key, const std::vector<Phrase>& tails) {
    for (bool cut = true; cut;) {
        cut = false;
        std::size_t end = key.size();
        while (end > 0 && is_digit(key[end - 1])) --end;
        for (const Phrase& tail : tails) {
            const std::u32string_view rest = std::u32string_view(key).substr(0, end);
            if (rest.size() > tail.key.size() && rest.ends_with(tail.key)) end -= tail.key.size();
        }
        cut = end > 0 && end < key.size();
        if (cut) key.resize(end);
    }
    return key;
}

/// The text as it is matched: whole, and without brackets and tails.
std::vector<Phrase> variants_of(const std::string& text, const Profile& profile) {
    std::vector<Phrase> variants{phrase_of(text)};
    const auto add = [&](std::u32string key) {
        key = without_tails(std::move(key), profile.header_tails);
        const auto same = [&key](const Phrase& other) { return other.key == key; };
        if (key.empty() || std::any_of(variants.begin(), variants.end(), same)) return;
        variants.push_back(phrase_of_key(std::move(key)));
    };
    add(variants.front().key);
    if (text.find('(') != std::string::npos) add(key_in(without_brackets(text)));
    return variants;
}

bool only_digits(const std::u32string& key) { return std::all_of(key.begin(), key.end(), is_digit); }

/// "2567", "67": no table has so many columns to number.
bool may_be_year(const std::u32string& key) {
    return only_digits(key) && (key.size() == 4 || (key.size() == 2 && key >= U"50"));
}

bool tells_share(const std::string& text, const Profile& profile) {
    return std::any_of(profile.header_shares.begin(), profile.header_shares.end(),
                       [&text](const std::string& word) { return text.find(word) != std::string::npos; });
}

/// Whether the header has a word of columns that no form has.
bool is_other(const Phrase& header, const Profile& profile) {
    return std::any_of(profile.header_others.begin(), profile.header_others.end(),
                       [&header](const Phrase& word) {
                           const std::size_t at = find(header, word);
                           return at == 0 || (word.inside && at != std::u32string::npos);
                       });
}

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

/// The innermost level must be the leaf, each other one some level above the one within it.
float likeness_of_path(const Header& header, const HeaderSpelling& spelling) {
    if (header.levels.size() < spelling.size()) return 0;
    float alike =
        likeness_of_any(header.levels.back().text->variants, spelling.back(), reach_of(spelling.back()));
    auto level = header.levels.rbegin() + 1;
    for (auto part = spelling.rbegin() + 1; part != spelling.rend() && alike > 0; ++part) {
        float best = 0;
        for (; level != header.levels.rend() && best <= 0; ++level)
            best = likeness_of_any(level->text->variants, *part, reach_of(*part));
        alike = std::min(alike, best);
    }
    return alike;
}

float likeness_of(const Header& header, const HeaderSpelling& spelling, const Profile& profile) {
    const Phrase& leaf = spelling.back();
    if (leaf.inside && header.other && !is_other(leaf, profile)) return 0;
    if (spelling.size() > 1) return likeness_of_path(header, spelling);
    float best = likeness_of_any(header.joined, leaf, Reach::kWhole);
    for (const HeaderLevel& level : header.levels) {
        if (header.is_own(level))
            best = std::max(best, likeness_of_any(level.text->variants, leaf, reach_of(leaf)));
    }
    return header.nested ? best * kNestedWeight : best;
}

}  // namespace

HeaderText header_text(const std::string& text, const Profile& profile) {
    HeaderText header;
    header.printed = trimmed(text);
    header.variants = variants_of(text, profile);
    const Phrase& whole = header.variants.front();
    const bool year = may_be_year(whole.key);
    header.counts = only_digits(whole.key) && !year;
    header.unit = year || std::any_of(profile.header_tails.begin(), profile.header_tails.end(),
                                      [&whole](const Phrase& tail) { return tail.key == whole.key; });
    header.share = tells_share(text, profile);
    header.other = is_other(whole, profile);
    return header;
}

bool read_headers_alike(const Profile& a, const Profile& b) {
    return a.header_tails == b.header_tails && a.header_shares == b.header_shares &&
           a.header_others == b.header_others;
}

Header header_of(std::vector<HeaderLevel> path, const Profile& profile) {
    while (path.size() > 1 && path.back().text->unit) path.pop_back();
    Header header;
    header.levels = std::move(path);
    std::string joined;
    for (const HeaderLevel& level : header.levels) {
        joined += level.text->variants.front().text;
        header.nested |= level.group;
        header.share |= level.text->share;
        header.other |= level.text->other;
    }
    if (header.levels.size() > 1) header.joined = variants_of(joined, profile);
    return header;
}

float fit_of(const Header& header, ColumnKey key, const Profile& profile) {
    if (header.share && is_money(key)) return 0;
    float best = 0;
    const auto& spellings = profile.spellings(key);
    for (std::size_t rank = 0; rank < spellings.size(); ++rank) {
        const float alike = likeness_of(header, spellings[rank], profile);
        if (alike <= 0) continue;
        const float preferred = std::max(kLeastRank, 1 - kRankStep * static_cast<float>(rank));
        best = std::max(best, std::pow(alike, kDoubtPower) * preferred);
    }
    return field_of(key) ? best : best * kContextWeight;
}

bool is_guess(float fit) { return fit < kGuess; }

}  // namespace tarang::interpret
