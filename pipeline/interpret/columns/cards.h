// Cards: a table of one row for each activity, whose name stands over it.
#pragma once

#include <optional>

#include "models/table.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

class HeaderCache;

/// The document with the line over each card as its first column; nothing where it has no cards. Cards are
/// tables with one header, which names two fields of the form `words` at least and nothing that is done, and
/// one row each; over each of two such tables at least stands, last, a line that a number or a project's word
/// begins, another over each.
std::optional<CleanDocument> with_cards_named(const CleanDocument& document, const Profile& words,
                                              HeaderCache& cache);

}  // namespace tarang::interpret
