// What import says to people: a line for each file, and what came of all of them.
#pragma once

#include <string>
#include <vector>

#include "host/export/json/events_json.h"
#include "host/export/report/import_report.h"
#include "models/document.h"

namespace tarang::cli {

std::string line_of(const DocumentEvent& event, Language language);
/// Who has not submitted, a line each.
std::string missing_lines(const std::vector<Expected>& missing, Language language);
/// What came and is of another form or year than what is due, a line each; empty where all agrees.
std::string contradiction_lines(const exporting::ImportReport& report, Language language);
std::string summary_line(const exporting::StateCounts& counts, Language language);

}  // namespace tarang::cli
