// The rule between flags and findings: a field is flagged iff a warning or error names it, with its activity
// or, of the document's own fields, without one.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"

namespace tarang {

/// How findings name a column that the form does not know: "extra:งบประมาณ > แหล่งเงิน". Columns under the
/// same printed header share the name, and so their flags.
std::string name_of(const ExtraField& extra);

/// How findings and decisions name a record's heading: "heading:0" is the outermost. One printed line stands
/// over many records; a finding about it names the first of them.
std::string heading_name(std::size_t index);
bool is_heading(std::string_view name);

/// Whether two headings are one printed line, over two records or one.
bool one_print(const Field& a, const Field& b);

/// A printed heading's first record, and its place among that record's headings.
struct HeadingPlace {
    std::size_t activity = 0;
    std::size_t heading = 0;
    bool operator==(const HeadingPlace&) const = default;
};
/// The first record under the same printed line as the heading at `place`, which must be one of the records.
HeadingPlace first_under(const DocumentRecords& records, HeadingPlace place);

/// How findings and decisions name the document's own fields.
inline constexpr std::array<std::string_view, 3> kDocumentFields{"title", "agency", "fiscal_year"};

/// The document's own field of that name; null where it is none of them.
Maybe<Field>* document_field(DocumentRecords& records, std::string_view name);
const Maybe<Field>* document_field(const DocumentRecords& records, std::string_view name);

/// The activity's field of that name (name_of a FieldKey or of an extra column, heading_name); null where it
/// has none.
Field* field_named(ActivityRecord& activity, std::string_view name);
const Field* field_named(const ActivityRecord& activity, std::string_view name);

/// Sets `needs_review` of every field of the document, every field and heading of every activity from
/// `records.findings`, and of nothing else: findings are the one source of flags. A heading is flagged over
/// every record below its line.
void raise_flags(DocumentRecords& records);

/// Where the rule does not hold, in words for a test's output; empty: it holds. Both directions: flags
/// without a finding (headings, document fields and other rows included), and findings that name a field that
/// is not there or not flagged.
std::vector<std::string> flag_violations(const DocumentRecords& records);

}  // namespace tarang
