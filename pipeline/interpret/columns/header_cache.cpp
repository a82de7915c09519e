#include "pipeline/interpret/columns/header_cache.h"

#include <algorithm>

#include "pipeline/interpret/values/status.h"

namespace tarang::interpret {

HeaderCache::Words& HeaderCache::words_of(const Profile& profile) {
    Words*& known = words_[&profile];
    if (known != nullptr) return *known;
    const auto alike = std::find_if(distinct_.begin(), distinct_.end(), [&profile](const Words& words) {
        const Profile& other = *words.profile;
        return read_headers_alike(other, profile) && other.status == profile.status &&
               other.negations == profile.negations;
    });
    known = alike != distinct_.end() ? &*alike : &distinct_.emplace_back(Words{&profile, {}, {}});
    return *known;
}

std::vector<HeaderLevel> HeaderCache::path_over(const TableView& view, std::int32_t column,
                                                std::int32_t header_rows, const Profile& profile) {
    Words& words = words_of(profile);
    std::vector<HeaderLevel> path;
    std::vector<const CleanCell*> cells;
    for (std::int32_t row = 0; row < header_rows; ++row) {
        const CleanCell* cell = view.at(row, column);
        if (cell == nullptr || spans_all(view, *cell)) continue;
        if (std::find(cells.begin(), cells.end(), cell) != cells.end()) continue;
        cells.push_back(cell);
        const std::string& text = cell->value.text;
        auto known = words.texts.find(text);
        if (known == words.texts.end()) known = words.texts.emplace(text, header_text(text, profile)).first;
        if (!known->second.counts) path.push_back({&known->second, cell->column_span > 1});
    }
    return path;
}

const Fits& HeaderCache::fits_of(const std::vector<HeaderLevel>& path, const Profile& profile) {
    Path key;
    for (const HeaderLevel& level : path) key.emplace_back(level.text, level.group);
    const auto [entry, added] = fits_.try_emplace({&profile, std::move(key)});
    if (added) {
        const Header header = header_of(path, profile);
        for (std::size_t i = 0; i < kColumnKeyCount; ++i)
            entry->second[i] = fit_of(header, static_cast<ColumnKey>(i), profile);
    }
    return entry->second;
}

std::optional<Status> HeaderCache::status_in(const std::string& header, const Profile& profile) {
    const auto [entry, added] = words_of(profile).statuses.try_emplace(header);
    if (added) entry->second = parse_status(header, profile);
    return entry->second == Status::kUnknown ? std::nullopt : entry->second;
}

}  // namespace tarang::interpret
