// Values made wrong on purpose: to see whether those who check a sample notice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "host/audit/reparse.h"
#include "models/activity.h"

namespace tarang::audit {

/// The field's text with one letter or digit changed into one that looks like it, as a misreading would.
/// `name` as findings name the field; `turn` chooses the place. Nothing where the field is no good for it:
/// number and activity, by which people know a record; what is flagged, or stands in several pieces; what has
/// no such letter; and typed values for which the changed text gives none, or none without a doubt, since
/// that would show. The looks are a guess, by shape.
std::optional<std::string> made_wrong(const ActivityRecord& activity, const std::string& name,
                                      const Reading& reading, std::uint32_t turn);

/// The record with the field's text and what follows from it as if the program had read `text` there.
ActivityRecord as_if_read(const ActivityRecord& activity, const std::string& name, const std::string& text,
                          const Reading& reading);

}  // namespace tarang::audit
