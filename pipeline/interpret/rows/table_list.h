// The document's tables as they are told of: what each is, why, and of those that gave no records all their
// words.
#pragma once

#include "models/activity.h"
#include "pipeline/interpret/forms/choice.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// Outline, header, form, kind and reason. A table without a form keeps its rows as printed; its head (title,
/// agency, year) is the caller's to fill. One that may be of activities after all says so by its reason
/// (kUnknownForm). `words`: of what is an amount.
TableRecord describe(const TableView& view, const TableForm& form, const Profile& words);

}  // namespace tarang::interpret
