// Decisions about single fields, carried out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/audit/reparse.h"
#include "models/correction.h"

namespace tarang::audit {

/// The document's own field of that name ("title", "agency", "fiscal_year"); null where it is none of them.
Maybe<Field>* document_field(DocumentRecords& records, std::string_view name);

/// The n-th heading over the activity, which "heading:N" names; null for other names.
Field* heading_named(ActivityRecord& activity, std::string_view name);

/// Carries out a decision (accept, correct, unreadable, not_here) about a column of the activity. Gives what
/// is doubtful about the value that came of it.
std::vector<Finding> decide_column(ActivityRecord& activity, const Correction& correction,
                                   const Reading& reading);

/// The same for a field of the document.
void decide_document_field(DocumentRecords& records, const Correction& correction);

/// The same for a heading: every record under the same printed line has it, and the strategy or project that
/// it names.
void decide_heading(DocumentRecords& records, const Field& heading, const Correction& correction);

/// Whether a second reading says what stands: the same typed value, or the same text but for white space.
bool agrees(const ActivityRecord& activity, const Correction& second, const Reading& reading);

/// What the records say of a decision: who, when, what before. `flagged`: the field had been.
std::optional<Finding> finding_of(const Correction& correction, const ActivityRecord& activity,
                                  const Field& field, bool flagged);

/// The day on which it was made, in Thailand: "2026-01-31". The log itself is in UTC.
std::string day_of(const Correction& correction);

}  // namespace tarang::audit
