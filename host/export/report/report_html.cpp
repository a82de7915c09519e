#include <algorithm>

#include "host/export/report/html.h"
#include "host/export/report/import_report.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::exporting {
namespace {

class Page {
public:
    Page(std::ostream& out, const ImportReport& report, Language language)
        : out_(out), report_(report), language_(language) {}

    void write() {
        const std::string title = words({"รายงานการนำเข้าเอกสาร", "Report of an import"});
        out_ << "<!DOCTYPE html>\n<html lang=\"" << words({"th", "en"}) << "\">\n<head>\n"
             << html_head() << "<title>" << title << "</title>\n</head>\n<body>\n<h1>" << title << "</h1>\n";
        paragraph(report_.time + " · " + report_.database);
        if (report_.interrupted)
            paragraph(words({"การนำเข้าถูกหยุดก่อนเสร็จ รายงานนี้มีเฉพาะไฟล์ที่เสร็จแล้ว",
                             "The import was stopped; this lists what was finished."}));
        counts();
        missing();
        requests();
        all_files();
        out_ << "</body>\n</html>\n";
    }

private:
    std::string words(const Words& both) const { return both.in(language_); }

    void paragraph(const std::string& text) { out_ << "<p>" << html_text(terminal_text(text)) << "</p>\n"; }
    void heading(const Words& both, std::size_t count) {
        out_ << "<h2>" << words(both) << " (" << count << ")</h2>\n";
    }
    void titles(std::initializer_list<Words> columns) {
        out_ << "<table>\n<thead>\n<tr>";
        for (const Words& column : columns) out_ << "<th>" << words(column) << "</th>";
        out_ << "</tr>\n</thead>\n<tbody>\n";
    }
    void row(std::initializer_list<std::string> cells) {
        out_ << "<tr>";
        for (const std::string& cell : cells) out_ << "<td>" << html_text(terminal_text(cell)) << "</td>";
        out_ << "</tr>\n";
    }
    void end_table() { out_ << "</tbody>\n</table>\n"; }

    void counts() {
        StateCounts counts;
        for (const ReportedFile& file : report_.files) counts.add(file.event.state);
        titles({{"สถานะ", "State"}, {"จำนวนไฟล์", "Files"}});
        for (int i = 0; i <= static_cast<int>(DocumentState::kQuarantined); ++i) {
            const auto state = static_cast<DocumentState>(i);
            if (counts.of(state) > 0) row({words(words_of(state)), std::to_string(counts.of(state))});
        }
        row({words({"ทั้งหมด", "All"}), std::to_string(report_.files.size())});
        end_table();
    }

    void missing() {
        if (report_.submissions.empty()) return;
        const std::vector<Expected> missing = not_submitted(report_.submissions);
        heading({"ยังไม่ส่ง", "Not submitted"}, missing.size());
        if (missing.empty()) return paragraph(words({"ส่งครบแล้ว", "Everything that is due has come."}));
        titles({{"รหัส", "Code"}, {"ชื่อ", "Name"}, {"ปี", "Year"}, {"แบบ", "Form"}});
        for (const Expected& expected : missing)
            row({expected.key.code, expected.name, std::to_string(expected.key.year), expected.key.form});
        end_table();
    }

    void requests() {
        const auto contradicts = [this](const Submission& submission) {
            return !contradiction_of(submission, report_.forms, language_).empty();
        };
        const auto count =
            std::count_if(report_.files.begin(), report_.files.end(), asks_for_something) +
            std::count_if(report_.submissions.begin(), report_.submissions.end(), contradicts);
        heading({"ต้องติดตาม", "To follow up"}, static_cast<std::size_t>(count));
        if (count == 0) return paragraph(words({"ไม่มี", "Nothing."}));
        titles({{"ผู้ส่ง", "Sender"}, {"ไฟล์", "File"}, {"สถานะ", "State"}, {"สิ่งที่ต้องทำ", "What to do"}});
        for (const ReportedFile& file : report_.files) {
            if (!asks_for_something(file)) continue;
            row({file.expected ? name_of(*file.expected) : std::string(), file.event.path,
                 words(words_of(file.event.state)), request_of(file, language_)});
        }
        for (const Submission& submission : report_.submissions) {
            if (!contradicts(submission)) continue;
            const LedgerEntry& came = *submission.document;
            row({name_of(submission.expected), came.first_path, words(words_of(came.shown_state())),
                 contradiction_of(submission, report_.forms, language_)});
        }
        end_table();
    }

    void all_files() {
        heading({"ไฟล์ทั้งหมด", "All files"}, report_.files.size());
        titles({{"ผู้ส่ง", "Sender"},
                {"ไฟล์", "File"},
                {"สถานะ", "State"},
                {"หน้า", "Pages"},
                {"กิจกรรม", "Activities"},
                {"ช่องที่ต้องตรวจ", "Fields to check"}});
        for (const ReportedFile& file : report_.files) {
            const DocumentEvent& event = file.event;
            row({file.expected ? name_of(*file.expected) : std::string(), event.path,
                 words(words_of(event.state)), event.pages ? std::to_string(*event.pages) : std::string(),
                 std::to_string(event.activities), std::to_string(event.flagged)});
        }
        end_table();
    }

    std::ostream& out_;
    const ImportReport& report_;
    Language language_;
};

}  // namespace

void write_report_html(std::ostream& out, const ImportReport& report, Language language) {
    Page(out, report, language).write();
}

}  // namespace tarang::exporting
