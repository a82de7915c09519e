#include "pipeline/interpret/columns/header_cache.h"

#include <algorithm>

#include "pipeline/interpret/values/status.h"

namespace tarang::interpret {
namespace {

bool has_words(const CleanCell* cell) { return cell != nullptr && !trimmed(cell->value.text).empty(); }

bool on_sheet(const CleanCell& cell) {
    const auto& pieces = cell.value.fragments;
    return !pieces.empty() && pieces.front().place && pieces.front().place->kind == Place::Kind::kSheet;
}

/// The header over a column in one row. On a sheet that of a group may stand over the first of its columns,
/// with nothing over the others: "งบประมาณ" over "อุดหนุน", and beside it "รายได้" under an empty cell.
const CleanCell* header_at(const TableView& view, std::int32_t row, std::int32_t column,
                           std::int32_t header_rows) {
    const CleanCell* own = view.at(row, column);
    if (has_words(own) || row + 1 >= header_rows) return own;
    for (std::int32_t left = column; left >= 0; --left) {
        const CleanCell* below = view.at(row + 1, left);
        if (!has_words(below) || below->row != row + 1 || below->column != left) return own;
        const CleanCell* group = view.at(row, left);
        if (has_words(group)) return group->row == row && on_sheet(*group) ? group : own;
    }
    return own;
}

}  // namespace

HeaderCache::Form& HeaderCache::form_of(const Profile& profile) {
    if (const auto known = forms_.find(&profile); known != forms_.end()) return known->second;
    auto alike = std::find_if(words_.begin(), words_.end(), [&profile](const Words& words) {
        const Profile& other = *words.profile;
        return read_headers_alike(other, profile) && other.status == profile.status &&
               other.negations == profile.negations;
    });
    if (alike == words_.end()) alike = words_.insert(words_.end(), Words{&profile, {}, {}});
    return forms_.try_emplace(&profile, Form{&*alike, Spellings(profile), {}}).first->second;
}

HeaderLevel HeaderCache::level_of(const std::string& text, bool group, const Profile& profile) {
    Form& form = form_of(profile);
    auto& texts = form.words->texts;
    auto known = texts.find(text);
    if (known == texts.end()) known = texts.emplace(text, header_text(text, profile)).first;
    const HeaderText* header = &known->second;
    if (header->counts) return {header, nullptr, group};
    const auto [alikes, added] = form.alikes.try_emplace(header);
    if (added) alikes->second = form.spellings.alikes_of(*header);
    return {header, &alikes->second, group};
}

std::vector<HeaderLevel> HeaderCache::path_over(const TableView& view, std::int32_t column,
                                                std::int32_t header_rows, const Profile& profile) {
    std::vector<HeaderLevel> path;
    std::vector<const CleanCell*> cells;
    for (std::int32_t row = 0; row < header_rows; ++row) {
        const CleanCell* cell = header_at(view, row, column, header_rows);
        if (cell == nullptr || spans_all(view, *cell)) continue;
        if (std::find(cells.begin(), cells.end(), cell) != cells.end()) continue;
        cells.push_back(cell);
        const bool group = cell->column_span > 1 || (column + 1 < view.columns() && has_words(cell) &&
                                                     header_at(view, row, column + 1, header_rows) == cell);
        const HeaderLevel level = level_of(cell->value.text, group, profile);
        if (!level.text->counts) path.push_back(level);
    }
    return path;
}

const Fits& HeaderCache::fits_of(const std::vector<HeaderLevel>& path, const Profile& profile) {
    Path key;
    for (const HeaderLevel& level : path) key.emplace_back(level.text, level.group);
    const auto [entry, added] = fits_.try_emplace({&profile, std::move(key)});
    if (added) entry->second = form_of(profile).spellings.fits_of(header_of(path, profile));
    return entry->second;
}

const Fits& HeaderCache::fits_of(const std::string& text, const Profile& profile) {
    const HeaderLevel level = level_of(text, false, profile);
    return fits_of(level.text->counts ? std::vector<HeaderLevel>() : std::vector{level}, profile);
}

std::optional<Status> HeaderCache::status_in(const std::string& header, const Profile& profile) {
    const auto [entry, added] = form_of(profile).words->statuses.try_emplace(header);
    if (added) entry->second = parse_status(header, profile);
    return entry->second == Status::kUnknown ? std::nullopt : entry->second;
}

}  // namespace tarang::interpret
