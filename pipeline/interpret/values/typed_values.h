// The values behind an activity's printed texts, and what is doubtful about them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/values/money.h"

namespace tarang::interpret {

/// Fills number, period, money, progress, status, steps and targets from the record's fields; its id must be
/// set. The findings name the activity and the field.
std::vector<Finding> fill_typed_values(ActivityRecord& activity, const Profile& profile,
                                       std::optional<BuddhistYear> fiscal_year, const MoneyUnits& units);

/// A finding about one field of an activity, placed where the field is printed first.
Finding finding_on(const ActivityRecord& activity, const std::string& field_name, const Field& field,
                   FindingCode code, std::vector<std::string> arguments = {});

/// A text as it goes into a message: one line, not too long.
std::string excerpt(const std::string& text);

}  // namespace tarang::interpret
