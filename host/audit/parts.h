// Values whose print is a column that the form does not know: money by its parts, targets by year.
#pragma once

#include <string>
#include <string_view>

#include "models/activity.h"

namespace tarang::audit {

/// The unit (empty: baht) in which the text says the amount; empty, too, where none does.
std::string unit_that_explains(const std::string& text, const Budget& amount);

/// After the text of an unknown column was `before`: what was read from it follows the text that stands now, and
/// a budget that is the sum of parts follows these. Where the new text is no amount, or nothing, the part
/// is unreadable.
void follow_text(ActivityRecord& activity, const ExtraField& column, const std::string& before);

}  // namespace tarang::audit
