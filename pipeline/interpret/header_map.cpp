#include "pipeline/interpret/header_map.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "pipeline/interpret/calendar.h"
#include "pipeline/interpret/counting.h"
#include "pipeline/interpret/ticks.h"

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
/// A header that only begins as expected gives way to every whole spelling.
constexpr float kBeginningOnly = 0.6F;
/// A headless table may have its header in its first rows.
constexpr std::int32_t kMostHeaderRows = 4;
/// Columns beyond these stay unknown: reports have some ten, and the sets of keys grow with them.
constexpr std::size_t kMostMapped = 60;

/// A header as it is matched.
struct Header {
    std::vector<std::vector<Phrase>> levels;  ///< variants of each, outermost first
    std::vector<Phrase> whole;                ///< what may stand for it alone: own cells
    std::vector<Phrase> joined;               ///< the path as one text
    bool nested = false;                      ///< under a header of several columns
    bool share = false;                       ///< tells a share of something: no amount
};

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

/// The header cells over a column, outermost first, without blanks, column numbers and titles of the table.
std::vector<const CleanCell*> header_cells(const TableView& view, std::int32_t column,
                                           std::int32_t header_rows) {
    std::vector<const CleanCell*> cells;
    for (std::int32_t row = 0; row < header_rows; ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || spans_all(view, *cell)) continue;
        if (std::find(cells.begin(), cells.end(), cell) != cells.end()) continue;
        if (!only_digits(keyed(cell->value.text).key)) cells.push_back(cell);
    }
    return cells;
}

bool tells_share(const std::string& text, const Profile& profile) {
    return std::any_of(profile.header_shares.begin(), profile.header_shares.end(),
                       [&text](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool is_money(ColumnKey key) { return key == ColumnKey::kBudget || key == ColumnKey::kSpent; }

Header header_of(const std::vector<const CleanCell*>& cells, const Profile& profile) {
    Header header;
    std::string joined;
    for (const CleanCell* cell : cells) {
        joined += cell->value.text;
        header.levels.push_back(variants_of(cell->value.text, profile));
        header.nested |= cell->column_span > 1;
        header.share |= tells_share(cell->value.text, profile);
        if (cell->column_span > 1 && cells.size() > 1) continue;
        header.whole.insert(header.whole.end(), header.levels.back().begin(), header.levels.back().end());
    }
    if (cells.size() > 1) header.joined = variants_of(joined, profile);
    return header;
}

float likeness_of_any(const std::vector<Phrase>& variants, const Phrase& phrase) {
    float best = 0;
    for (const Phrase& variant : variants) {
        best = std::max(best, likeness(variant, phrase));
        if (phrase.open && variant.key.starts_with(phrase.key)) best = std::max(best, kBeginningOnly);
    }
    return best;
}

/// The innermost level must be the leaf, each other one some level above the one within it.
float likeness_of_path(const Header& header, const HeaderSpelling& spelling) {
    if (header.levels.size() < spelling.size()) return 0;
    float alike = likeness_of_any(header.levels.back(), spelling.back());
    auto level = header.levels.rbegin() + 1;
    for (auto part = spelling.rbegin() + 1; part != spelling.rend() && alike > 0; ++part) {
        float best = 0;
        for (; level != header.levels.rend() && best <= 0; ++level) best = likeness_of_any(*level, *part);
        alike = std::min(alike, best);
    }
    return alike;
}

float likeness_of(const Header& header, const HeaderSpelling& spelling) {
    if (spelling.size() > 1) return likeness_of_path(header, spelling);
    Phrase to_the_end = spelling.front();
    to_the_end.open = false;
    const float best =
        std::max(likeness_of_any(header.whole, spelling.front()), likeness_of_any(header.joined, to_the_end));
    return header.nested ? best * kNestedWeight : best;
}

float fit_of(const Header& header, ColumnKey key, const Profile& profile) {
    if (header.share && is_money(key)) return 0;
    float best = 0;
    const auto& spellings = profile.spellings(key);
    for (std::size_t rank = 0; rank < spellings.size(); ++rank) {
        const float alike = likeness_of(header, spellings[rank]);
        if (alike <= 0) continue;
        const float preferred = std::max(kLeastRank, 1 - kRankStep * static_cast<float>(rank));
        best = std::max(best, std::pow(alike, kDoubtPower) * preferred);
    }
    return field_of(key) ? best : best * kContextWeight;
}

/// The best way to use a set of keys on the columns so far.
struct Choice {
    float weight = 0;
    std::vector<std::optional<ColumnKey>> keys;
};

/// Column by column over the sets of keys used; few sets arise, since a header is like few keys.
/// `barred` is not to be used.
Choice best_assignment(const std::vector<Header>& headers, const Profile& profile,
                       std::optional<ColumnKey> barred) {
    const std::uint32_t start = barred ? 1U << static_cast<unsigned>(*barred) : 0U;
    std::map<std::uint32_t, Choice> states{{start, {}}};
    for (const Header& header : headers) {
        if (states.begin()->second.keys.size() == kMostMapped) break;
        std::map<std::uint32_t, Choice> next;
        const auto offer = [&next](std::uint32_t used, Choice choice) {
            const auto [state, added] = next.try_emplace(used, choice);
            if (!added && choice.weight > state->second.weight + 1e-6F) state->second = std::move(choice);
        };
        for (std::size_t i = 0; i < kColumnKeyCount; ++i) {
            const auto key = static_cast<ColumnKey>(i);
            const float weight = fit_of(header, key, profile);
            if (weight <= 0) continue;
            for (const auto& [used, choice] : states) {
                if ((used & (1U << i)) != 0) continue;
                Choice taken = choice;
                taken.weight += weight;
                taken.keys.emplace_back(key);
                offer(used | (1U << i), std::move(taken));
            }
        }
        for (auto& [used, choice] : states) {
            choice.keys.emplace_back(std::nullopt);
            offer(used, std::move(choice));
        }
        states = std::move(next);
    }
    return std::max_element(states.begin(), states.end(),
                            [](const auto& a, const auto& b) { return a.second.weight < b.second.weight; })
        ->second;
}

/// A column before the activity that counts is the number's, whatever is left of its header in print.
void tell_numbers(const TableView& view, ColumnMap& map) {
    const auto activity = map.column_of(ColumnKey::kActivity);
    if (!activity || map.column_of(ColumnKey::kNumber)) return;
    for (std::int32_t column = 0; column < *activity; ++column) {
        const auto index = static_cast<std::size_t>(column);
        if (map.keys[index] || map.ticks[index] || map.calendar[index]) continue;
        if (!counts_up(view, column, map.header_rows)) continue;
        map.keys[index] = ColumnKey::kNumber;
        return;
    }
}

bool fits(const ColumnMap& map, const Profile& profile) {
    const auto has = [&map](ColumnKey key) { return map.has(key); };
    if (std::any_of(profile.unless.begin(), profile.unless.end(), has)) return false;
    return std::any_of(profile.fits.begin(), profile.fits.end(),
                       [&has](const std::vector<ColumnKey>& needed) {
                           return std::all_of(needed.begin(), needed.end(), has);
                       });
}

/// "ผลการดำเนินงาน" heads a status in one office and the story of what was done in another.
void tell_prose(const TableView& view, const std::vector<Header>& headers, const Profile& profile,
                ColumnMap& map) {
    const auto result = map.column_of(ColumnKey::kResult);
    if (!result || map.column_of(ColumnKey::kSummary)) return;
    const auto column = static_cast<std::size_t>(*result);
    if (fit_of(headers[column], ColumnKey::kSummary, profile) <= 0) return;
    if (is_narrative(view, *result, map.header_rows, profile)) map.keys[column] = ColumnKey::kSummary;
}

/// Whether a header ending after so many rows would part a group's header from the headers under it.
bool parts_a_group(const TableView& view, std::int32_t rows) {
    if (rows > view.table().header_rows) return false;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const CleanCell* cell = view.at(rows - 1, column);
        if (cell != nullptr && cell->column_span > 1 && !spans_all(view, *cell)) return true;
    }
    return false;
}

}  // namespace

bool ColumnMap::has_calendar() const {
    return std::any_of(calendar.begin(), calendar.end(),
                       [](const auto& header) { return header.has_value(); });
}

bool ColumnMap::has_ticks() const { return std::find(ticks.begin(), ticks.end(), true) != ticks.end(); }

std::optional<std::int32_t> ColumnMap::column_of(ColumnKey key) const {
    const auto found = std::find(keys.begin(), keys.end(), std::optional(key));
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::int32_t>(found - keys.begin());
}

ColumnMap map_columns(const TableView& view, const Profile& profile, std::int32_t header_rows) {
    ColumnMap map;
    map.header_rows = std::clamp(header_rows, 0, view.rows());
    std::vector<Header> headers;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto cells = header_cells(view, column, map.header_rows);
        headers.push_back(header_of(cells, profile));
        auto& path = map.headers.emplace_back();
        for (const CleanCell* cell : cells) path.push_back(trimmed(cell->value.text));
    }
    for (std::int32_t row = 0; row < map.header_rows; ++row) {
        const CleanCell* cell = view.at(row, 0);
        if (cell != nullptr && cell->row == row && spans_all(view, *cell)) map.titles.push_back(cell);
    }
    map.ticks = status_columns(view, map, profile);
    map.calendar = calendar_columns(view, map.header_rows);
    for (std::size_t column = 0; column < headers.size(); ++column) {
        if (map.ticks[column] || map.calendar[column]) headers[column] = {};
    }
    Choice choice =
        best_assignment(headers, profile, map.has_ticks() ? std::optional(ColumnKey::kResult) : std::nullopt);
    map.keys = std::move(choice.keys);
    map.keys.resize(headers.size());
    tell_prose(view, headers, profile, map);
    tell_numbers(view, map);
    map.weight = choice.weight;
    map.fits = fits(map, profile);
    return map;
}

ColumnMap map_columns(const TableView& view, const Profile& profile) {
    ColumnMap best = map_columns(view, profile, view.table().header_rows);
    if (best.fits) return best;
    for (std::int32_t rows = 1; rows <= std::min(kMostHeaderRows, view.rows()); ++rows) {
        if (rows == view.table().header_rows || parts_a_group(view, rows)) continue;
        ColumnMap tried = map_columns(view, profile, rows);
        if (tried.fits && (!best.fits || tried.weight > best.weight)) best = std::move(tried);
    }
    return best;
}

}  // namespace tarang::interpret
