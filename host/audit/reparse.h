// A text that a person typed, understood as the program understands print.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/values/typed_values.h"

namespace tarang::audit {

/// What a document's texts are read with.
struct Reading {
    interpret::Profile form;
    std::optional<BuddhistYear> fiscal_year;
    interpret::MoneyUnits units;
};

/// The form and year of the record's own table: the form is one of `taught` or of the program, or the
/// program's first where it was read with one that is neither. What the table's columns of money count in
/// (headers are not kept) is the unit that explains its extracted amounts.
Reading reading_of(const DocumentRecords& extracted, const ActivityRecord& record,
                   std::span<const interpret::Profile> taught);

/// The document's form, which is that of most of its records, or the program's first; of the same two lists.
const interpret::Profile& form_of(const DocumentRecords& extracted,
                                  std::span<const interpret::Profile> taught);

/// Reads the field's text anew and sets the typed values behind it; no other value of the activity changes.
/// Gives what is doubtful about them, as findings about this field.
std::vector<Finding> reparse(ActivityRecord& activity, FieldKey key, const Reading& reading);

/// A typed value as a person writes it ("๑๕๙,๑๐๐ บาท", "มี.ค.-ก.ค. 62", "ไม่มี", or value_text's own spelling)
/// in value_text's spelling. Nothing where it is not understood without doubt.
std::optional<std::string> value_typed(std::string_view typed, FieldKey key, const Reading& reading);

}  // namespace tarang::audit
