// The parts that the export and the tables contract share: FIELD, REGION, pages and findings.
#pragma once

#include <string>
#include <vector>

#include "host/export/json/json_writer.h"
#include "models/activity.h"
#include "models/expected.h"
#include "models/finding.h"
#include "models/page.h"

namespace tarang::exporting {

/// {"page": 6, "x": 1.0, "y": 1.0, "width": 1.0, "height": 1.0}, with "quad" only where the print is not
/// upright.
void write_region(JsonWriter& json, const Region& region);

/// A list of the regions of those on pages.
void write_regions(JsonWriter& json, const std::vector<Fragment>& fragments);
void write_places(JsonWriter& json, const std::vector<Fragment>& fragments);

/// "regions": [...] and "places": [...], of the fragments on pages and of those in an office file.
void write_fragments(JsonWriter& json, const std::vector<Fragment>& fragments);

/// {"kind": "sheet", "sheet": "...", "cell": "C12", "rows": 1, "columns": 1} or
/// {"kind": "table", "table": 1, "row": 2, "column": 3, "paragraph": 1}.
void write_place(JsonWriter& json, const Place& place);

/// A list of texts on one line.
void write_texts(JsonWriter& json, const std::vector<std::string>& texts);

/// "unsure": [[from, to], ...]: code points of the field's text, from the first to before the second.
void write_unsure(JsonWriter& json, const Field& field);

/// A FIELD object; null where there is none.
void write_field(JsonWriter& json, const Maybe<Field>& field);
void write_field(JsonWriter& json, const Field& field);

/// The members of a FIELD, into an object that is already begun.
void write_field_members(JsonWriter& json, const Field& field);

/// "pages": [...]
void write_pages(JsonWriter& json, const std::vector<PageInfo>& pages);

/// "submission": {...} or null.
void write_submission(JsonWriter& json, const std::optional<Expected>& submission);

/// "findings": [...], messages in `language`.
void write_findings(JsonWriter& json, const std::vector<Finding>& findings, Language language);

inline std::optional<std::string> text_of(const Maybe<Field>& field) {
    return field ? std::optional(field->text) : std::nullopt;
}

/// A text in which nothing stands is null.
inline std::optional<std::string> null_if_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace tarang::exporting
