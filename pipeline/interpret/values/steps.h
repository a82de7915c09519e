// The steps of an activity: a printed list, told apart from numbers in prose.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::interpret {

struct StepList {
    std::optional<std::string> intro;  ///< what stands before the first marker
    std::vector<Step> steps;
    bool operator==(const StepList&) const = default;
};

/// Splits a cell's text at the markers of its list: the marker form whose 1 (or, at the text's start, any
/// number) comes first and is followed by 2, and so on upward. A number that goes back to 1 and then upward
/// begins a second list. A first number without its dot or bracket counts before a 2 with it. A number
/// skipped or repeated is a marker only where the expected one does not follow, so that `verify` can flag it;
/// numbers in brackets, decimals, dates and references ("ข้อ ๓)") are prose. Without markers: bullets at the
/// starts of lines, without numbers; else the whole text is one step without a number. A blank text or a dash
/// has no steps.
StepList split_steps(const std::string& text, const Profile& profile);

}  // namespace tarang::interpret
