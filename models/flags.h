// The rule between flags and findings: a field is flagged iff a warning or error names its activity and it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"

namespace tarang {

/// How findings name a column that the form does not know: "extra:งบประมาณ > แหล่งเงิน". Columns under the
/// same printed header share the name, and so their flags.
std::string name_of(const ExtraField& extra);

/// The activity's field of that name (name_of a FieldKey or of an extra column); null where it has none.
Field* field_named(ActivityRecord& activity, std::string_view name);
const Field* field_named(const ActivityRecord& activity, std::string_view name);

/// Sets `needs_review` of every field of every activity from `records.findings`, and of no other field:
/// findings are the one source of flags.
void raise_flags(DocumentRecords& records);

/// Where the rule does not hold, in words for a test's output; empty: it holds. Both directions: flags
/// without a finding (headings, document fields and other rows included), and findings that name a field of
/// an activity that is not there or not flagged.
std::vector<std::string> flag_violations(const DocumentRecords& records);

}  // namespace tarang
