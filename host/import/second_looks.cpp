#include "host/import/second_looks.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "models/flags.h"
#include "pipeline/verify/checks.h"

namespace tarang::importing {
namespace {

bool stands_at(const Field& field, const Reread& place) {
    if (field.fragments.size() != 1) return false;
    const Region& region = field.fragments.front().region;
    return region.page == place.page && region.corners() == place.quad;
}

void flag_place(const Reread& place, DocumentRecords& records) {
    for (const ActivityRecord& activity : records.activities) {
        for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
            const auto key = static_cast<FieldKey>(i);
            const auto& field = activity.field(key);
            if (field && stands_at(*field, place) && !field->needs_review)
                records.findings.push_back(verify::finding_on(activity, key, FindingCode::kNotLookedAt));
        }
    }
}

}  // namespace

std::vector<border::ReadAgain> requests_for(std::span<const Reread> places, std::span<const PageInfo> pages) {
    std::map<PageNumber, border::ReadAgain> requests;
    for (const Reread& place : places) {
        border::ReadAgain& request = requests[place.page];
        request.page = index_of(place.page).value;
        request.places.push_back(place);
    }
    for (const PageInfo& page : pages) {
        const auto request = requests.find(page.number);
        if (request != requests.end()) request->second.turned = page.turned;
    }
    std::vector<border::ReadAgain> result;
    for (auto& [page, request] : requests) result.push_back(std::move(request));
    return result;
}

std::vector<Reread> places_without(std::span<const SecondLooks> looks, std::span<const Reread> wanted) {
    std::vector<Reread> unseen;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(unseen), [&](const Reread& place) {
        return std::none_of(looks.begin(), looks.end(), [&](const SecondLooks& seen) {
            return seen.page == place.page && seen.quad == place.quad;
        });
    });
    return unseen;
}

void flag_places(std::span<const Reread> places, DocumentRecords& records) {
    for (const Reread& place : places) flag_place(place, records);
    if (!places.empty()) raise_flags(records);
}

}  // namespace tarang::importing
