#include "pipeline/interpret/columns/header_map.h"

#include <algorithm>
#include <map>

#include "pipeline/interpret/columns/calendar.h"
#include "pipeline/interpret/columns/counting.h"
#include "pipeline/interpret/columns/header_match.h"
#include "pipeline/interpret/columns/ticks.h"

namespace tarang::interpret {
namespace {

/// A headless table may have its header in its first rows.
constexpr std::int32_t kMostHeaderRows = 4;
/// Columns beyond these stay unknown: reports have some ten, and the sets of keys grow with them.
constexpr std::size_t kMostMapped = 60;

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

/// A header that only has the activity's word inside is the activity's in a table with more of the form.
bool activity_is_certain(const std::vector<Header>& headers, const Profile& profile, const ColumnMap& map) {
    constexpr int kEnough = 4;
    const auto column = map.column_of(ColumnKey::kActivity);
    if (!column) return true;
    const float fit = fit_of(headers[static_cast<std::size_t>(*column)], ColumnKey::kActivity, profile);
    int fields = 0;
    for (std::size_t field = 0; field < kFieldKeyCount; ++field)
        fields += map.has(static_cast<ColumnKey>(field)) ? 1 : 0;
    return !is_guess(fit) || fields >= kEnough;
}

bool fits(const std::vector<Header>& headers, const ColumnMap& map, const Profile& profile) {
    if (!activity_is_certain(headers, profile, map)) return false;
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

/// A column that no spelling knows is the result's where what it holds are statuses.
void tell_results(const TableView& view, const Profile& profile, ColumnMap& map) {
    if (map.has(ColumnKey::kResult)) return;
    for (std::int32_t column = 0; column < view.columns(); ++column) {
        const auto index = static_cast<std::size_t>(column);
        if (map.keys[index] || map.calendar[index] || map.headers[index].empty()) continue;
        if (!holds_statuses(view, column, map.header_rows, profile)) continue;
        map.keys[index] = ColumnKey::kResult;
        return;
    }
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
    tell_results(view, profile, map);
    tell_numbers(view, map);
    map.weight = choice.weight;
    map.fits = fits(headers, map, profile);
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
