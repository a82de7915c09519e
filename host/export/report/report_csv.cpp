#include <array>

#include "host/export/report/import_report.h"
#include "host/export/tables/csv_writer.h"

namespace tarang::exporting {
namespace {

constexpr std::array<std::string_view, 13> kColumns{
    "state", "code",       "school_code", "school_name", "year",         "form",   "path",
    "pages", "pages_read", "activities",  "flagged",     "duplicate_of", "request"};

void write_number(CsvWriter& csv, const std::optional<std::int32_t>& number) {
    if (number) {
        csv.number(std::to_string(*number));
    } else {
        csv.empty();
    }
}

void write_expected(CsvWriter& csv, const std::optional<Expected>& expected) {
    if (!expected) {
        for (int i = 0; i < 4; ++i) csv.empty();
        return;
    }
    csv.text(expected->key.code);
    csv.text(expected->name);
    csv.number(std::to_string(expected->key.year));
    csv.text(expected->key.form);
}

void write_file(CsvWriter& csv, const ReportedFile& file, Language language) {
    const DocumentEvent& event = file.event;
    csv.text(tarang::name_of(event.state));
    csv.text(tarang::name_of(event.code));
    write_expected(csv, file.expected);
    csv.text(event.path);
    write_number(csv, event.pages);
    write_number(csv, event.pages_read);
    csv.number(std::to_string(event.activities));
    csv.number(std::to_string(event.flagged));
    csv.text(event.duplicate_of.value_or(""));
    csv.text(asks_for_something(file) ? request_of(file, language) : std::string());
    csv.end_row();
}

/// A row more for what came, and is not what was due.
void write_contradiction(CsvWriter& csv, const Submission& submission, const ImportReport& report,
                         Language language) {
    const std::string request = contradiction_of(submission, report.forms, language);
    if (request.empty()) return;
    const LedgerEntry& came = *submission.document;
    csv.text("contradicts");
    csv.text(tarang::name_of(came.code));
    write_expected(csv, submission.expected);
    csv.text(came.first_path);
    write_number(csv, came.pages);
    write_number(csv, came.pages_read);
    csv.number(std::to_string(came.activities));
    csv.number(std::to_string(came.flagged));
    csv.empty();
    csv.text(request);
    csv.end_row();
}

void write_missing(CsvWriter& csv, const Expected& expected) {
    csv.text("missing");
    csv.empty();
    write_expected(csv, expected);
    for (std::size_t i = 6; i < kColumns.size(); ++i) csv.empty();
    csv.end_row();
}

}  // namespace

void write_report_csv(std::ostream& out, const ImportReport& report, Language language) {
    CsvWriter csv(out);
    for (const std::string_view column : kColumns) csv.text(column);
    csv.end_row();
    for (const ReportedFile& file : report.files) write_file(csv, file, language);
    for (const Submission& submission : report.submissions) write_contradiction(csv, submission, report, language);
    for (const Expected& expected : not_submitted(report.submissions)) write_missing(csv, expected);
}

}  // namespace tarang::exporting
