#include "host/audit/anchors.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace tarang::audit {
namespace {

using Fragments = std::vector<Fragment>;

/// Pieces with words; all where none has any.
Fragments telling(const Fragments& pieces) {
    Fragments words;
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(words),
                 [](const Fragment& piece) { return !piece.raw.empty(); });
    return words.empty() ? pieces : words;
}

std::size_t found_in(const Fragments& pieces, const Fragments& others) {
    return static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), [&](const Fragment& piece) {
        return std::any_of(others.begin(), others.end(),
                           [&](const Fragment& other) { return same_print(piece, other); });
    }));
}

double area(const Rect& box) { return double{box.width()} * double{box.height()}; }

}  // namespace

Fragments pieces_of(const ActivityRecord& activity) {
    Fragments pieces;
    const auto add = [&](const Field& field) {
        pieces.insert(pieces.end(), field.fragments.begin(), field.fragments.end());
    };
    for (const auto& field : activity.fields) {
        if (field) add(*field);
    }
    for (const ExtraField& extra : activity.extra) add(extra.field);
    return pieces;
}

bool same_print(const Fragment& a, const Fragment& b) {
    if (a.place || b.place) return a.place == b.place;
    if (a.region.page != b.region.page) return false;
    const Rect& one = a.region.box;
    const Rect& other = b.region.box;
    if (one == other) return true;
    const Rect common = intersection(one, other);
    if (common.width() < 0 || common.height() < 0) return false;
    const double smaller = std::min(area(one), area(other));
    return smaller > 0 ? area(common) >= smaller / 2 : true;
}

bool cover_each_other(const Fragments& a, const Fragments& b) {
    if (a.empty() || b.empty()) return a.empty() && b.empty();
    const Fragments one = telling(a);
    const Fragments other = telling(b);
    return found_in(one, other) == one.size() && found_in(other, one) == other.size();
}

bool share_print(const Fragments& a, const Fragments& b) { return found_in(telling(a), telling(b)) > 0; }

std::optional<std::size_t> record_at(const DocumentRecords& records, std::optional<std::size_t> likely,
                                     const Fragments& place) {
    if (likely && cover_each_other(place, pieces_of(records.activities[*likely]))) return likely;
    const Fragments wanted = telling(place);
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < records.activities.size(); ++i) {
        const Fragments pieces = telling(pieces_of(records.activities[i]));
        const std::size_t shared = found_in(wanted, pieces);
        if (shared <= most || 2 * shared < wanted.size()) continue;
        if (2 * found_in(pieces, wanted) < pieces.size()) continue;
        most = shared;
        best = i;
    }
    return best;
}

}  // namespace tarang::audit
