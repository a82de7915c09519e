#include "host/worker/second_looks.h"

#include <algorithm>
#include <map>
#include <vector>

#include "pipeline/normalize/normalize.h"

namespace tarang::worker {
namespace {

std::vector<Reading> readings_of(const SecondLooks& place) {
    std::vector<Reading> readings;
    for (const Look& look : place.looks) readings.push_back(normalize::reading_of(look.lines));
    return readings;
}

}  // namespace

void add_looks(std::span<const SecondLooks> looks, CleanDocument& document) {
    if (looks.empty()) return;
    std::multimap<PageNumber, const SecondLooks*> by_page;
    for (const SecondLooks& place : looks) by_page.emplace(place.page, &place);
    for (CleanTable& table : document.tables) {
        for (CleanCell& cell : table.cells) {
            if (cell.header || cell.value.fragments.size() != 1) continue;
            const Region& region = cell.value.fragments.front().region;
            const auto [first, last] = by_page.equal_range(region.page);
            const auto here = std::find_if(
                first, last, [&region](const auto& place) { return place.second->quad == region.corners(); });
            if (here != last) cell.value.readings = readings_of(*here->second);
        }
    }
}

}  // namespace tarang::worker
