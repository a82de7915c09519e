// The report of an import, to hand on: what came in, what failed and what to ask of whom, who is missing.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "host/export/json/events_json.h"
#include "models/document.h"
#include "models/submission.h"

namespace tarang::exporting {

struct ReportedFile {
    DocumentEvent event;
    std::optional<Expected> expected;  ///< whose submission it is, by the manifest
};

struct ImportReport {
    std::string database;
    std::string time;  ///< when the import ended, for people
    bool interrupted = false;
    std::vector<ReportedFile> files;      ///< in the order in which they were finished
    std::vector<Submission> submissions;  ///< all that is due; empty without a manifest
    std::vector<std::string> forms;       ///< names of forms that the program knows
};

/// What came is of another form or year than what is due, in words; empty where it is not, or is not known. A
/// document's form is that of most of its records; a form that the program does not know by name is not compared.
std::string contradiction_of(const Submission& submission, const std::vector<std::string>& forms,
                             Language language);

/// Those that nothing came for.
std::vector<Expected> not_submitted(const std::vector<Submission>& submissions);

/// Somebody has to do something about this file: it was not read whole, or it is what another one submitted.
bool asks_for_something(const ReportedFile& file);

/// What is to be done about it, or asked of who sent it.
std::string request_of(const ReportedFile& file, Language language);

/// "57010001 โรงเรียนหนึ่ง"
std::string name_of(const Expected& expected);

/// A page for a browser or paper: counts, who is missing, what to ask, all files.
void write_report_html(std::ostream& out, const ImportReport& report, Language language);

/// One row a file, then one for each submission that is not what was due (state "contradicts") and for each that
/// is missing (state "missing"). Columns are named as in
/// events, data in the same words.
void write_report_csv(std::ostream& out, const ImportReport& report, Language language);

}  // namespace tarang::exporting
