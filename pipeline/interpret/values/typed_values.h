// The values behind an activity's printed texts, and what is doubtful about them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// What the headers of money columns say their amounts count: "ล้าน" under "งบประมาณ (ล้านบาท)"; empty: baht.
struct MoneyUnits {
    std::string budget;
    std::string spent;
};

/// Fills number, period, budget, spent, status, steps and targets from the record's fields; its id must be
/// set. The findings name the activity and the field.
std::vector<Finding> fill_typed_values(ActivityRecord& activity, const Profile& profile,
                                       std::optional<BuddhistYear> fiscal_year, const MoneyUnits& units);

/// "1.5" in a column of million baht is "1.5 ล้าน"; a cell that says a unit itself is left as it is.
std::string in_baht(const std::string& text, const std::string& unit);

/// A finding about one field of an activity, placed where the field is printed first.
Finding finding_on(const ActivityRecord& activity, const std::string& field_name, const Field& field,
                   FindingCode code, std::vector<std::string> arguments = {});

/// A text as it goes into a message: one line, not too long.
std::string excerpt(const std::string& text);

}  // namespace tarang::interpret
