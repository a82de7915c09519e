#include "host/export/words.h"

#include <array>

#include "models/flags.h"

namespace tarang::exporting {
namespace {

constexpr std::array<Words, 7> kStates{{{"สำเร็จ", "done"},
                                        {"บางส่วน", "partial"},
                                        {"ไม่สำเร็จ", "failed"},
                                        {"ซ้ำ", "duplicate"},
                                        {"มีฉบับใหม่แล้ว", "superseded"},
                                        {"ข้าม", "skipped"},
                                        {"กักไว้", "quarantined"}}};
constexpr std::array<Words, 5> kStatuses{{{"ดำเนินการแล้ว", "completed"},
                                          {"กำลังดำเนินการ", "in progress"},
                                          {"ยังไม่ดำเนินการ", "not started"},
                                          {"ยกเลิก", "cancelled"},
                                          {"ไม่ทราบ", "unknown"}}};
constexpr std::array<Words, kFieldKeyCount> kFields{
    {{"ลำดับที่", "number"},        {"กิจกรรม", "activity"},
     {"วัตถุประสงค์", "objective"}, {"เป้าหมาย", "target"},
     {"ระยะเวลา", "period"},     {"ขั้นตอน", "steps"},
     {"งบประมาณ", "budget"},     {"ใช้จ่าย", "spent"},
     {"ผล", "result"},           {"สรุปผล", "summary"},
     {"ปัญหา", "problems"},       {"ผู้รับผิดชอบ", "responsible"},
     {"ตัวชี้วัด", "indicator"},     {"ผลที่คาดว่าจะได้รับ", "expected result"},
     {"สถานที่", "place"},         {"แหล่งงบประมาณ", "fund source"},
     {"หลักฐาน", "evidence"},     {"หมายเหตุ", "note"},
     {"ก่อหนี้ผูกพัน", "committed"},  {"คงเหลือ", "remaining"},
     {"ความก้าวหน้า", "progress"}}};
static_assert(!kFields.back().english.empty());
constexpr std::array<Words, 4> kStated{
    {{"ระบุ", "amount"}, {"ผลรวม", "sum"}, {"ไม่มี", "none"}, {"อ่านไม่ได้", "unreadable"}}};
constexpr std::array<Words, 5> kAmountsBy{
    {{"แหล่งเงิน", "source"}, {"ไตรมาส", "quarter"}, {"เดือน", "month"}, {"ปี", "year"}, {"อื่น ๆ", "other"}}};
constexpr std::array<Words, 5> kTableKinds{{{"แผน", "plan"},
                                            {"รายงานผล", "report"},
                                            {"การใช้จ่าย", "spending"},
                                            {"ตัวชี้วัด", "indicators"},
                                            {"ไม่ใช่ตารางกิจกรรม", "not of activities"}}};
constexpr std::array<Words, 3> kSeverities{{{"แจ้ง", "info"}, {"เตือน", "warning"}, {"ผิด", "error"}}};
constexpr std::array<Words, 4> kRowKinds{
    {{"รวม", "total"}, {"หัวข้อ", "section"}, {"ลงนาม", "signature"}, {"อื่น ๆ", "other"}}};
constexpr std::array<Words, 3> kSources{{{"ตัวอักษรในไฟล์", "text layer"}, {"OCR", "OCR"}, {"คน", "person"}}};

// Names that only findings and search hits have.
constexpr Words kHeading{"หัวข้อเหนือตาราง", "heading"};
constexpr Words kCell{"แถวอื่น", "other row"};
constexpr Words kTitle{"ชื่อรายงาน", "title"};
constexpr Words kAgency{"หน่วยงาน", "agency"};
constexpr Words kFiscalYear{"ปีงบประมาณ", "fiscal year"};
constexpr Words kSubmission{"ผู้ส่ง", "submitted by"};

template <typename Enum, std::size_t N>
Words at(const std::array<Words, N>& words, Enum value) {
    return words.at(static_cast<std::size_t>(value));
}

}  // namespace

Words words_of(DocumentState state) { return at(kStates, state); }
Words words_of(Status status) { return at(kStatuses, status); }
Words words_of(FieldKey key) { return at(kFields, key); }
Words words_of(Budget::Stated stated) { return at(kStated, stated); }
Words words_of(PartAmount::By by) { return at(kAmountsBy, by); }
Words words_of(TableRecord::Kind kind) { return at(kTableKinds, kind); }
Words words_of(Severity severity) { return at(kSeverities, severity); }
Words words_of(OtherRow::Kind kind) { return at(kRowKinds, kind); }
Words words_of(Source source) { return at(kSources, source); }

std::string words_of_field(std::string_view name, Language language) {
    constexpr std::string_view kExtra = "extra:";
    if (name.starts_with(kExtra)) return std::string(name.substr(kExtra.size()));
    if (const auto key = field_key_named(name)) return words_of(*key).in(language);
    if (name == "heading" || is_heading(name)) return kHeading.in(language);
    if (name == "cell") return kCell.in(language);
    if (name == "title") return kTitle.in(language);
    if (name == "agency") return kAgency.in(language);
    if (name == "fiscal_year") return kFiscalYear.in(language);
    if (name == "submission") return kSubmission.in(language);
    return std::string(name);
}

std::string words_of_form(std::string_view name, Language language) {
    if (name == "monitoring") return Words{"รายงานผลการดำเนินงาน", "monitoring report"}.in(language);
    if (name == "action_plan") return Words{"แผนปฏิบัติการ", "action plan"}.in(language);
    if (name == "spending") return Words{"รายงานการใช้จ่ายงบประมาณ", "spending report"}.in(language);
    if (name == "general") return Words{"ตารางกิจกรรมทั่วไป", "general form"}.in(language);
    return std::string(name);
}

std::string counted(std::int64_t count, const Noun& noun, Language language) {
    const std::string_view english = count == 1 ? noun.one : noun.many;
    return std::to_string(count) + " " + Words{noun.thai, english}.in(language);
}

}  // namespace tarang::exporting
