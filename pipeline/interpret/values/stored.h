// What a workbook stores behind what it shows: a number's further digits, a day whatever its picture.
#pragma once

#include "models/activity.h"

namespace tarang::interpret {

/// Amounts and periods of cells whose stored value is another than their text. An amount that shows the
/// stored one rounded is the stored one. A stored day is the period where the text says none; where the text
/// says another, the day stands and is flagged. Call it before flags are raised.
void settle_stored(DocumentRecords& records);

}  // namespace tarang::interpret
