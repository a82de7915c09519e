// verify: the paper against itself. Where a report contradicts itself, or was read with little confidence,
// the fields concerned are flagged; values stay as they are printed.
#pragma once

#include <cstddef>

#include "models/activity.h"

namespace tarang::verify {

/// Below this confidence (0..1, the chance that every letter is right) the words of a field count as not
/// surely read. Long texts seldom have a much better chance, and one letter off does them little harm; on two
/// scans of a report 8 of 12 texts below this were wrong somewhere, and 7 of 96 above it.
inline constexpr float kLowConfidence = 0.4F;
/// The same for texts of at most kShortText characters: of 2,300 of them on scans at 200 dots per inch 33 of
/// 77 between the two limits were wrong somewhere, and of longer ones as few as above.
inline constexpr float kLowConfidenceOfShortTexts = 0.8F;
inline constexpr std::size_t kShortText = 60;
/// The same for numbers, periods, amounts and statuses, which are short and do harm by one letter.
inline constexpr float kLowConfidenceOfValues = 0.6F;

/// From this confidence on, letters of a person's or a place's name that are in no word list are no doubt:
/// names seldom are. Of 42 such names on scans at 200 dots per inch and below none at or above it was wrong,
/// of 16 below it 11.
inline constexpr float kSurelyReadName = 0.9F;

/// Adds the findings of all checks below and raises the flags.
DocumentRecords verify(DocumentRecords records);

}  // namespace tarang::verify
