// Forms filled in, one activity a block: a label stands beside each value, not over it.
#pragma once

#include <optional>

#include "models/table.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

class HeaderCache;

/// The document with each block as a table of one row under a header of its labels, in their order; nothing
/// where no table is of blocks. A table is of blocks where one or two of its columns, each left of a column
/// of values, hold headers of the form `words` in most of their cells, four different fields at least, one of
/// them what the activity is called. The label that begins a block begins the next one as well, in one table
/// or in another. A block whose end stands in a table on the next page goes on there. Values keep their
/// places; a list's number before a label is left out. Words across a block are its headings.
std::optional<CleanDocument> with_blocks_turned(const CleanDocument& document, const Profile& words,
                                                HeaderCache& cache);

}  // namespace tarang::interpret
