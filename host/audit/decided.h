// Decisions about single fields, carried out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/audit/reparse.h"
#include "models/correction.h"

namespace tarang::audit {

/// Carries out a decision (accept, correct, unreadable, not_here) about a column of the activity. Gives what
/// is doubtful about the value that came of it.
std::vector<Finding> decide_column(ActivityRecord& activity, const Correction& correction,
                                   const Reading& reading);

/// The same for a field of the document; tables that have its title or agency have what it says now.
void decide_document_field(DocumentRecords& records, const Correction& correction);

/// The same for a heading: every record under the same printed line has it, and the strategy or project that
/// its headings now name by the words of the form; one that stands in a column stays.
void decide_heading(DocumentRecords& records, const Field& heading, const Correction& correction,
                    const interpret::Profile& form);

/// Whether a second reading says what stands: the same typed value, or the same text but for white space.
bool agrees(const ActivityRecord& activity, const Correction& second, const Reading& reading);

/// What the records say of a decision: who, when, what before. `flagged`: the field had been. `activity`: its
/// id; empty: a field of the document.
std::optional<Finding> finding_of(const Correction& correction, const std::string& activity,
                                  const Field& field, bool flagged);

/// The day on which it was made, in Thailand: "2026-01-31". The log itself is in UTC.
std::string day_of(const Correction& correction);

}  // namespace tarang::audit
