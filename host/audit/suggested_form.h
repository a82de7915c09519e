// A form as a person would begin to write it, from the headers of tables that no form explains.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/interpret/forms/profile.h"

namespace tarang::audit {

/// What a header of these levels may be: the field of the shipped forms whose spelling is most like its innermost
/// level with words, or stands inside it; empty where none does.
std::optional<interpret::ColumnKey> guess_of(const std::vector<std::string>& header);

/// No form explains the table, or the general one that goes by its columns alone.
bool is_unexplained(const TableRecord& table);

/// A form's file (TOML) with the headers of the document's unexplained tables, each under the field that it may
/// be; headers without a guess stand as comments. Empty where there is no such table.
std::string suggested_form(const DocumentRecords& records, std::string_view name);

}  // namespace tarang::audit
