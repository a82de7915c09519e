// Which of several readings of a value stands: first the one that was read first, then those of second looks.
#pragma once

#include <optional>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::interpret {

/// For each period, amount and status of the activity that was looked at again: the text that is such a value
/// and that most readings agree on; the first reading where none is. The field's confidence becomes what
/// their agreement is worth. A finding for each text that another one took the place of; `raw` stays.
std::vector<Finding> choose_readings(ActivityRecord& activity, const Profile& profile,
                                     std::optional<BuddhistYear> fiscal_year, const MoneyUnits& units);

/// A finding for each field of a scan in which recognize found words only when it read them again: its text
/// is another than what was read first, which `raw` keeps.
std::vector<Finding> words_read_again(const ActivityRecord& activity);

/// What of a value is unsure after further looks at it: nothing where they make it sure, else the letters that
/// were, or all where none was or where its text is now another one.
void mark_unsure(Field& field, bool other_text);

/// What it is worth that so many of all readings agree, as a confidence.
float agreement(std::size_t votes, std::size_t readings);

}  // namespace tarang::interpret
