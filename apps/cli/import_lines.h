// What import says to people: a line for each file, and what came of all of them.
#pragma once

#include <string>
#include <vector>

#include "host/export/json/events_json.h"
#include "models/document.h"

namespace tarang::cli {

std::string line_of(const DocumentEvent& event, Language language);
/// Who has not submitted, a line each.
std::string missing_lines(const std::vector<Expected>& missing, Language language);
std::string summary_line(const exporting::StateCounts& counts, Language language);

}  // namespace tarang::cli
