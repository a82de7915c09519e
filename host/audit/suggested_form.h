// A form as a person would begin to write it, from the headers of tables that no form explains.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::audit {

/// What a header of these levels may be: the field of the shipped forms whose spelling is most like its
/// innermost level with words, or stands inside it; empty where none does.
std::optional<interpret::ColumnKey> guess_of(const std::vector<std::string>& header);

/// The same for all columns of a table, each field once: the column whose header is most like its spellings
/// has it, else one that holds what such a field holds, where the table is kept row by row.
std::vector<std::optional<interpret::ColumnKey>> guesses_of(const TableRecord& table);

/// The file (TOML) of an exact form: of the table with these headers, whose columns are the fields that a
/// person chose; a column without one is kept as it is. The activity and one column more are needed for a
/// table to fit, and of four and more all but one.
std::string form_of_choices(std::string_view name, std::string_view title,
                            const std::vector<std::vector<std::string>>& header,
                            const std::vector<std::optional<interpret::ColumnKey>>& fields);

/// Whether a person should say what a table's columns are: much speaks for activities and no form finds them,
/// or little speaks for those that the general one found. `gave_nothing`: the document has no activity at
/// all.
bool is_worth_teaching(const TableRecord& table, bool gave_nothing);

/// No form explains the table, or the general one that goes by its columns alone.
bool is_unexplained(const TableRecord& table);

/// A form's file (TOML) with the headers of the document's unexplained tables, each under the field that it
/// may be; headers without a guess stand as comments. Empty where there is no such table.
std::string suggested_form(const DocumentRecords& records, std::string_view name);

}  // namespace tarang::audit
