// Typed values as short texts, one spelling each: for the log of corrections, and to compare two of them.
#pragma once

#include <string>
#include <string_view>

#include "models/activity.h"

namespace tarang::audit {

/// The typed value behind a field; empty where there is none, or the field has no typed value (steps and
/// targets follow from their text):
///   number  "5"                               status  "completed"
///   money   "159100.00", "none", "unreadable"; a sum is spelled as an amount
///   percent "75.50"
///   period  "2019-03-01/2019-07-31;3,4", either date empty where it is not known, no ";" without quarters; "1/2568" for a school's term
std::string value_text(const ActivityRecord& activity, FieldKey key);

/// Whether a person's text can be an activity's number: digits in any script, with what stands around them in
/// a list's marker. What the numbering's own check could not read is none.
bool is_number(std::string_view text);

/// Sets it; the empty text takes the value away. False, and nothing changes, where it is not in that
/// spelling.
bool set_value(ActivityRecord& activity, FieldKey key, std::string_view text);

/// Makes the typed values behind `key` those of `from`, steps and targets included.
void copy_value(const ActivityRecord& from, FieldKey key, ActivityRecord& to);

/// No value: null, and for money "unreadable".
void clear_value(ActivityRecord& activity, FieldKey key);

}  // namespace tarang::audit
