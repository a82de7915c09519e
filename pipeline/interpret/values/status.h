// The status that a cell's words say.
#pragma once

#include <optional>
#include <string>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// The longest of the form's words decide where several overlap; a negation before them that they do not hold
/// themselves takes their meaning away. A text that is one of the words but for a slip counts, if it has the
/// same negations. A text that is a percentage alone is completed at 100, not started at 0, else in progress.
/// Of choices with boxes before them, the ticked one counts. A longer text is read as `narrated_status` reads
/// it. Words of different statuses side by side, none at all, a lone tick and boxes of which none or several
/// are ticked are kUnknown; blank text and a dash are no status.
std::optional<Status> parse_status(const std::string& text, const Profile& profile);

/// What a text that tells a story says of the present. Its clauses are read one by one: what is expected or
/// planned says nothing; in a clause that begins with what goes on ("อยู่ระหว่าง...") the rest is its object;
/// where one clause tells of something finished and another of what goes on now, it goes on. A work's
/// percentage
/// ("ผลการดำเนินงาน ๒๐ %") counts as such. Nothing where no clause speaks of the present; kUnknown where
/// clauses contradict each other.
std::optional<Status> narrated_status(const std::string& text, const Profile& profile);

/// The percentage that a text is: "75", "75.00 %", "ร้อยละ ๗๕". Nothing else may stand in it.
std::optional<Percent> parse_percent(const std::string& text);

/// Completed at 100, not started at 0, in progress between; beyond, it is not known.
Status status_of(Percent percent);

}  // namespace tarang::interpret
