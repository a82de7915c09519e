// `tarang tables --format html`: one page for a browser, with nothing beside it.
#pragma once

#include <ostream>
#include <string_view>

#include "models/table.h"

namespace tarang::exporting {

/// Tables with their spans, header cells as `th`, the pages that each stands on, and what was found. No
/// script, no link, nothing from elsewhere: the page's own policy forbids it, and every text is escaped. A
/// text cannot turn the direction of what follows it.
void write_tables_html(std::ostream& out, const CleanDocument& document, std::string_view file_name,
                       Language language);

}  // namespace tarang::exporting
