#include <algorithm>
#include <array>

#include "host/export/days.h"
#include "host/export/report/html.h"
#include "host/export/report/import_report.h"
#include "host/export/report/school_words.h"
#include "host/export/terminal/text_table.h"
#include "host/export/words.h"

namespace tarang::exporting {
namespace {

class Page {
public:
    Page(std::ostream& out, const ImportReport& report, Language language)
        : out_(out), report_(report), language_(language) {}

    void write() {
        const bool submissions = !report_.submissions.empty();
        const std::string title = words(submissions ? Words{"สรุปการส่งรายงาน", "What was submitted"}
                                                    : Words{"รายงานการนำเข้าเอกสาร", "Report of an import"});
        out_ << "<!DOCTYPE html>\n<html lang=\"" << words({"th", "en"}) << "\">\n<head>\n"
             << html_head() << "<title>" << title << "</title>\n</head>\n<body>\n<h1>" << title << "</h1>\n";
        paragraph(words({"ณ วันที่ ", ""}) + text_of_time(report_.time, language_));
        if (report_.interrupted)
            paragraph(words({"การนำเข้าถูกหยุดก่อนเสร็จ รายงานนี้มีเฉพาะไฟล์ที่เสร็จแล้ว",
                             "The import was stopped; this lists what was finished."}));
        if (submissions) {
            standings();
            missing();
            by_sender();
        }
        out_ << "<section" << (submissions ? " class=\"apart\"" : "") << ">\n";
        if (submissions) out_ << "<h1>" << words({"สำหรับเจ้าหน้าที่", "For the office"}) << "</h1>\n";
        paragraph(words({"ฐานข้อมูล ", "Database "}) +
                  report_.database.substr(report_.database.rfind('/') + 1));
        counts();
        of_nobody();
        requests();
        all_files();
        out_ << "</section>\n</body>\n</html>\n";
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
    /// Numbers stand at the right.
    void row(std::initializer_list<std::string> cells) {
        out_ << "<tr>";
        for (const std::string& cell : cells) {
            const bool number = !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
            out_ << (number ? "<td class=\"number\">" : "<td>") << html_text(terminal_text(cell)) << "</td>";
        }
        out_ << "</tr>\n";
    }
    std::string name(const std::string& path) const { return name_below(folder_, path); }
    SchoolWords school(const Submission& submission) const {
        return school_words(submission, report_, language_);
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

    /// "ส่งแล้ว 4 จาก 5", and of these how many are fine.
    void standings() {
        std::array<std::int64_t, 4> counts{};
        for (const Submission& submission : report_.submissions)
            ++counts.at(static_cast<std::size_t>(school(submission).standing));
        const auto all = static_cast<std::int64_t>(report_.submissions.size());
        const std::int64_t came = all - counts.at(static_cast<std::size_t>(Standing::kMissing));
        out_ << "<p class=\"lead\">" << words({"ส่งแล้ว ", "Submitted: "}) << came << words({" จาก ", " of "})
             << all << "</p>\n";
        std::string line;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts.at(i) == 0) continue;
            line += (line.empty() ? "" : " · ") + words_of(static_cast<Standing>(i), language_) + " " +
                    std::to_string(counts.at(i));
        }
        paragraph(line);
    }

    void missing() {
        std::string names;
        std::size_t count = 0;
        for (const Submission& submission : report_.submissions) {
            if (school(submission).standing != Standing::kMissing) continue;
            ++count;
            names += (names.empty() ? "" : ", ") + name_of(submission.expected);
        }
        heading({"ยังไม่ส่ง", "Not submitted"}, count);
        paragraph(count == 0 ? words({"ส่งครบแล้ว", "Everything that is due has come."}) : names);
    }

    void by_sender() {
        heading({"รายโรงเรียน/หน่วยงาน", "By sender"}, report_.submissions.size());
        titles({{"รหัส", "Code"},
                {"ชื่อ", "Name"},
                {"รายงานที่ต้องส่ง", "Due"},
                {"ผล", "Result"},
                {"สิ่งที่ต้องทำ", "What to do"}});
        constexpr std::array<std::string_view, 4> kClasses{"fine", "office", "sender", "missing"};
        for (const Submission& submission : report_.submissions) {
            const Expected& expected = submission.expected;
            const SchoolWords told = school(submission);
            out_ << "<tr>";
            for (const std::string& cell : {expected.key.code, expected.name,
                                            words_of_form(expected.key.form, language_) + " " +
                                                words({"ปี ", ""}) + std::to_string(expected.key.year)})
                out_ << "<td>" << html_text(terminal_text(cell)) << "</td>";
            out_ << "<td class=\"standing " << kClasses.at(static_cast<std::size_t>(told.standing)) << "\">"
                 << words_of(told.standing, language_) << "</td><td>"
                 << html_text(terminal_text(told.request.empty() ? "–" : told.request)) << "</td></tr>\n";
        }
        end_table();
    }

    /// What came, and is of nobody on the list.
    void of_nobody() {
        if (report_.submissions.empty()) return;
        const auto is_nobodys = [](const ReportedFile& file) { return !file.expected.has_value(); };
        const auto count = std::count_if(report_.files.begin(), report_.files.end(), is_nobodys);
        if (count == 0) return;
        heading({"ไฟล์ที่ไม่อยู่ในรายชื่อ", "Files of nobody on the list"}, static_cast<std::size_t>(count));
        titles({{"ไฟล์", "File"}, {"สถานะ", "State"}});
        for (const ReportedFile& file : report_.files) {
            if (is_nobodys(file)) row({name(file.event.path), words(words_of(file.event.state))});
        }
        end_table();
    }

    void requests() {
        const auto contradicts = [this](const Submission& submission) {
            return !contradiction_of(submission, report_.forms, language_).empty();
        };
        const auto count = std::count_if(report_.files.begin(), report_.files.end(), asks_for_something) +
                           std::count_if(report_.submissions.begin(), report_.submissions.end(), contradicts);
        heading({"ต้องติดตาม", "To follow up"}, static_cast<std::size_t>(count));
        if (count == 0) return paragraph(words({"ไม่มี", "Nothing."}));
        titles({{"ผู้ส่ง", "Sender"}, {"ไฟล์", "File"}, {"สถานะ", "State"}, {"สิ่งที่ต้องทำ", "What to do"}});
        for (const ReportedFile& file : report_.files) {
            if (!asks_for_something(file)) continue;
            row({file.expected ? name_of(*file.expected) : std::string(), name(file.event.path),
                 words(words_of(file.event.state)), request_of(file, language_)});
        }
        for (const Submission& submission : report_.submissions) {
            if (!contradicts(submission)) continue;
            const LedgerEntry& came = *submission.document;
            row({name_of(submission.expected), name(came.first_path), words(words_of(came.shown_state())),
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
            row({file.expected ? name_of(*file.expected) : std::string(), name(event.path),
                 words(words_of(event.state)), event.pages ? std::to_string(*event.pages) : std::string(),
                 std::to_string(event.activities), std::to_string(event.flagged)});
        }
        end_table();
    }

    std::ostream& out_;
    const ImportReport& report_;
    Language language_;
    std::string folder_ = folder_of(report_);
};

}  // namespace

void write_report_html(std::ostream& out, const ImportReport& report, Language language) {
    Page(out, report, language).write();
}

}  // namespace tarang::exporting
