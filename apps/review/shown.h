// Values as people read them.
#pragma once

#include <string>
#include <string_view>

#include "models/activity.h"
#include "models/finding.h"

namespace tarang::review {

/// "1 มี.ค. 2562 – 31 ก.ค. 2562 (ไตรมาส 3, 4)", "159,100.00 บาท", "ดำเนินการแล้ว"; empty where there is no
/// value.
std::string shown_value(const ActivityRecord& activity, FieldKey key, Language language);

/// What the value behind a field is: "number", "period", "money", "status", "steps", "target" or "text".
std::string_view kind_of_field(std::string_view name);

/// Why two parts of a row were joined, in a sentence.
std::string_view sentence_of(JoinReason reason, Language language);

}  // namespace tarang::review
