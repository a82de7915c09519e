#include "apps/review/fields.h"

#include "host/export/words.h"
#include "models/flags.h"

namespace tarang::review {

std::vector<std::string> field_names(const ActivityRecord& activity) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < activity.headings.size(); ++i) names.push_back(heading_name(i));
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (activity.fields[i]) names.emplace_back(name_of(static_cast<FieldKey>(i)));
    }
    for (const ExtraField& extra : activity.extra) {
        // Columns under one printed header share their name, and the first answers to it.
        if (field_named(activity, name_of(extra)) == &extra.field) names.push_back(name_of(extra));
    }
    return names;
}

const Field* field_of_document(const DocumentRecords& records, const std::string& name) {
    const auto* field = tarang::document_field(records, name);
    return field == nullptr || !*field ? nullptr : &**field;
}

std::vector<std::string> document_field_names(const DocumentRecords& records) {
    std::vector<std::string> names;
    for (const std::string_view name : kDocumentFields) {
        if (field_of_document(records, std::string(name)) != nullptr) names.emplace_back(name);
    }
    return names;
}

std::string label_of(const std::string& name, Language language) {
    return exporting::words_of_field(name, language);
}

}  // namespace tarang::review
