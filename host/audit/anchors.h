// Finding a place in print again: in the same reading it is there as it was; after a new one, where today's
// words lie on the same spot.
#pragma once

#include <optional>
#include <vector>

#include "models/activity.h"

namespace tarang::audit {

/// Every piece of the record's columns, headings left out.
std::vector<Fragment> pieces_of(const ActivityRecord& activity);

/// Whether two pieces are the same print: on one page, half of the smaller covered by the other.
bool same_print(const Fragment& a, const Fragment& b);

/// Whether the two cover each other: each piece with words (or without any, where none has) has its like.
bool cover_each_other(const std::vector<Fragment>& a, const std::vector<Fragment>& b);

/// Whether any piece of the one with words is the same print as one of the other's.
bool share_print(const std::vector<Fragment>& a, const std::vector<Fragment>& b);

/// Position of the record that stands at `place`: `likely` where that is the same print, else the one that
/// shares most of it, at least half of either.
std::optional<std::size_t> record_at(const DocumentRecords& records, std::optional<std::size_t> likely,
                                     const std::vector<Fragment>& place);

}  // namespace tarang::audit
