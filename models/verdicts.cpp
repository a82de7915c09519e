// The table of event codes: state, exit code and message of each.
#include <array>

#include "models/document.h"

namespace tarang {
namespace {

struct Verdict {
    EventCode code;
    DocumentState state;
    int exit_code;
    std::optional<FindingCode> finding;
    std::string_view thai;
    std::string_view english;
};

using enum DocumentState;
using F = FindingCode;

constexpr std::array<Verdict, kEventCodeCount> kVerdicts{{
    {EventCode::kOk, kDone, 0, {}, "เรียบร้อย", "Done."},
    {EventCode::kNotADocument, kFailed, 4, F::kNotADocument, "ไม่ใช่ไฟล์เอกสารที่รู้จัก ขอไฟล์ PDF หรือภาพสแกนจากผู้ส่ง",
     "Not a document of a known kind. Ask the sender for a PDF or a scan."},
    {EventCode::kUnsupportedFormat, kFailed, 4, F::kUnsupportedFormat, "ยังไม่รองรับไฟล์ชนิดนี้ บันทึกเป็น PDF แล้วนำเข้าใหม่",
     "This format is not supported. Save it as PDF and import that."},
    {EventCode::kEmpty, kFailed, 4, F::kEmptyFile, "ไฟล์ว่าง (0 ไบต์) ขอไฟล์ใหม่จากผู้ส่ง",
     "The file is empty (0 bytes). Ask the sender for it again."},
    {EventCode::kDamaged, kFailed, 4, F::kDamaged, "ไฟล์เสียหาย เปิดไม่ได้ ขอไฟล์ใหม่จากผู้ส่ง",
     "The file is damaged and cannot be opened. Ask the sender for it again."},
    {EventCode::kEncrypted, kFailed, 4, F::kEncrypted, "ไฟล์มีรหัสผ่าน ระบุรหัสด้วย --password-file พร้อม --reread หรือขอไฟล์ที่ไม่เข้ารหัส",
     "The file needs a password. Give it with --password-file and --reread, or ask for a copy without one."},
    {EventCode::kNoPages, kFailed, 4, F::kNoPages, "เปิดไฟล์ได้แต่ไม่มีหน้าเอกสาร ขอไฟล์ใหม่จากผู้ส่ง",
     "The file opens but has no pages. Ask the sender for it again."},
    {EventCode::kTooLarge, kFailed, 4, F::kTooLarge, "ไฟล์ใหญ่เกินกำหนด เพิ่มค่า --max-bytes หรือแบ่งไฟล์",
     "The file is larger than the limit. Raise --max-bytes, or split the file."},
    {EventCode::kTooManyPages, kFailed, 4, F::kTooManyPages, "จำนวนหน้าเกินกำหนด เพิ่มค่า --max-pages พร้อม --reread หรือแบ่งไฟล์",
     "The file has more pages than the limit. Raise --max-pages and add --reread, or split the file."},
    {EventCode::kTimedOut, kFailed, 4, F::kTimedOut, "ใช้เวลาเกินกำหนด เพิ่มค่า --timeout แล้วนำเข้าใหม่ด้วย --reread",
     "Reading took longer than the limit. Raise --timeout and import it again with --reread."},
    {EventCode::kOutOfMemory, kFailed, 4, F::kOutOfMemory, "ใช้หน่วยความจำเกินกำหนด เพิ่มค่า --memory แล้วนำเข้าใหม่ด้วย --reread",
     "Reading needed more memory than the limit. Raise --memory and import it again with --reread."},
    {EventCode::kCrashed, kFailed, 4, F::kCrashed, "การอ่านไฟล์ล้มเหลวกะทันหัน ไฟล์อื่นไม่ได้รับผลกระทบ โปรดขอไฟล์ใหม่หรือแจ้งผู้พัฒนา",
     "Reading the file crashed; no other file is affected. Ask for a new copy, or report it."},
    {EventCode::kNoTextLayer, kPartial, 3, F::kNoTextLayer, "มีหน้าที่เป็นภาพ หรือไม่มีชั้นข้อความที่ใช้ได้ จึงไม่ได้อ่านครบทุกหน้า",
     "Some pages are images, or have no text layer that can be used; they were not read."},
    {EventCode::kNoTable, kPartial, 3, F::kNoTable, "ไม่พบตารางในเอกสาร ตรวจสอบว่าเป็นรายงานที่ต้องการ",
     "No table was found. Check that this is the report you meant."},
    {EventCode::kNoRecords, kPartial, 3, F::kNoRecords, "พบตารางแต่ไม่มีตารางกิจกรรม ดูเหตุผลของแต่ละตารางด้วย tarang show หรือระบุแบบด้วย --profile พร้อม --reread",
     "Tables were found, but none of activities. See why for each with tarang show, or name a form with --profile and --reread."},
    {EventCode::kUnknownForm, kPartial, 3, F::kUnknownForm, "พบตารางแต่ไม่ตรงกับแบบรายงานที่รู้จัก ระบุแบบด้วย --profile พร้อม --reread",
     "Tables were found, but no known report form fits. Name a form with --profile and --reread."},
    {EventCode::kPageUnreadable, kPartial, 3, F::kPageUnreadable, "อ่านได้ไม่ครบทุกหน้า ดูรายการข้อสังเกตของเอกสาร",
     "Not every page could be read. See the document's findings."},
    {EventCode::kSymlink, kSkipped, 4, {}, "เป็นลิงก์ ระบบไม่เปิดตามลิงก์ ระบุไฟล์จริง",
     "This is a symbolic link, and links are not followed. Name the file itself."},
    {EventCode::kSpecialFile, kSkipped, 4, {}, "ไม่ใช่ไฟล์ปกติ", "Not a regular file."},
    {EventCode::kOfficeJunk, kSkipped, 0, {}, "ไฟล์ชั่วคราวของโปรแกรมสำนักงาน ข้ามไป",
     "A temporary file of an office program; skipped."},
    {EventCode::kOwnFile, kSkipped, 4, {}, "เป็นไฟล์ของฐานข้อมูลนี้เอง จึงไม่อ่าน ระบุเฉพาะไฟล์รายงาน",
     "A file of this database itself, which is not read. Name the reports only."},
    {EventCode::kMissing, kFailed, 4, {}, "ไม่พบไฟล์ ตรวจสอบชื่อและตำแหน่ง", "There is no such file. Check the path."},
    {EventCode::kUnreadableFile, kFailed, 4, {}, "เปิดไฟล์ไม่ได้ ตรวจสอบสิทธิ์การอ่าน",
     "The file cannot be opened. Check its permissions."},
    {EventCode::kTooComplex, kFailed, 4, F::kTooComplex, "ไฟล์ซับซ้อนเกินกำหนด (จำนวนช่อง ไฟล์ย่อย หรืออัตราการบีบอัด) แบ่งไฟล์หรือบันทึกเป็น PDF แล้วนำเข้าใหม่",
     "The file is more complex than the limits allow (cells, members, compression). Split it, or save it as PDF and import that."},
    {EventCode::kArchive, kDone, 0, {}, "ไฟล์รวม นำไฟล์ข้างในเข้าเป็นเอกสารแต่ละฉบับแล้ว",
     "An archive; each file in it is a document of its own."},
    {EventCode::kArchiveIncomplete, kPartial, 3, F::kArchiveIncomplete, "ไฟล์รวม มีบางไฟล์ข้างในที่นำออกมาไม่ได้ ดูรายการข้อสังเกต ส่วนที่เหลือนำเข้าแล้ว",
     "An archive; some of its files could not be taken out. See its findings; the others were imported."},
}};

const Verdict& verdict_of(EventCode code) { return kVerdicts[static_cast<std::size_t>(code)]; }

}  // namespace

DocumentState state_of(EventCode code) { return verdict_of(code).state; }
int exit_code_of(EventCode code) { return verdict_of(code).exit_code; }
std::optional<FindingCode> finding_of(EventCode code) { return verdict_of(code).finding; }

std::string message_of(EventCode code, Language language) {
    const Verdict& verdict = verdict_of(code);
    return std::string(language == Language::kThai ? verdict.thai : verdict.english);
}

}  // namespace tarang
