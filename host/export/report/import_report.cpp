#include "host/export/report/import_report.h"

#include <algorithm>

#include "host/export/words.h"

namespace tarang::exporting {
namespace {

std::string name_of_file(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool is_anothers(const ReportedFile& file) {
    return file.expected.has_value() && file.event.state == DocumentState::kDuplicate;
}

}  // namespace

std::vector<Expected> not_submitted(const std::vector<Submission>& submissions) {
    std::vector<Expected> missing;
    for (const Submission& submission : submissions) {
        if (!submission.document) missing.push_back(submission.expected);
    }
    return missing;
}

std::string contradiction_of(const Submission& submission, const std::vector<std::string>& forms,
                             Language language) {
    if (!submission.document) return {};
    const auto known = [&forms](const std::string& form) {
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    const SubmissionKey& due = submission.expected.key;
    const std::string& form = submission.document->facts.form;
    std::string text;
    if (known(due.form) && known(form) && form != due.form)
        text = Words{"ส่งมาเป็น", "It is of the form "}.in(language) + words_of_form(form, language) +
               Words{" แต่ต้องส่ง", ", but due is "}.in(language) + words_of_form(due.form, language);
    if (submission.fiscal_year && submission.fiscal_year->value != due.year)
        text += (text.empty() ? "" : "  ") + Words{"เป็นของปี ", "It is of the year "}.in(language) +
                std::to_string(submission.fiscal_year->value) +
                Words{" แต่ต้องส่งของปี ", ", but due is "}.in(language) + std::to_string(due.year);
    return text;
}

bool asks_for_something(const ReportedFile& file) {
    return exit_code_of(file.event.code) != 0 || is_anothers(file);
}

std::string request_of(const ReportedFile& file, Language language) {
    std::string request;
    if (is_anothers(file)) {
        request = Words{"เนื้อหาเดียวกับไฟล์ที่ส่งมาก่อน ตรวจว่าส่งถูกไฟล์: ",
                        "The same content as an earlier file; ask whether it is the right one: "}
                      .in(language) +
                  name_of_file(file.event.duplicate_of.value_or(""));
    }
    if (exit_code_of(file.event.code) == 0) return request;
    return request + (request.empty() ? "" : "  ") + message_of(file.event.code, language);
}

std::string folder_of(const ImportReport& report) {
    std::string folder;
    for (const ReportedFile& file : report.files) {
        const std::string& other = file.event.path;
        if (&file == &report.files.front()) folder = other.substr(0, other.rfind('/') + 1);
        while (!folder.empty() && !other.starts_with(folder))
            folder.resize(folder.size() < 2 ? 0 : folder.rfind('/', folder.size() - 2) + 1);
    }
    return folder;
}

std::string name_below(const std::string& folder, const std::string& path) {
    if (!folder.empty() && path.starts_with(folder)) return path.substr(folder.size());
    return name_of_file(path);
}

std::string name_of(const Expected& expected) {
    return expected.key.code + (expected.name.empty() ? "" : " " + expected.name);
}

}  // namespace tarang::exporting
