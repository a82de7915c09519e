#include <array>

#include "host/export/report/import_report.h"
#include "host/export/report/school_words.h"
#include "host/export/tables/csv_writer.h"
#include "host/export/words.h"

namespace tarang::exporting {
namespace {

/// For programs, in the words of events; for people.
constexpr std::array<Words, 14> kColumns{{{"สถานะ", "state"},
                                          {"รหัสผล", "code"},
                                          {"รหัส", "school_code"},
                                          {"ชื่อ", "school_name"},
                                          {"ปี", "year"},
                                          {"แบบรายงาน", "form"},
                                          {"ไฟล์", "path"},
                                          {"หน้า", "pages"},
                                          {"หน้าที่อ่าน", "pages_read"},
                                          {"กิจกรรม", "activities"},
                                          {"ช่องที่ต้องตรวจ", "flagged"},
                                          {"เนื้อหาเดียวกับ", "duplicate_of"},
                                          {"สิ่งที่เจ้าหน้าที่ต้องทำ", "request"},
                                          {"สิ่งที่ผู้ส่งต้องทำ", "sender_request"}}};

class Rows {
public:
    Rows(std::ostream& out, const ImportReport& report, Language language)
        : csv_(out), report_(report), language_(language) {}

    void write() {
        for (const Words& column : kColumns) csv_.text(column.in(language_));
        csv_.end_row();
        for (const ReportedFile& file : report_.files) write(file);
        for (const Submission& submission : report_.submissions) write_contradiction(submission);
        for (const Submission& submission : report_.submissions) {
            if (!submission.document) write_missing(submission);
        }
    }

private:
    bool thai() const { return language_ == Language::kThai; }

    void number(const std::optional<std::int32_t>& number) {
        if (number) {
            csv_.number(std::to_string(*number));
        } else {
            csv_.empty();
        }
    }

    void code(EventCode code) {
        csv_.text(thai() ? message_of(code, language_) : std::string(tarang::name_of(code)));
    }

    void path(const std::string& path) {
        csv_.text(thai() && !path.empty() ? name_below(folder_, path) : path);
    }

    void expected(const std::optional<Expected>& expected) {
        if (!expected) {
            for (int i = 0; i < 4; ++i) csv_.empty();
            return;
        }
        csv_.text(expected->key.code);
        csv_.text(expected->name);
        csv_.number(std::to_string(expected->key.year));
        csv_.text(thai() ? words_of_form(expected->key.form, language_) : expected->key.form);
    }

    template <typename Document>
    void counts(const Document& document) {
        number(document.pages);
        number(document.pages_read);
        csv_.number(std::to_string(document.activities));
        csv_.number(std::to_string(document.flagged));
    }

    void write(const ReportedFile& file) {
        const DocumentEvent& event = file.event;
        csv_.text(thai() ? words_of(event.state).in(language_) : std::string(tarang::name_of(event.state)));
        code(event.code);
        expected(file.expected);
        path(event.path);
        counts(event);
        path(event.duplicate_of.value_or(""));
        csv_.text(asks_for_something(file) ? request_of(file, language_) : std::string());
        csv_.text(school_words(event.code, language_).request);
        csv_.end_row();
    }

    /// A row more for what came, and is not what was due.
    void write_contradiction(const Submission& submission) {
        const std::string request = contradiction_of(submission, report_.forms, language_);
        if (request.empty()) return;
        const LedgerEntry& came = *submission.document;
        csv_.text(Words{"ไม่ตรงกับที่ต้องส่ง", "contradicts"}.in(language_));
        code(came.code);
        expected(submission.expected);
        path(came.first_path);
        counts(came);
        csv_.empty();
        csv_.text(request);
        csv_.text(school_words(submission, report_, language_).request);
        csv_.end_row();
    }

    void write_missing(const Submission& submission) {
        csv_.text(Words{"ยังไม่ส่ง", "missing"}.in(language_));
        csv_.empty();
        expected(submission.expected);
        for (std::size_t i = 6; i + 1 < kColumns.size(); ++i) csv_.empty();
        csv_.text(school_words(submission, report_, language_).request);
        csv_.end_row();
    }

    CsvWriter csv_;
    const ImportReport& report_;
    Language language_;
    std::string folder_ = folder_of(report_);
};

}  // namespace

void write_report_csv(std::ostream& out, const ImportReport& report, Language language) {
    Rows(out, report, language).write();
}

}  // namespace tarang::exporting
