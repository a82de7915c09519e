// The catalogue of findings: one row a code, in the order of the enum.
#include <cassert>

#include "models/finding.h"

namespace tarang {
namespace {

using C = FindingCode;
using enum Severity;
using enum Stage;

const std::vector<FindingKind> kCatalogue{
    {C::kNotADocument, "not_a_document", kError, kReceive, "ไม่ใช่ไฟล์เอกสารที่รู้จัก",
     "Not a document of a known kind."},
    {C::kUnsupportedFormat, "unsupported_format", kError, kReceive,
     "ยังไม่รองรับไฟล์ชนิดนี้ บันทึกเป็น PDF แล้วนำเข้าใหม่",
     "This format is not supported. Save it as PDF and import that."},
    {C::kEmptyFile, "empty", kError, kReceive, "ไฟล์ว่าง", "The file is empty."},
    {C::kDamaged, "damaged", kError, kRead, "ไฟล์เสียหาย เปิดไม่ได้", "The file is damaged and cannot be opened."},
    {C::kEncrypted, "encrypted", kError, kRead, "ไฟล์มีรหัสผ่าน ระบุรหัสด้วย --password-file",
     "The file needs a password. Give it with --password-file."},
    {C::kNoPages, "no_pages", kError, kRead, "ไม่มีหน้าเอกสาร", "The file has no pages."},
    {C::kTooLarge, "too_large", kError, kReceive, "ไฟล์ใหญ่เกินกำหนด", "The file is larger than the limit."},
    {C::kTooManyPages, "too_many_pages", kError, kRead, "จำนวนหน้าเกินกำหนด",
     "The file has more pages than the limit."},
    {C::kTimedOut, "timed_out", kError, kRead, "ใช้เวลาเกินกำหนด", "Reading took longer than the limit."},
    {C::kOutOfMemory, "out_of_memory", kError, kRead, "ใช้หน่วยความจำเกินกำหนด",
     "Reading needed more memory than the limit."},
    {C::kCrashed, "crashed", kError, kRead, "การอ่านล้มเหลวกะทันหัน", "Reading crashed."},
    {C::kTooComplex, "too_complex", kError, kRead, "ไฟล์ซับซ้อนเกินกำหนด แบ่งไฟล์หรือบันทึกเป็น PDF แล้วนำเข้าใหม่",
     "The file is more complex than the limits allow. Split it, or save it as PDF and import that."},
    {C::kArchiveIncomplete, "archive_incomplete", kWarning, kRead, "นำไฟล์ “{0}” ออกจากไฟล์รวมไม่ได้ ({1}) ขอไฟล์นี้จากผู้ส่งโดยตรง",
     "“{0}” could not be taken out of the archive ({1}). Ask the sender for that file itself."},

    {C::kNoTextLayer, "no_text_layer", kWarning, kRead, "หน้านี้เป็นภาพ ไม่มีชั้นข้อความ จึงไม่ได้อ่าน",
     "This page is an image without a text layer; it was not read. Read it again with --ocr auto."},
    {C::kPageUnreadable, "page_unreadable", kError, kRead, "อ่านหน้านี้ไม่ได้: {0}",
     "This page could not be read: {0}"},
    {C::kPageSuspect, "page_suspect", kWarning, kRead, "พบข้อผิดพลาดในข้อมูลของหน้านี้ ตรวจกับต้นฉบับ: {0}",
     "The page's data has errors; check it against the original: {0}"},
    {C::kPageTooComplex, "page_too_complex", kError, kRead, "หน้านี้มีวัตถุมากเกินกำหนด จึงไม่ได้อ่าน: {0}",
     "The page has more objects than the limit and was not read: {0}"},
    {C::kPageSizedByGuess, "page_sized_by_guess", kInfo, kRead,
     "ความละเอียดของภาพไม่น่าเชื่อถือ จึงประมาณขนาดกระดาษ",
     "The image's resolution is not credible; the paper size was inferred."},
    {C::kLayerRepaired, "layer_repaired", kInfo, kRead, "ซ่อมชั้นข้อความแล้ว: {0}",
     "The text layer was repaired: {0}"},
    {C::kLayerGarbage, "layer_garbage", kWarning, kRead, "ชั้นข้อความเสียหาย ใช้ไม่ได้: {0}",
     "The text layer is garbage and was not used: {0}"},
    {C::kLayerDoubtful, "layer_doubtful", kWarning, kRead, "ชั้นข้อความไม่น่าเชื่อถือ: {0}",
     "The text layer is doubtful: {0}"},
    {C::kLayerInvisible, "layer_invisible", kWarning, kRead, "ชั้นข้อความมองไม่เห็นบนหน้ากระดาษ: {0}",
     "The text layer is not visible on the page: {0}"},
    {C::kHiddenText, "hidden_text", kInfo, kRead, "มีข้อความที่มองไม่เห็น {0} ตัวอักษร ไม่ได้นำมาใช้",
     "{0} characters that cannot be seen on the page were left out."},
    {C::kGlyphsWithoutUnicode, "glyphs_without_unicode", kWarning, kRead, "มีอักขระ {0} ตัวที่ไม่รู้ว่าเป็นตัวอะไร",
     "{0} glyphs have no known character."},
    {C::kActualTextContradiction, "actual_text_contradiction", kInfo, kRead, "ข้อความแทนขัดกับรูปอักษร {0} แห่ง",
     "Replacement text contradicts the drawn glyphs in {0} places."},
    {C::kMarksNotPrinted, "marks_not_printed", kInfo, kRead,
     "สระหรือวรรณยุกต์ {0} ตัวไม่ปรากฏบนหน้ากระดาษ แต่มีในข้อความของไฟล์ ใช้ตามข้อความของไฟล์",
     "{0} marks are not printed on the page but stand in the file's own text; they were taken from there."},
    {C::kLettersShared, "letters_shared", kWarning, kRead,
     "ไฟล์เก็บตัวอักษรที่คล้ายกันเป็นภาพเดียวกัน (JBIG2) ตัวเลขอาจถูกสลับตั้งแต่ตอนสแกน ตรวจกับเอกสารกระดาษ",
     "The file keeps one picture for all letters that look alike (JBIG2), so that digits may have been swapped when "
     "it was scanned. Compare its numbers with the paper itself."},
    {C::kPageWorn, "page_worn", kWarning, kStraighten,
     "หน้านี้เป็นสำเนาที่หมึกขาดหายเป็นจุด หรือมีรอยพิมพ์จากด้านหลังของกระดาษปนอยู่ ตัวเลขบางตัวอาจอ่านเป็นตัวอื่น ตรวจกับต้นฉบับ หรือสแกนใหม่เป็นภาพสีเทาจากฉบับที่ชัดกว่า",
     "The page is a worn copy whose strokes are broken into specks, or specks of the sheet's other side show through: a "
     "digit may look like another. Compare its numbers with the original, or scan a better copy in gray."},
    {C::kRulesWorn, "rules_worn", kWarning, kLayout,
     "เส้นตารางของหน้านี้ขาดหายไปมาก จึงเติมเส้นที่ขาดตามแนวที่เหลือ แถวหรือคอลัมน์อาจถูกแยกหรือรวมกันผิด ตรวจกับต้นฉบับ",
     "Much of the rules of a table on this page is gone; what is missing was completed from what is left. Rows or columns "
     "may be parted or joined wrongly: compare them with the original."},
    {C::kSpread, "spread", kInfo, kStraighten,
     "ภาพนี้เป็นหนังสือที่กางออก มีสองหน้าเคียงกัน จึงอ่านเป็นสองหน้า หน้าซ้ายก่อนหน้าขวา",
     "The picture shows two pages side by side, as of a book that lies open; it was read as two, the left one first."},

    {C::kTrackedChange, "tracked_change", kWarning, kRead, "มีการแก้ไขที่ติดตามไว้ซึ่งยังไม่ได้ยืนยัน ใช้ข้อความหลังแก้ไข ตรวจกับต้นฉบับ: {0}",
     "The file has a tracked change here; the text as changed is used. Check both readings: {0}"},
    {C::kFormulaWithoutValue, "formula_without_value", kWarning, kRead, "ช่อง {0} เป็นสูตรที่ไม่มีผลลัพธ์บันทึกไว้ เปิดไฟล์แล้วบันทึกใหม่",
     "Cell {0} is a formula without a stored result. Open the file in its program, save it, and import it again."},
    {C::kCellError, "cell_error", kWarning, kRead, "ช่อง {0} แสดงค่าผิดพลาด {1} แก้ไขในไฟล์ต้นฉบับ",
     "Cell {0} shows the error {1}. Correct it in the original."},
    {C::kStoredDateDoubtful, "stored_date_doubtful", kWarning, kRead,
     "วันที่ในช่อง {0} แสดงเป็น {1} แต่บันทึกไว้เป็น {2} (ค.ศ.) อาจพิมพ์ปี พ.ศ. เป็น ค.ศ. (ค.ศ. {3})",
     "The date in cell {0} is shown as {1} and stored as {2} of the common era; a Buddhist year may have been typed as a common one ({3})."},
    {C::kHiddenCells, "hidden_cells", kInfo, kRead, "แผ่นงาน “{0}” มีช่องที่ซ่อนอยู่ {1} ช่อง (เริ่มที่ {2}) ไม่ได้นำมารวมในตาราง",
     "Sheet “{0}” has {1} hidden cells (from {2}); they are not part of its tables."},
    {C::kHiddenSheet, "hidden_sheet", kInfo, kRead, "แผ่นงาน “{0}” ซ่อนอยู่ ({1} ช่อง) ไม่ได้นำมารวม",
     "Sheet “{0}” is hidden ({1} cells) and was left out."},
    {C::kPicturesNotRead, "pictures_not_read", kWarning, kRead,
     "มีภาพขนาดใหญ่ {0} ภาพในไฟล์ซึ่งไม่ได้อ่าน หากเป็นหน้าสแกน ให้บันทึกเป็น PDF แล้วนำเข้าใหม่",
     "{0} large pictures in the file were not read. Where they are scanned pages, save the file as PDF and import that."},
    {C::kConverted, "converted", kWarning, kRead,
     "LibreOffice แปลงไฟล์ .{0} เป็น .{1} ก่อนอ่าน บางอย่างอาจเปลี่ยนไป ตรวจกับต้นฉบับ",
     "LibreOffice converted this .{0} file to .{1} before it was read, and may have changed something. Compare it with the original."},

    {C::kWordsOutsideCells, "words_outside_cells", kWarning, kInterpret,
     "หน้านี้มีจำนวนเงินอยู่นอกตาราง อาจเป็นแถวที่มองไม่เห็นเส้น ตรวจกับต้นฉบับ: {0}",
     "Amounts stand outside all tables of this page; they may be rows whose rules were not seen. Check the original: {0}"},
    {C::kNoTable, "no_table", kWarning, kStitch, "ไม่พบตารางในเอกสาร", "No table was found in the document."},
    {C::kNoRecords, "no_records", kWarning, kInterpret,
     "พบตารางแต่ไม่มีตารางกิจกรรม จึงไม่ได้กิจกรรมจากเอกสารนี้ ตรวจสอบว่าเป็นรายงานที่ต้องการ",
     "Tables were found, but none of activities, so the document gave no activity. Check that this is the "
     "report you meant."},
    {C::kUnknownForm, "unknown_form", kWarning, kInterpret, "ไม่ตรงกับแบบรายงานที่รู้จัก ระบุแบบด้วย --profile: {0}",
     "No known report form fits; name one with --profile: {0}"},
    {C::kTableOfOtherKind, "table_of_other_kind", kInfo, kInterpret,
     "ตารางนี้ไม่ใช่ตารางกิจกรรม จึงเก็บไว้ตามที่พิมพ์: {0}",
     "This table is not one of activities and is kept as printed: {0}"},
    {C::kFormChosen, "form_chosen", kInfo, kInterpret,
     "อ่านตารางนี้ตามแบบรายงาน {0} คอลัมน์ที่พบ {1}; น้ำหนัก: {2}; แบบอื่นที่ตรงด้วย: {3}",
     "This table is read as the form {0}, by the columns {1}; what speaks for it: {2}; other forms that fit: "
     "{3}"},
    {C::kColumnUnknown, "column_unknown", kInfo, kInterpret, "แบบรายงานไม่มีคอลัมน์ “{0}” จึงเก็บไว้ตามหัวที่พิมพ์",
     "The form does not know the column “{0}”; it is kept under its printed header."},
    {C::kColumnMissing, "column_missing", kInfo, kInterpret, "ตารางไม่มีคอลัมน์ “{0}”",
     "The table has no column “{0}”."},

    {C::kJoinDoubtful, "join_doubtful", kWarning, kStitch,
     "ไม่แน่ใจว่าแถวที่ถูกตัดข้ามหน้า {0}-{1} เป็นแถวเดียวกัน ตรวจกับต้นฉบับ",
     "It is not certain that the row cut between pages {0} and {1} is one row; check the original."},
    {C::kRowStartsWithoutKey, "row_starts_without_key", kWarning, kStitch,
     "แถวแรกของหน้า {0} ไม่มีเลขลำดับ แต่ไม่ต่อจากแถวก่อนหน้า ตรวจกับต้นฉบับ",
     "The first row of page {0} has no number, yet does not continue the row before it; check the original."},
    {C::kRowCutDoubtful, "row_cut_doubtful", kWarning, kVerify,
     "แถวนี้กับแถวข้างเคียงอาจถูกแยกหรือรวมกันผิด หรืออ่านค่าในแถวไม่ครบ ตรวจกับต้นฉบับ",
     "This row and the one beside it may have been parted or joined wrongly, or values of it were not seen; check "
     "the original."},
    {C::kRowNotUnderstood, "row_not_understood", kWarning, kInterpret,
     "แถวนี้ในตารางไม่ใช่กิจกรรม ยอดรวม หรือหัวข้อ จึงเก็บไว้ตามที่พิมพ์ ตรวจกับต้นฉบับ: {0}",
     "This row of the table is no activity, total or heading and is kept as printed; check the original: "
     "{0}"},

    {C::kTextDoubtful, "text_doubtful", kWarning, kNormalize, "ข้อความอาจอ่านผิด: {0}",
     "The text may be misread: {0}"},
    {C::kLowConfidence, "low_confidence", kWarning, kVerify, "ความมั่นใจในการอ่านต่ำ ตรวจกับต้นฉบับ",
     "The reading is not certain; check it against the original."},
    {C::kReadAgain, "read_again", kInfo, kInterpret, "อ่านครั้งแรกได้ “{0}” อ่านซ้ำแล้วใช้ “{1}”",
     "First read as “{0}”; further looks at the print say “{1}”, which stands."},
    {C::kNotLookedAt, "not_looked_at", kWarning, kRecognize, "ช่องนี้ควรอ่านซ้ำจากภาพ แต่โปรแกรมอ่านซ้ำไม่สำเร็จ ตรวจกับต้นฉบับ",
     "This field was to be read once more from the image, and that failed; check it against the original."},
    {C::kDrawnOver, "drawn_over", kWarning, kInterpret, "มีตราประทับ ลายมือชื่อ หรือลายเส้นในช่องนี้ ตรวจกับต้นฉบับ",
     "Something is drawn, stamped or written by hand in this cell; compare it with the original."},
    {C::kCellShared, "cell_shared", kWarning, kInterpret, "ช่องนี้พิมพ์รวมกันสำหรับ {0} ตรวจว่าค่าเป็นของช่องใด",
     "One printed cell stands for {0}; check what its value belongs to."},
    {C::kNumberMissing, "number_missing", kWarning, kInterpret, "ไม่มีเลขลำดับ", "The row has no number."},
    {C::kNumberInferred, "number_inferred", kWarning, kInterpret,
     "อ่านเลขลำดับไม่ชัด ใช้ {0} ตามแถวก่อนและหลัง ตรวจกับต้นฉบับ",
     "The number was not surely read; {0} follows from the rows before and after. Check it against the "
     "original."},
    {C::kNumberRepeated, "number_repeated", kWarning, kVerify, "เลขลำดับ {0} ซ้ำ",
     "The number {0} occurs twice."},
    {C::kNumberGap, "number_gap", kWarning, kVerify, "เลขลำดับข้ามจาก {0} ไป {1}",
     "The numbering jumps from {0} to {1}."},
    {C::kPeriodUnreadable, "period_unreadable", kWarning, kInterpret, "อ่านระยะเวลาไม่เข้าใจ: {0}",
     "The period is not understood: {0}"},
    {C::kPeriodAmbiguous, "period_ambiguous", kWarning, kInterpret, "เดือน “{0}” อาจหมายถึงได้หลายเดือน",
     "The month “{0}” has more than one meaning."},
    {C::kPeriodSeveralSpans, "period_several_spans", kWarning, kInterpret, "มีหลายช่วงเวลา: {0}",
     "The period has several separate spans: {0}"},
    {C::kPeriodSchoolYear, "period_school_year", kWarning, kInterpret,
     "เป็นปีการศึกษาหรือภาคเรียน ไม่มีวันที่แน่นอน: {0}", "A school year or term has no fixed dates: {0}"},
    {C::kPeriodBareYear, "period_bare_year", kWarning, kInterpret,
     "มีแต่ปี {0} ถือเป็นปีปฏิทิน ตรวจว่าเป็นปีงบประมาณหรือไม่",
     "Only the year {0} is printed; taken as the calendar year, check whether the fiscal year is meant."},
    {C::kPeriodReversed, "period_reversed", kWarning, kInterpret, "เริ่ม {0} หลังสิ้นสุด {1}",
     "The period starts ({0}) after it ends ({1})."},
    {C::kPeriodMarksDoubtful, "period_marks_doubtful", kWarning, kInterpret,
     "เครื่องหมายในช่องเดือนไม่ชัดเจน: {0} ตรวจกับต้นฉบับ",
     "The marks under the months are not clear: {0}. Check them against the original."},
    {C::kBudgetUnreadable, "budget_unreadable", kWarning, kInterpret, "อ่านจำนวนเงินไม่เข้าใจ: {0}",
     "The amount is not understood: {0}"},
    {C::kBudgetTwoNumbers, "budget_two_numbers", kWarning, kInterpret, "มีจำนวนเงินมากกว่าหนึ่งจำนวน: {0}",
     "More than one amount is printed: {0}"},
    {C::kMoneyUnitDoubtful, "money_unit_doubtful", kWarning, kInterpret,
     "ข้อความ “{0}” ใกล้ตารางบอกหน่วยเงินที่ไม่ตรงกับคอลัมน์ใด ตรวจสอบหน่วยของจำนวนเงิน",
     "“{0}” near the table tells a unit of money that no column has; check what the amounts count."},
    {C::kHeaderDoubtful, "header_doubtful", kWarning, kInterpret,
     "อ่านหัวคอลัมน์ “{0}” ในภาพสแกนได้ไม่แน่ชัด ตรวจสอบว่าเป็นคอลัมน์อะไร และนับเป็นหน่วยใด",
     "The header “{0}” was not surely read on this scan; check what the column is and what its values count."},
    {C::kProgressUnreadable, "progress_unreadable", kWarning, kInterpret, "อ่านร้อยละของผลงานไม่ได้: {0}",
     "The percentage of the work cannot be read: {0}"},
    {C::kStatusUnknown, "status_unknown", kWarning, kInterpret, "ไม่เข้าใจสถานะ: {0}",
     "The status is not understood: {0}"},
    {C::kStepsOutOfOrder, "steps_out_of_order", kWarning, kVerify, "เลขขั้นตอนไม่ต่อเนื่อง: {0} แล้ว {1}",
     "The steps' numbers do not follow: {0}, then {1}."},
    {C::kTitleMissing, "title_missing", kInfo, kInterpret, "ไม่พบชื่อรายงาน", "No title was found."},
    {C::kFiscalYearMissing, "fiscal_year_missing", kInfo, kInterpret, "ไม่พบปีงบประมาณ",
     "No fiscal year was found."},

    {C::kQuartersContradictMonths, "quarters_contradict_months", kWarning, kVerify,
     "ไตรมาส {0} ไม่ตรงกับเดือน ({1})", "The printed quarters {0} do not match the months (quarters {1})."},
    {C::kPeriodOutsideFiscalYear, "period_outside_fiscal_year", kWarning, kVerify,
     "ระยะเวลาอยู่นอกปีงบประมาณ {0}", "The period lies outside fiscal year {0}."},
    {C::kPartsDiffer, "parts_differ", kWarning, kInterpret, "ยอดรวม {0} ไม่ตรงกับผลบวกของช่องย่อย {1}",
     "The total {0} differs from the sum of its parts, {1}."},
    {C::kTotalDiffers, "total_differs", kWarning, kVerify, "ยอดรวมที่พิมพ์ {0} ไม่ตรงกับผลบวก {1}",
     "The printed total {0} differs from the sum {1}."},
    {C::kAmountDoubtful, "amount_doubtful", kWarning, kVerify, "ไม่ตรงกับ {0} ที่พิมพ์ไว้ ค่านี้อ่านจากภาพและอาจอ่านผิด",
     "It does not agree with the printed {0}; it was read from an image and may be misread."},
    {C::kStatusContradictsSummary, "status_contradicts_summary", kWarning, kVerify, "สถานะขัดกับสรุปผล: {0}",
     "The status contradicts the summary: {0}"},

    {C::kConfirmedByPerson, "confirmed_by_person", kInfo, kStore, "{0} ตรวจกับต้นฉบับแล้วว่าถูกต้อง เมื่อ {1}",
     "{0} checked this against the original and found it right, {1}."},
    {C::kCorrectedByPerson, "corrected_by_person", kInfo, kStore, "{0} แก้ไขเมื่อ {1} เดิม: {2}",
     "{0} corrected this, {1}. Before: {2}"},
    {C::kUnreadableForPerson, "unreadable_for_person", kWarning, kStore,
     "{0} ตรวจแล้วอ่านไม่ออก เมื่อ {1} ขอข้อมูลจากหน่วยงาน",
     "{0} could not read this either, {1}. Ask the office for it."},
    {C::kNotInPlace, "not_in_place", kWarning, kStore, "{0} ตรวจแล้วไม่พบค่านี้ในหน้า เมื่อ {1} เดิม: {2}",
     "{0} did not find this value on the page, {1}. Before: {2}"},
    {C::kRowChangedByPerson, "row_changed_by_person", kWarning, kStore,
     "{0} แยกหรือรวมแถวนี้ ตรวจข้อความของช่องนี้อีกครั้ง",
     "{0} split or joined this row. Check the text of this field again."},
    {C::kRowAddedByPerson, "row_added_by_person", kInfo, kStore, "{0} เพิ่มกิจกรรมนี้เมื่อ {1}",
     "{0} added this activity, {1}."},
    {C::kRowRemovedByPerson, "row_removed_by_person", kInfo, kStore, "{0} ระบุเมื่อ {1} ว่าแถวนี้ไม่ใช่กิจกรรม: {2}",
     "{0} said that this row is no activity, {1}: {2}"},
    {C::kReadingsDiffer, "readings_differ", kWarning, kStore, "{0} อ่านได้ไม่ตรงกับ {1}: {2} ให้คนที่สามตรวจ",
     "{0} reads it otherwise than {1}: {2}. Let a third person look."},
    {C::kCorrectionDisplaced, "correction_displaced", kWarning, kStore,
     "การแก้ไขหมายเลข {0} ของ {1} หาตำแหน่งเดิมไม่พบหลังอ่านใหม่ จึงยังไม่ได้ใช้: {2}",
     "Correction {0} by {1} did not find its place again after a new reading and is not applied: {2}"},
};

}  // namespace

const std::vector<FindingKind>& finding_catalogue() { return kCatalogue; }

const FindingKind& kind_of(FindingCode code) {
    const FindingKind& kind = kCatalogue.at(static_cast<std::size_t>(code));
    assert(kind.code == code && "the catalogue is in the order of the enum");
    return kind;
}

std::string_view name_of(FindingCode code) { return kind_of(code).name; }

std::string message_of(const Finding& finding, Language language) {
    const FindingKind& kind = kind_of(finding.code);
    const std::string_view pattern = language == Language::kThai ? kind.thai : kind.english;
    std::string message;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!slot) {
            message += pattern[i];
            continue;
        }
        const auto argument = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (argument < finding.arguments.size()) message += finding.arguments[argument];
        i += 2;
    }
    return message;
}

}  // namespace tarang
