// The fields of a record by their names, as the page and the log of corrections call them.
#pragma once

#include <string>
#include <vector>

#include "models/activity.h"

namespace tarang::review {

/// "heading:0", ..., then the columns in the form's order, then the columns that the form does not know.
std::vector<std::string> field_names(const ActivityRecord& activity);

/// The document's own fields that are there, of "title", "agency", "fiscal_year".
std::vector<std::string> document_field_names(const DocumentRecords& records);
/// The document's own field of that name; null where there is none.
const Field* field_of_document(const DocumentRecords& records, const std::string& name);

/// What people call it.
std::string label_of(const std::string& name, Language language);

}  // namespace tarang::review
