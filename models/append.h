// Fields that are read together.
#pragma once

#include <algorithm>
#include <string_view>

#include "models/activity.h"

namespace tarang {

/// Puts the text of `part` behind that of `whole`: the whole is as sure as the less sure of both, and stands
/// in all places.
inline void append(Field& whole, const Field& part, std::string_view between) {
    whole.text += between;
    append_ranges(whole.unsure, part.unsure, code_points_in(whole.text));
    whole.text += part.text;
    whole.confidence = std::min(whole.confidence, part.confidence);
    whole.fragments.insert(whole.fragments.end(), part.fragments.begin(), part.fragments.end());
}

}  // namespace tarang
