#include "host/export/report/import_report.h"

#include "host/export/words.h"

namespace tarang::exporting {
namespace {

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

bool asks_for_something(const ReportedFile& file) {
    return exit_code_of(file.event.code) != 0 || is_anothers(file);
}

std::string request_of(const ReportedFile& file, Language language) {
    std::string request;
    if (is_anothers(file)) {
        request = Words{"เนื้อหาเดียวกับไฟล์ที่ส่งมาก่อน ตรวจว่าส่งถูกไฟล์: ",
                        "The same content as an earlier file; ask whether it is the right one: "}
                      .in(language) +
                  file.event.duplicate_of.value_or("");
    }
    if (exit_code_of(file.event.code) == 0) return request;
    return request + (request.empty() ? "" : "  ") + message_of(file.event.code, language);
}

std::string name_of(const Expected& expected) {
    return expected.key.code + (expected.name.empty() ? "" : " " + expected.name);
}

}  // namespace tarang::exporting
