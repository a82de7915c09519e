// The fiscal year of a title that does not call it so.
#pragma once

#include <optional>
#include <string_view>

#include "models/activity.h"

namespace tarang::values {

/// The fiscal year that a title tells otherwise: by its only year ("รายงานผล ปี ๒๕๖๖", "พ.ศ. ๒๕๖๕"), by a
/// month with its calendar year ("ประจำเดือนมีนาคม ๒๕๖๓"), or by dates from its first month to its last. None
/// where several years stand in it otherwise, or school years.
std::optional<BuddhistYear> fiscal_year_told(std::string_view title);

}  // namespace tarang::values
