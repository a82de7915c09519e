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
    std::string time;  ///< when the import ended, UTC: "2026-11-29T03:41:07Z"
    bool interrupted = false;
    std::vector<ReportedFile> files;      ///< in the order in which they were finished
    std::vector<Submission> submissions;  ///< all that is due; empty without a manifest
    std::vector<std::string> forms;       ///< names of forms that the program knows
};

/// What came is of another form or year than what is due, in words; empty where it is not, or is not known. A
/// document's form is that of most of its records; a form that the program does not know by name is not
/// compared.
std::string contradiction_of(const Submission& submission, const std::vector<std::string>& forms,
                             Language language);

/// Those that nothing came for.
std::vector<Expected> not_submitted(const std::vector<Submission>& submissions);

/// Somebody has to do something about this file: it was not read whole, or it is what another one submitted.
bool asks_for_something(const ReportedFile& file);

/// What is to be done about it, or asked of who sent it.
std::string request_of(const ReportedFile& file, Language language);

/// The folder that all files of the report are in, with its slash.
std::string folder_of(const ImportReport& report);

/// A file as a person finds it: below that folder; else its name alone.
std::string name_below(const std::string& folder, const std::string& path);

/// "57010001 โรงเรียนหนึ่ง"
std::string name_of(const Expected& expected);

/// A page for a browser or paper. First what can be handed on: how many have submitted, who has not, and of
/// each submission where it stands and what its sender has to do. Then for who imports: files of nobody on
/// the list, what to follow up, all files. Without a manifest only the latter.
void write_report_html(std::ostream& out, const ImportReport& report, Language language);

/// One row a file, then one for each submission that is not what was due (state "contradicts") and for each
/// that is missing (state "missing"). In English columns and data are in the words of events, for programs;
/// in Thai they are in words for people.
void write_report_csv(std::ostream& out, const ImportReport& report, Language language);

}  // namespace tarang::exporting
