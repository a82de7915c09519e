// What a person is told of files that cannot be read, by what they are.
#include "models/nature.h"

#include <array>

namespace tarang {
namespace {

struct Row {
    Nature nature;
    std::string_view name;
    std::string_view ending;  ///< of what can be converted
    EventCode code;           ///< with which the advice goes
    std::string_view thai;
    std::string_view english;
};

constexpr auto kUnsupported = EventCode::kUnsupportedFormat;

// The packages are Debian's and Ubuntu's.
#define TARANG_CONVERTER "apt install libreoffice-writer libreoffice-calc bubblewrap"
#define TARANG_AGAIN "tarang retry DB --without-records"

constexpr std::array<Row, kNatureCount> kRows{{
    {Nature::kUnknown, "unknown", "", kUnsupported, "", ""},
    {Nature::kArchive, "archive", "", kUnsupported, "เป็นไฟล์รวม (ZIP) นำเข้าด้วย tarang import หรือแตกไฟล์ก่อน",
     "This is a ZIP archive. Use tarang import, which unpacks it, or unpack it first."},
    {Nature::kMail, "mail", "", kUnsupported, "เป็นอีเมล (.eml) นำเข้าด้วย tarang import หรือบันทึกไฟล์แนบก่อน",
     "This is a mail. Use tarang import, which takes its attachments, or save them first."},
    {Nature::kOldText, "old_text", "doc", kUnsupported,
     "เป็นไฟล์ Word รุ่นเก่า (.doc) ติดตั้งโปรแกรมแปลงด้วย " TARANG_CONVERTER " แล้วสั่ง " TARANG_AGAIN
     " หรือเปิดใน Word แล้วบันทึกเป็น .docx",
     "This is an old Word file (.doc). To have it converted, " TARANG_CONVERTER ", then " TARANG_AGAIN
     "; or save it as .docx in Word."},
    {Nature::kRichText, "rich_text", "rtf", kUnsupported,
     "เป็นไฟล์ RTF ติดตั้งโปรแกรมแปลงด้วย " TARANG_CONVERTER " แล้วสั่ง " TARANG_AGAIN
     " หรือเปิดใน Word แล้วบันทึกเป็น .docx",
     "This is an RTF file. To have it converted, " TARANG_CONVERTER ", then " TARANG_AGAIN
     "; or save it as .docx in Word."},
    {Nature::kOpenText, "open_text", "odt", kUnsupported,
     "เป็นไฟล์ OpenDocument (.odt) ติดตั้งโปรแกรมแปลงด้วย " TARANG_CONVERTER " แล้วสั่ง " TARANG_AGAIN
     " หรือบันทึกเป็น .docx",
     "This is an OpenDocument text (.odt). To have it converted, " TARANG_CONVERTER ", then " TARANG_AGAIN
     "; or save it as .docx."},
    {Nature::kOldSheet, "old_sheet", "xls", kUnsupported,
     "เป็นไฟล์ Excel รุ่นเก่ามาก (ก่อน 97) ติดตั้งโปรแกรมแปลงด้วย " TARANG_CONVERTER " แล้วสั่ง " TARANG_AGAIN
     " หรือเปิดใน Excel แล้วบันทึกเป็น .xlsx",
     "This is a workbook of Excel before 97. To have it converted, " TARANG_CONVERTER ", then " TARANG_AGAIN
     "; or save it as .xlsx in Excel."},
    {Nature::kOpenSheet, "open_sheet", "ods", kUnsupported,
     "เป็นไฟล์ OpenDocument (.ods) ติดตั้งโปรแกรมแปลงด้วย " TARANG_CONVERTER " แล้วสั่ง " TARANG_AGAIN
     " หรือบันทึกเป็น .xlsx",
     "This is an OpenDocument workbook (.ods). To have it converted, " TARANG_CONVERTER ", then " TARANG_AGAIN
     "; or save it as .xlsx."},
    {Nature::kBinarySheet, "binary_sheet", "", kUnsupported,
     "เป็นไฟล์ Excel แบบไบนารี (.xlsb) เปิดใน Excel แล้วบันทึกเป็น .xlsx",
     "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx."},
    {Nature::kPresentation, "presentation", "", kUnsupported,
     "เป็นไฟล์นำเสนอ (PowerPoint) บันทึกเป็น PDF แล้วนำเข้าใหม่",
     "This is a presentation. Save it as PDF and import that."},
    {Nature::kPagesOrNumbers, "pages_or_numbers", "", kUnsupported,
     "เป็นไฟล์ Pages หรือ Numbers ของ Apple ให้ผู้ส่งส่งออกเป็น .docx, .xlsx หรือ PDF",
     "This is a file of Apple's Pages or Numbers. Ask the sender to export it as .docx, .xlsx or PDF."},
    {Nature::kOldThaiText, "old_thai_text", "", EventCode::kNotADocument,
     "เป็นข้อความไทยรหัสเก่า (ไฟล์ข้อความ หรือเอกสารของโปรแกรมเวิร์ดไทยยุค DOS เช่น เวิร์ดจุฬา) ให้ผู้ส่งบันทึกเป็น .docx หรือ PDF "
     "หรือพิมพ์แล้วสแกน",
     "This is Thai text in an old code: plain text, or a file of a word processor of DOS days such as CU "
     "Writer. Ask "
     "the sender for a .docx or PDF, or to print and scan it."},
    {Nature::kPlainText, "plain_text", "", EventCode::kNotADocument,
     "เป็นข้อความล้วน หรือตารางแบบข้อความ (.csv, .txt) เปิดใน Excel หรือ Word แล้วบันทึกเป็น .xlsx หรือ .docx",
     "This is plain text, or a table as text (.csv, .txt). Open it in Excel or Word and save it as .xlsx or "
     ".docx."},
    {Nature::kWebPage, "web_page", "", EventCode::kNotADocument,
     "เป็นหน้าเว็บ (HTML) แม้ชื่อจะลงท้ายด้วย .doc หรือ .xls เปิดใน Word หรือ Excel แล้วบันทึกเป็น .docx หรือ .xlsx",
     "This is a web page (HTML), whatever its name ends with. Open it in Word or Excel and save it as .docx "
     "or .xlsx."},
    {Nature::kOfficeXml, "office_xml", "", EventCode::kNotADocument,
     "เป็นไฟล์ XML ของ Excel หรือ Word รุ่น 2003 เปิดใน Excel หรือ Word แล้วบันทึกเป็น .xlsx หรือ .docx",
     "This is an XML file of Excel or Word 2003. Open it in Excel or Word and save it as .xlsx or .docx."},
    {Nature::kHeic, "heic", "", kUnsupported,
     "เป็นภาพ HEIC ของ iPhone ให้ผู้ส่งส่งเป็น JPEG (ตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด) หรือสแกนเป็น PDF",
     "This is a HEIC picture of an iPhone. Ask for a JPEG (Settings > Camera > Formats > Most Compatible), "
     "or a scan "
     "as PDF."},
    {Nature::kPicture, "picture", "", kUnsupported, "เป็นภาพชนิดที่ไม่อ่าน บันทึกเป็น JPEG, PNG หรือ PDF แล้วนำเข้าใหม่",
     "This is a picture of a kind that is not read. Save it as JPEG, PNG or PDF and import that."},
    {Nature::kOtherArchive, "other_archive", "", kUnsupported,
     "เป็นไฟล์บีบอัดชนิดอื่น (7z, RAR ฯลฯ) แตกไฟล์แล้วนำเข้าโฟลเดอร์ หรือบีบอัดใหม่เป็น ZIP",
     "This is an archive of another kind (7z, RAR). Unpack it and import the folder, or pack it as ZIP."},
    {Nature::kShortcut, "shortcut", "", kUnsupported,
     "เป็นเพียงทางลัด (shortcut) ของ Windows ตัวเอกสารยังอยู่ที่เครื่องของผู้ส่ง ขอไฟล์จริง",
     "This is only a Windows shortcut; the document stayed on the sender's computer. Ask for the file "
     "itself."},
    {Nature::kOutlookMail, "outlook_mail", "", kUnsupported,
     "เป็นอีเมลของ Outlook (.msg) บันทึกไฟล์แนบแล้วนำเข้าไฟล์นั้น",
     "This is an Outlook message (.msg). Save its attachments and import these."},
    {Nature::kLocked, "locked", "", EventCode::kEncrypted,
     "ไฟล์มีรหัสผ่าน --password-file ใช้ได้กับ PDF เท่านั้น ให้ผู้ส่งเอารหัสออก (ใน Word หรือ Excel: แฟ้ม > ข้อมูล > "
     "ป้องกันเอกสาร "
     "> เข้ารหัสด้วยรหัสผ่าน แล้วลบรหัส) หรือแตกไฟล์ ZIP ด้วยรหัสก่อน",
     "The file has a password, and --password-file is for PDFs only. Ask the sender to take it out (in Word "
     "or Excel: "
     "File > Info > Protect > Encrypt with Password, and clear it); of a ZIP, unpack it first."},
    {Nature::kUnconfined, "unconfined", "", kUnsupported,
     "เป็นไฟล์สำนักงานรุ่นเก่าหรือชนิดอื่น มี LibreOffice แล้ว แต่ระบบนี้ไม่ยอมให้ bubblewrap กั้นพื้นที่ให้ จึงไม่แปลง "
     "เปิดใช้ user namespaces หรือบันทึกเป็น .docx หรือ .xlsx",
     "This is an old or foreign office file. LibreOffice is here, but this system lets bubblewrap make no "
     "sandbox for "
     "it, so nothing is converted: allow user namespaces, or save the file as .docx or .xlsx."},
}};

#undef TARANG_CONVERTER
#undef TARANG_AGAIN

const Row& row_of(Nature nature) { return kRows[static_cast<std::size_t>(nature)]; }

}  // namespace

std::string_view name_of(Nature nature) {
    return static_cast<std::size_t>(nature) < kRows.size() ? row_of(nature).name : "invalid";
}

bool is_convertible(Nature nature) { return !row_of(nature).ending.empty(); }

bool converts_to_sheet(Nature nature) { return nature == Nature::kOldSheet || nature == Nature::kOpenSheet; }

std::string_view ending_of(Nature nature) { return row_of(nature).ending; }

std::string message_of(EventCode code, Nature nature, Language language) {
    const bool holds = nature == Nature::kArchive || nature == Nature::kMail;
    if (holds && code == EventCode::kNoPages)
        return language == Language::kThai
                   ? "ไม่มีไฟล์อยู่ข้างใน ขอไฟล์เอกสารจากผู้ส่ง"
                   : "There is no file in it. Ask the sender for the document itself.";
    const Row& row = row_of(nature);
    const std::string_view advice = language == Language::kThai ? row.thai : row.english;
    return row.code != code || advice.empty() ? message_of(code, language) : std::string(advice);
}

}  // namespace tarang
