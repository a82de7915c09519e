// A form as a person is making it on the page, and what the page shows of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "apps/review/body.h"
#include "host/export/json/json_writer.h"
#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"
#include "pipeline/store/taught_forms.h"

namespace tarang::review {

using FieldChoices = std::vector<std::optional<interpret::ColumnKey>>;

/// What was chosen for each column of a table of so many: {"0": "activity", "3": "budget"}. Nothing where the
/// request names a column or a field that is not there.
std::optional<FieldChoices> choices_in(const Body& body, std::size_t columns);

/// What keeps the choices from being a form, in words; empty: nothing.
std::string problem_of(const FieldChoices& choices, Language language);

/// What keeps a form from having the name; empty: nothing.
std::string problem_of_name(const std::string& name, const std::vector<store::TaughtForm>& standing,
                            Language language);

/// "แบบ 2": the first name of its kind that no form has.
std::string free_name(const std::vector<store::TaughtForm>& standing, Language language);

/// The choice of fields: [{"key": "activity", "label": "กิจกรรม"}, ...], the activity first.
void write_field_choices(exporting::JsonWriter& json, Language language);

/// The records of the tables that the form explains, the first of them with all that was read:
/// {"total": 12, "flagged": 1, "records": [{"number", "activity", "fields": [{"label", "text", "value",
/// "flagged"}]}]}
void write_trial(exporting::JsonWriter& json, const DocumentRecords& records, std::string_view form,
                 Language language);

/// A table that a person should say more about, one for all that have its headers.
struct TeachItem {
    std::string sha256;
    std::string file_name;
    std::int32_t table = 0;
    std::vector<std::string> documents;  ///< SHA-256 of all that have such a table, this one's first
    TableRecord record;
};

/// Those of the database: first the headers of most documents.
std::vector<TeachItem> read_teach_items(store::Database& database);

/// As an item of the work list.
void write_item(exporting::JsonWriter& json, const TeachItem& item);

}  // namespace tarang::review
