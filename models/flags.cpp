#include "models/flags.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace tarang {
namespace {

/// Names of flagged fields by activity.
using Named = std::map<std::string, std::set<std::string>, std::less<>>;

bool flags_a_field(const Finding& finding) {
    return !finding.field.empty() && severity_of(finding.code) != Severity::kInfo;
}

Named fields_named_by(const std::vector<Finding>& findings) {
    Named named;
    for (const Finding& finding : findings) {
        if (flags_a_field(finding)) named[finding.activity_id].insert(finding.field);
    }
    return named;
}

/// Calls `visit(name, field)` for each field that a finding can name.
template <typename Activity, typename Visit>
void for_each_field(Activity& activity, Visit visit) {
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (activity.fields[i]) visit(std::string(name_of(static_cast<FieldKey>(i))), *activity.fields[i]);
    }
    for (auto& extra : activity.extra) visit(name_of(extra), extra.field);
}

constexpr std::string_view kHeading = "heading:";

std::optional<std::size_t> heading_index(std::string_view name) {
    if (!name.starts_with(kHeading)) return std::nullopt;
    std::size_t index = 0;
    const char* end = name.data() + name.size();
    const bool number = std::from_chars(name.data() + kHeading.size(), end, index).ptr == end;
    return number ? std::optional(index) : std::nullopt;
}

/// The printed lines that findings name.
std::vector<Field> named_headings(const DocumentRecords& records, const Named& named) {
    std::vector<Field> lines;
    for (const ActivityRecord& activity : records.activities) {
        const auto names = named.find(activity.id);
        if (names == named.end()) continue;
        for (std::size_t i = 0; i < activity.headings.size(); ++i) {
            if (names->second.contains(heading_name(i))) lines.push_back(activity.headings[i]);
        }
    }
    return lines;
}

bool is_named(const Field& heading, const std::vector<Field>& lines) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const Field& line) { return one_print(line, heading); });
}

void report(const std::string& what, const Field& field, bool named, std::vector<std::string>& violations) {
    if (field.needs_review == named) return;
    violations.push_back(what + (named ? " has a finding and no flag" : " is flagged without a finding"));
}

void report_activity(const ActivityRecord& activity, const std::set<std::string>& named,
                     const std::vector<Field>& lines, std::vector<std::string>& violations) {
    std::set<std::string> present;
    for_each_field(activity, [&](const std::string& name, const Field& field) {
        present.insert(name);
        report(activity.id + "." + name, field, named.contains(name), violations);
    });
    for (std::size_t i = 0; i < activity.headings.size(); ++i) {
        const std::string name = heading_name(i);
        present.insert(name);
        report(activity.id + "." + name, activity.headings[i],
               named.contains(name) || is_named(activity.headings[i], lines), violations);
    }
    for (const std::string& name : named) {
        if (!present.contains(name)) violations.push_back("a finding names " + activity.id + "." + name);
    }
}

void report_document(const DocumentRecords& records, const std::set<std::string>& named,
                     std::vector<std::string>& violations) {
    for (const std::string_view name : kDocumentFields) {
        const auto& field = *document_field(records, name);
        if (field) report(std::string(name), *field, named.contains(std::string(name)), violations);
    }
    for (const std::string& name : named) {
        const auto* field = document_field(records, name);
        if (field == nullptr || !*field) violations.push_back("a finding names the document's " + name);
    }
}

void report_unnameable(const std::string& what, const Field& field, std::vector<std::string>& violations) {
    if (field.needs_review) violations.push_back(what + " is flagged, which no finding can name");
}

}  // namespace

std::string name_of(const ExtraField& extra) {
    std::string name = "extra:";
    for (std::size_t i = 0; i < extra.header.size(); ++i) name += (i == 0 ? "" : " > ") + extra.header[i];
    return name;
}

std::string heading_name(std::size_t index) { return std::string(kHeading) + std::to_string(index); }

bool is_heading(std::string_view name) { return name.starts_with(kHeading); }

bool one_print(const Field& a, const Field& b) { return !a.fragments.empty() && a.fragments == b.fragments; }

HeadingPlace first_under(const DocumentRecords& records, HeadingPlace place) {
    const Field& line = records.activities[place.activity].headings[place.heading];
    for (std::size_t i = 0; i < place.activity; ++i) {
        const std::vector<Field>& headings = records.activities[i].headings;
        for (std::size_t k = 0; k < headings.size(); ++k) {
            if (one_print(headings[k], line)) return {i, k};
        }
    }
    return place;
}

Maybe<Field>* document_field(DocumentRecords& records, std::string_view name) {
    if (name == "title") return &records.title;
    if (name == "agency") return &records.agency;
    if (name == "fiscal_year") return &records.fiscal_year_field;
    return nullptr;
}

const Maybe<Field>* document_field(const DocumentRecords& records, std::string_view name) {
    return document_field(const_cast<DocumentRecords&>(records), name);  // looks only
}

Field* field_named(ActivityRecord& activity, std::string_view name) {
    if (const auto index = heading_index(name))
        return *index < activity.headings.size() ? &activity.headings[*index] : nullptr;
    Field* found = nullptr;
    for_each_field(activity, [&](const std::string& candidate, Field& field) {
        if (found == nullptr && candidate == name) found = &field;
    });
    return found;
}

const Field* field_named(const ActivityRecord& activity, std::string_view name) {
    return field_named(const_cast<ActivityRecord&>(activity), name);  // looks only
}

void raise_flags(DocumentRecords& records) {
    Named named = fields_named_by(records.findings);
    for (const std::string_view name : kDocumentFields) {
        auto& field = *document_field(records, name);
        if (field) field->needs_review = named[""].contains(std::string(name));
    }
    const std::vector<Field> lines = named_headings(records, named);
    for (ActivityRecord& activity : records.activities) {
        const auto names = named.find(activity.id);
        for_each_field(activity, [&](const std::string& name, Field& field) {
            field.needs_review = names != named.end() && names->second.contains(name);
        });
        for (std::size_t i = 0; i < activity.headings.size(); ++i) {
            const bool own = names != named.end() && names->second.contains(heading_name(i));
            activity.headings[i].needs_review = own || is_named(activity.headings[i], lines);
        }
    }
}

std::vector<std::string> flag_violations(const DocumentRecords& records) {
    std::vector<std::string> violations;
    Named named = fields_named_by(records.findings);
    const std::vector<Field> lines = named_headings(records, named);
    report_document(records, named[""], violations);
    named.erase("");
    std::set<std::string> ids;
    for (const ActivityRecord& activity : records.activities) {
        if (!ids.insert(activity.id).second)
            violations.push_back("two activities have the id " + activity.id);
        report_activity(activity, named[activity.id], lines, violations);
    }
    for (const auto& [id, names] : named) {
        if (!names.empty() && !ids.contains(id))
            violations.push_back("a finding names activity '" + id + "'");
    }
    for (const OtherRow& row : records.rows) {
        for (const Field& cell : row.cells) report_unnameable("a cell of another row", cell, violations);
    }
    for (const TableRecord& table : records.tables) {
        for (const auto& row : table.rows) {
            for (const Field& cell : row)
                report_unnameable("a cell of a table without records", cell, violations);
        }
    }
    return violations;
}

}  // namespace tarang
