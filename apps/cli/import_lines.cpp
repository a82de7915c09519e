#include "apps/cli/import_lines.h"

#include "host/export/report/import_report.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::cli {
namespace {

using exporting::counted;
using exporting::Words;
using exporting::words_of;

/// "11 pages, 6 activities, 1 field to check"; office files have no pages.
std::string contents_of(const DocumentEvent& event, Language language) {
    std::string text;
    if (event.pages) text = counted(*event.pages, {"หน้า", "page", "pages"}, language) + ", ";
    text += counted(event.activities, {"กิจกรรม", "activity", "activities"}, language);
    if (event.flagged > 0)
        text += ", " + counted(event.flagged, {"ช่องที่ต้องตรวจ", "field to check", "fields to check"}, language);
    return text;
}

}  // namespace

std::string line_of(const DocumentEvent& event, Language language) {
    std::string line = words_of(event.state).in(language);
    line += "  " + exporting::terminal_text(event.path);
    if (event.duplicate_of) {
        line += Words{"  เนื้อหาเดียวกับ ", "  same content as "}.in(language) +
                exporting::terminal_text(*event.duplicate_of);
    }
    const bool was_read = event.pages || (!event.duplicate_of && (event.state == DocumentState::kDone ||
                                                                  event.state == DocumentState::kPartial));
    if (was_read && exit_code_of(event.code) < 4) line += "  " + contents_of(event, language);
    if (!event.reason.empty()) line += "  " + exporting::terminal_text(event.reason);
    return line;
}

std::string missing_lines(const std::vector<Expected>& missing, Language language) {
    std::string lines =
        Words{"ยังไม่ส่ง ", "not submitted: "}.in(language) + std::to_string(missing.size()) + "\n";
    for (const Expected& expected : missing) {
        lines += "  " + exporting::terminal_text(exporting::name_of(expected)) + "  " +
                 std::to_string(expected.key.year) + "  " + exporting::terminal_text(expected.key.form) +
                 "\n";
    }
    return lines;
}

std::string contradiction_lines(const exporting::ImportReport& report, Language language) {
    std::string lines;
    for (const Submission& submission : report.submissions) {
        const std::string what = exporting::contradiction_of(submission, report.forms, language);
        if (what.empty()) continue;
        lines += "  " + exporting::terminal_text(exporting::name_of(submission.expected)) + "  " +
                 exporting::terminal_text(submission.document->file_name) + ": " +
                 exporting::terminal_text(what) + "\n";
    }
    return lines.empty() ? lines : Words{"ไม่ตรงกับที่ต้องส่ง", "not what is due"}.in(language) + "\n" + lines;
}

std::string summary_line(const exporting::StateCounts& counts, Language language) {
    std::string line;
    for (int i = 0; i <= static_cast<int>(DocumentState::kQuarantined); ++i) {
        const auto state = static_cast<DocumentState>(i);
        const auto count = counts.of(state);
        if (count == 0) continue;
        if (!line.empty()) line += ", ";
        line += words_of(state).in(language) + " " + std::to_string(count);
    }
    return line.empty() ? Words{"ไม่มีไฟล์", "no files"}.in(language) : line;
}

}  // namespace tarang::cli
