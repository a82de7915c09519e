#include "host/export/report/school_words.h"

#include <algorithm>
#include <array>

#include "host/export/words.h"

namespace tarang::exporting {
namespace {

constexpr std::array<Words, 4> kStandings{{{"ใช้ได้", "fine"},
                                           {"เจ้าหน้าที่กำลังตรวจสอบ", "the office is looking at it"},
                                           {"ต้องแก้ไข", "to be corrected"},
                                           {"ยังไม่ส่ง", "not submitted"}}};

struct Request {
    EventCode code;
    Words words;
};
using C = EventCode;

/// What only the sender can mend. Of other codes that are not fine the office has to find out more first.
constexpr std::array<Request, 17> kRequests{{
    {C::kNotADocument,
     {"ไฟล์ที่ส่งมาไม่ใช่เอกสาร โปรดส่งรายงานเป็นไฟล์ PDF, Word, Excel หรือภาพสแกน",
      "The file is no document. Please send the report as PDF, Word, Excel or a scan."}},
    {C::kUnsupportedFormat,
     {"ไฟล์ชนิดนี้เปิดไม่ได้ โปรดบันทึกเป็น PDF แล้วส่งใหม่",
      "This kind of file cannot be opened. Please save it as PDF and send that."}},
    {C::kEmpty, {"ไฟล์ที่ส่งมาว่างเปล่า โปรดส่งไฟล์ใหม่", "The file is empty. Please send it again."}},
    {C::kDamaged,
     {"ไฟล์เปิดไม่ได้ อาจเสียหายระหว่างส่ง โปรดส่งไฟล์ใหม่",
      "The file cannot be opened; it may have been damaged on its way. Please send it again."}},
    {C::kEncrypted, {"ไฟล์มีรหัสผ่าน โปรดส่งไฟล์ที่ไม่มีรหัสผ่าน", "The file has a password. Please send one without."}},
    {C::kNoPages, {"ไฟล์ไม่มีหน้าเอกสาร โปรดส่งไฟล์ใหม่", "The file has no pages. Please send it again."}},
    {C::kTooLarge,
     {"ไฟล์ใหญ่เกินไป โปรดแบ่งเป็นไฟล์ย่อย แล้วส่งใหม่", "The file is too large. Please send it in parts."}},
    {C::kTooManyPages,
     {"ไฟล์มีหน้ามากเกินไป โปรดแบ่งเป็นไฟล์ย่อย แล้วส่งใหม่", "The file has too many pages. Please send it in parts."}},
    {C::kNoTextLayer,
     {"บางหน้าอ่านไม่ได้ โปรดส่งไฟล์ต้นฉบับ หรือสแกนใหม่ให้ชัดเจน",
      "Some pages cannot be read. Please send the original file, or scan it again, clearly."}},
    {C::kNoTable,
     {"ไม่พบตารางกิจกรรมในเอกสาร โปรดตรวจสอบว่าส่งรายงานถูกฉบับ",
      "There is no table of activities in it. Please check that it is the right report."}},
    {C::kNoRecords,
     {"ไม่พบตารางกิจกรรมในเอกสาร โปรดตรวจสอบว่าส่งรายงานถูกฉบับ",
      "There is no table of activities in it. Please check that it is the right report."}},
    {C::kPageUnreadable,
     {"บางหน้าอ่านไม่ได้ โปรดส่งไฟล์ต้นฉบับ หรือสแกนใหม่ให้ชัดเจน",
      "Some pages cannot be read. Please send the original file, or scan it again, clearly."}},
    {C::kOfficeJunk,
     {"ไฟล์ที่ส่งมาเป็นไฟล์ชั่วคราวของโปรแกรม โปรดส่งไฟล์รายงาน",
      "The file is a temporary one of a program. Please send the report."}},
    {C::kMissing, {"ยังไม่ได้รับไฟล์ โปรดส่งรายงาน", "No file has come. Please send the report."}},
    {C::kTooComplex,
     {"ไฟล์ซับซ้อนเกินไป โปรดบันทึกเป็น PDF แล้วส่งใหม่",
      "The file is too complex. Please save it as PDF and send that."}},
    {C::kArchiveIncomplete,
     {"บางไฟล์ในไฟล์รวมเปิดไม่ได้ โปรดส่งแยกทีละไฟล์",
      "Some files of the archive cannot be opened. Please send them one by one."}},
    {C::kSymlink,
     {"ไฟล์ที่ส่งมาเป็นทางลัด โปรดส่งไฟล์รายงาน", "The file is a shortcut. Please send the report itself."}},
}};

void add(SchoolWords& words, Standing standing, const std::string& request) {
    words.standing = std::max(words.standing, standing);
    if (!request.empty()) words.request += (words.request.empty() ? "" : "  ") + request;
}

std::string due(const SubmissionKey& key, Language language) {
    return words_of_form(key.form, language) + Words{" ปี ", " of the year "}.in(language) +
           std::to_string(key.year);
}

}  // namespace

std::string words_of(Standing standing, Language language) {
    return kStandings.at(static_cast<std::size_t>(standing)).in(language);
}

SchoolWords school_words(EventCode code, Language language) {
    if (exit_code_of(code) == 0 && code != C::kOfficeJunk) return {};
    const auto* found = std::find_if(kRequests.begin(), kRequests.end(),
                                     [code](const Request& request) { return request.code == code; });
    if (found != kRequests.end()) return {Standing::kSender, found->words.in(language)};
    return {Standing::kOffice, {}};
}

SchoolWords school_words(const Submission& submission, const ImportReport& report, Language language) {
    const SubmissionKey& key = submission.expected.key;
    const auto is_its = [&](const ReportedFile& file) { return file.expected && file.expected->key == key; };
    const auto came = std::find_if(report.files.begin(), report.files.end(), is_its);
    if (!submission.document && came == report.files.end())
        return {Standing::kMissing, Words{"โปรดส่ง ", "Please send: "}.in(language) + due(key, language)};
    SchoolWords words =
        school_words(submission.document ? submission.document->code : came->event.code, language);
    if (!contradiction_of(submission, report.forms, language).empty())
        add(words, Standing::kSender,
            contradiction_of(submission, report.forms, language) +
                Words{" โปรดส่งใหม่", ". Please send that."}.in(language));
    const bool same = std::any_of(report.files.begin(), report.files.end(), [&](const ReportedFile& file) {
        return is_its(file) && file.event.state == DocumentState::kDuplicate;
    });
    if (same)
        add(words, Standing::kSender,
            Words{"เนื้อหาเหมือนไฟล์ที่ได้รับก่อนหน้านี้ โปรดตรวจสอบว่าส่งถูกไฟล์",
                  "The content is that of a file that came before. Please check that it is the right one."}
                .in(language));
    return words;
}

}  // namespace tarang::exporting
