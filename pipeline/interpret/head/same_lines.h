// Headings of a scan that are one line of the report, read differently on its pages.
#pragma once

#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

/// Gives headings that were read from images and are nearly alike the reading that stands on most places, of
/// as many the surest one; else one misread letter splits what belongs to a strategy or project in two.
/// Fragments keep what was read. Never where digits differ, nor lines that stand over one record together,
/// nor, where letters and not only marks differ, a line that was surely read. Returns a notice for each place
/// that changed.
std::vector<Finding> settle_headings(std::vector<ActivityRecord>& activities, const Profile& profile);

/// The heading's text becomes that of `now`, and with it what it names of strategy or project. Tells the
/// first record of each place.
void replace_heading(ActivityRecord& activity, std::size_t index, Field now, const Profile& profile,
                     std::vector<Finding>& findings);

}  // namespace tarang::interpret
