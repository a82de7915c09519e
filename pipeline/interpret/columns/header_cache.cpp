#include "pipeline/interpret/columns/header_cache.h"

namespace tarang::interpret {

const Fits& HeaderCache::fits_of(const std::vector<const CleanCell*>& cells, const Profile& profile) {
    std::string key;
    for (const CleanCell* cell : cells) key += cell->value.text + (cell->column_span > 1 ? '\x01' : '\x02');
    const auto [entry, added] = known_.try_emplace({&profile, std::move(key)});
    if (added) {
        const Header header = header_of(cells, profile);
        for (std::size_t i = 0; i < kColumnKeyCount; ++i)
            entry->second[i] = fit_of(header, static_cast<ColumnKey>(i), profile);
    }
    return entry->second;
}

}  // namespace tarang::interpret
