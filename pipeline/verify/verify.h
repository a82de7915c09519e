// verify: the paper against itself. Where a report contradicts itself, or was read with little confidence,
// the fields concerned are flagged; values stay as they are printed.
#pragma once

#include "models/activity.h"

namespace tarang::verify {

/// Below this confidence (0..1) the words of a field count as not surely read. Thai OCR that is right on
/// clean 300-dpi print says more than 0.9 for nearly all words; what it says less than this of is mostly
/// wrong.
inline constexpr float kLowConfidence = 0.75F;

/// Adds the findings of all checks below and raises the flags.
DocumentRecords verify(DocumentRecords records);

}  // namespace tarang::verify
