// The status that a cell's words say.
#pragma once

#include <optional>
#include <string>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// The longest of the form's words decide where several overlap; a negation before them that they do not hold
/// themselves takes their meaning away. A text that is one of the words but for a slip counts, if it has the
/// same negations. Words of different statuses side by side, and none at all, are kUnknown; blank text and a
/// dash are no status.
std::optional<Status> parse_status(const std::string& text, const Profile& profile);

}  // namespace tarang::interpret
