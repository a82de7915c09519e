// Targets told apart by their labels.
#pragma once

#include <optional>
#include <string>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// The texts after the labels เชิงปริมาณ and เชิงคุณภาพ, up to the next label. A label stands at the start of the
/// text, after white space or a list's marker, or where a printed line begins; inside a sentence it is a
/// word. `raw` has the printed lines, which the text no longer tells where Thai runs on. Nothing without a
/// label.
std::optional<Targets> split_targets(const std::string& text, const std::string& raw, const Profile& profile);

}  // namespace tarang::interpret
