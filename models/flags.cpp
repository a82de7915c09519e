#include "models/flags.h"

#include <algorithm>
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

void report_activity(const ActivityRecord& activity, const std::set<std::string>& named,
                     std::vector<std::string>& violations) {
    std::set<std::string> present;
    for_each_field(activity, [&](const std::string& name, const Field& field) {
        present.insert(name);
        if (field.needs_review == named.contains(name)) return;
        violations.push_back(
            activity.id + "." + name +
            (field.needs_review ? " is flagged without a finding" : " has a finding and no flag"));
    });
    for (const std::string& name : named) {
        if (!present.contains(name)) violations.push_back("a finding names " + activity.id + "." + name);
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

Field* field_named(ActivityRecord& activity, std::string_view name) {
    Field* found = nullptr;
    for_each_field(activity, [&](const std::string& candidate, Field& field) {
        if (found == nullptr && candidate == name) found = &field;
    });
    return found;
}

const Field* field_named(const ActivityRecord& activity, std::string_view name) {
    const Field* found = nullptr;
    for_each_field(activity, [&](const std::string& candidate, const Field& field) {
        if (found == nullptr && candidate == name) found = &field;
    });
    return found;
}

void raise_flags(DocumentRecords& records) {
    const Named named = fields_named_by(records.findings);
    for (ActivityRecord& activity : records.activities) {
        const auto names = named.find(activity.id);
        for_each_field(activity, [&](const std::string& name, Field& field) {
            field.needs_review = names != named.end() && names->second.contains(name);
        });
    }
}

std::vector<std::string> flag_violations(const DocumentRecords& records) {
    std::vector<std::string> violations;
    Named named = fields_named_by(records.findings);
    std::set<std::string> ids;
    for (const ActivityRecord& activity : records.activities) {
        if (!ids.insert(activity.id).second)
            violations.push_back("two activities have the id " + activity.id);
        report_activity(activity, named[activity.id], violations);
        for (const Field& heading : activity.headings) report_unnameable("a heading", heading, violations);
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
            for (const Field& cell : row) report_unnameable("a cell of a table without records", cell, violations);
        }
    }
    for (const auto* field : {&records.title, &records.agency, &records.fiscal_year_field}) {
        if (*field) report_unnameable("a field of the document", **field, violations);
    }
    return violations;
}

}  // namespace tarang
