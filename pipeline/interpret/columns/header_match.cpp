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
    for (const std::string& shorter : {text, without_brackets(text)}) {
        Phrase variant = phrase_of_key(without_tails(keyed(shorter).key, profile.header_tails));
        const auto same = [&variant](const Phrase& other) { return other.key == variant.key; };
        if (variant.key.empty() || std::any_of(variants.begin(), variants.end(), same)) continue;
        variants.push_back(std::move(variant));
    }
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
                           const std::size_t at = header.key.find(word.key);
                           return at == 0 || (word.inside && at != std::u32string::npos);
                       });
}

/// "จำนวนเงิน", "บาท" under a group's header say what is counted, the level above says of what.
std::vector<const CleanCell*> without_units(std::vector<const CleanCell*> cells, const Profile& profile) {
    const auto is_unit = [&profile](const CleanCell& cell) {
        const std::u32string key = keyed(cell.value.text).key;
        return std::any_of(profile.header_tails.begin(), profile.header_tails.end(),
                           [&key](const Phrase& tail) { return tail.key == key; });
    };
    while (cells.size() > 1 && (is_unit(*cells.back()) || may_be_year(keyed(cells.back()->value.text).key)))
        cells.pop_back();
    return cells;
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
        const std::size_t at = reach == Reach::kWhole ? std::u32string::npos : variant.key.find(phrase.key);
        if (at == 0) best = std::max(best, kBeginningOnly + share_of(phrase, variant));
        if (at != std::u32string::npos && reach == Reach::kInside)
            best = std::max(best, kInsideOnly + share_of(phrase, variant));
    }
    return best;
}

/// The innermost level must be the leaf, each other one some level above the one within it.
float likeness_of_path(const Header& header, const HeaderSpelling& spelling) {
    if (header.levels.size() < spelling.size()) return 0;
    float alike = likeness_of_any(header.levels.back(), spelling.back(), reach_of(spelling.back()));
    auto level = header.levels.rbegin() + 1;
    for (auto part = spelling.rbegin() + 1; part != spelling.rend() && alike > 0; ++part) {
        float best = 0;
        for (; level != header.levels.rend() && best <= 0; ++level)
            best = likeness_of_any(*level, *part, reach_of(*part));
        alike = std::min(alike, best);
    }
    return alike;
}

float likeness_of(const Header& header, const HeaderSpelling& spelling, const Profile& profile) {
    const Phrase& leaf = spelling.back();
    if (leaf.inside && header.other && !is_other(leaf, profile)) return 0;
    if (spelling.size() > 1) return likeness_of_path(header, spelling);
    const float best = std::max(likeness_of_any(header.whole, leaf, reach_of(leaf)),
                                likeness_of_any(header.joined, leaf, Reach::kWhole));
    return header.nested ? best * kNestedWeight : best;
}

}  // namespace

std::vector<const CleanCell*> header_cells(const TableView& view, std::int32_t column,
                                           std::int32_t header_rows) {
    std::vector<const CleanCell*> cells;
    for (std::int32_t row = 0; row < header_rows; ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || spans_all(view, *cell)) continue;
        if (std::find(cells.begin(), cells.end(), cell) != cells.end()) continue;
        const std::u32string key = keyed(cell->value.text).key;
        if (!only_digits(key) || may_be_year(key)) cells.push_back(cell);
    }
    return cells;
}

Header header_of(const std::vector<const CleanCell*>& printed, const Profile& profile) {
    const std::vector<const CleanCell*> cells = without_units(printed, profile);
    Header header;
    std::string joined;
    for (const CleanCell* cell : cells) {
        joined += cell->value.text;
        header.levels.push_back(variants_of(cell->value.text, profile));
        header.nested |= cell->column_span > 1;
        header.share |= tells_share(cell->value.text, profile);
        header.other |= is_other(header.levels.back().front(), profile);
        if (cell->column_span > 1 && cell != cells.back()) continue;
        header.whole.insert(header.whole.end(), header.levels.back().begin(), header.levels.back().end());
    }
    if (cells.size() > 1) header.joined = variants_of(joined, profile);
    return header;
}

Header header_of_text(const std::string& text, const Profile& profile) {
    Header header;
    header.levels.push_back(variants_of(text, profile));
    header.whole = header.levels.front();
    header.share = tells_share(text, profile);
    header.other = is_other(header.levels.front().front(), profile);
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
