#include "host/export/tables/activity_values.h"
#include "host/export/tables/columns.h"

namespace tarang::exporting {
namespace {

using Row = ActivityRow;
using Kind = ColumnKind;

Value text_or_nothing(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }

Value text_of(const Maybe<Field>& field) { return field ? Value(field->text) : Value(); }

Value day_of(const std::optional<Date>& date) { return date ? Value(*date) : Value(); }

Value amount_of(const std::optional<Budget>& money) {
    return money && money->amount ? Value(*money->amount) : Value();
}

Value stated_of(const ActivityRow& row, const std::optional<Budget>& money) {
    return money ? name_in(row, money->stated) : Value();
}

template <FieldKey key>
Value printed(const Row& row) {
    return text_of(row.activity.field(key));
}

Value target_of(const Row& row, std::optional<std::string> Targets::*kind) {
    return row.activity.targets ? text_or_nothing((*row.activity.targets).*kind) : Value();
}

Value fiscal_year_of(const Row& row) {
    const auto& year = row.document.records.fiscal_year;
    return year ? Value(std::int64_t{year->value}) : Value();
}
/// The order is that of reading: what it is, how it stands, then the rest of the print, then where it came
/// from.
const std::vector<Column<Row>> kColumns{
    {"file_name",
     {"เอกสาร", "Document"},
     Kind::kText,
     18,
     [](const Row& row) -> Value { return row.document.entry.file_name; }},
    {"number",
     {"ลำดับ", "No."},
     Kind::kText,
     7,
     [](const Row& row) -> Value { return row.activity.number; },
     FieldKey::kNumber},
    {"activity_text",
     {"กิจกรรม", "Activity"},
     Kind::kText,
     40,
     printed<FieldKey::kActivity>,
     FieldKey::kActivity},
    {"status",
     {"สถานะ", "Status"},
     Kind::kText,
     14,
     [](const Row& row) -> Value {
         return row.activity.status ? name_in(row, *row.activity.status) : Value();
     },
     FieldKey::kResult},
    {"period_start",
     {"วันเริ่ม", "Start"},
     Kind::kDate,
     13,
     [](const Row& row) { return row.activity.period ? day_of(row.activity.period->start) : Value(); },
     FieldKey::kPeriod},
    {"period_end",
     {"วันสิ้นสุด", "End"},
     Kind::kDate,
     13,
     [](const Row& row) { return row.activity.period ? day_of(row.activity.period->end) : Value(); },
     FieldKey::kPeriod},
    {"quarters", {"ไตรมาส", "Quarters"}, Kind::kText, 11, quarters_of, FieldKey::kPeriod},
    {"budget_amount",
     {"งบประมาณ (บาท)", "Budget (baht)"},
     Kind::kMoney,
     16,
     [](const Row& row) { return amount_of(row.activity.budget); },
     FieldKey::kBudget},
    {"budget_stated",
     {"งบประมาณ: การระบุ", "Budget stated"},
     Kind::kText,
     12,
     [](const Row& row) { return stated_of(row, row.activity.budget); },
     FieldKey::kBudget},
    {"spent_amount",
     {"ใช้จ่าย (บาท)", "Spent (baht)"},
     Kind::kMoney,
     16,
     [](const Row& row) { return amount_of(row.activity.spent); },
     FieldKey::kSpent},
    {"spent_stated",
     {"ใช้จ่าย: การระบุ", "Spent stated"},
     Kind::kText,
     12,
     [](const Row& row) { return stated_of(row, row.activity.spent); },
     FieldKey::kSpent},
    {"flags", {"จำนวนช่องที่ต้องตรวจ", "Flags"}, Kind::kInteger, 9, flags_of},
    {"flagged_fields", {"ช่องที่ต้องตรวจ", "To check"}, Kind::kText, 18, flagged_fields_of},
    {"page_first", {"หน้าแรก", "First page"}, Kind::kInteger, 8, page_first_of},
    {"page_last", {"หน้าสุดท้าย", "Last page"}, Kind::kInteger, 8, page_last_of},
    {"strategy",
     {"ยุทธศาสตร์", "Strategy"},
     Kind::kText,
     30,
     [](const Row& row) { return text_or_nothing(row.activity.strategy); }},
    {"project",
     {"โครงการ", "Project"},
     Kind::kText,
     30,
     [](const Row& row) { return text_or_nothing(row.activity.project); }},
    {"headings", {"หัวเรื่องเหนือตาราง", "Headings"}, Kind::kText, 30, headings_of},
    {"objective_text",
     {"วัตถุประสงค์", "Objective"},
     Kind::kText,
     40,
     printed<FieldKey::kObjective>,
     FieldKey::kObjective},
    {"target_text", {"เป้าหมาย", "Target"}, Kind::kText, 40, printed<FieldKey::kTarget>, FieldKey::kTarget},
    {"target_quantitative",
     {"เป้าหมายเชิงปริมาณ", "Target, quantity"},
     Kind::kText,
     30,
     [](const Row& row) { return target_of(row, &Targets::quantitative); },
     FieldKey::kTarget},
    {"target_qualitative",
     {"เป้าหมายเชิงคุณภาพ", "Target, quality"},
     Kind::kText,
     30,
     [](const Row& row) { return target_of(row, &Targets::qualitative); },
     FieldKey::kTarget},
    {"steps_intro",
     {"ความนำของขั้นตอน", "Before the steps"},
     Kind::kText,
     24,
     [](const Row& row) { return text_or_nothing(row.activity.steps_intro); },
     FieldKey::kSteps},
    {"steps", {"ขั้นตอน", "Steps"}, Kind::kText, 40, steps_of, FieldKey::kSteps},
    {"summary_text", {"สรุปผล", "Summary"}, Kind::kText, 40, printed<FieldKey::kSummary>, FieldKey::kSummary},
    {"problems_text",
     {"ปัญหา", "Problems"},
     Kind::kText,
     30,
     printed<FieldKey::kProblems>,
     FieldKey::kProblems},
    {"number_text",
     {"ลำดับ (ตามเอกสาร)", "No., as printed"},
     Kind::kText,
     9,
     printed<FieldKey::kNumber>,
     FieldKey::kNumber},
    {"period_text",
     {"ระยะเวลา (ตามเอกสาร)", "Period, as printed"},
     Kind::kText,
     20,
     printed<FieldKey::kPeriod>,
     FieldKey::kPeriod},
    {"steps_text",
     {"ขั้นตอน (ตามเอกสาร)", "Steps, as printed"},
     Kind::kText,
     40,
     printed<FieldKey::kSteps>,
     FieldKey::kSteps},
    {"budget_text",
     {"งบประมาณ (ตามเอกสาร)", "Budget, as printed"},
     Kind::kText,
     16,
     printed<FieldKey::kBudget>,
     FieldKey::kBudget},
    {"spent_text",
     {"ใช้จ่าย (ตามเอกสาร)", "Spent, as printed"},
     Kind::kText,
     16,
     printed<FieldKey::kSpent>,
     FieldKey::kSpent},
    {"result_text",
     {"ผล (ตามเอกสาร)", "Result, as printed"},
     Kind::kText,
     20,
     printed<FieldKey::kResult>,
     FieldKey::kResult},
    {"confidence", {"ความมั่นใจต่ำสุด", "Lowest confidence"}, Kind::kShare, 10, confidence_of},
    {"sources", {"อ่านจาก", "Read from"}, Kind::kText, 14, sources_of},
    {"corrected_fields", {"ช่องที่คนแก้แล้ว", "Corrected"}, Kind::kText, 18, corrected_fields_of},
    {"activity_id",
     {"รหัสกิจกรรม", "Activity id"},
     Kind::kText,
     12,
     [](const Row& row) -> Value { return row.activity.id; }},
    {"state",
     {"สถานะเอกสาร", "Document state"},
     Kind::kText,
     12,
     [](const Row& row) { return name_in(row, row.document.entry.shown_state()); }},
    {"document_title",
     {"ชื่อรายงาน", "Document title"},
     Kind::kText,
     30,
     [](const Row& row) { return text_of(row.document.records.title); }},
    {"agency",
     {"หน่วยงาน", "Agency"},
     Kind::kText,
     30,
     [](const Row& row) { return text_of(row.document.records.agency); }},
    {"fiscal_year", {"ปีงบประมาณ", "Fiscal year"}, Kind::kInteger, 10, fiscal_year_of},
    {"sha256",
     {"SHA-256 ของไฟล์", "SHA-256 of the file"},
     Kind::kText,
     66,
     [](const Row& row) -> Value { return row.document.entry.sha256; }},
};

}  // namespace

const std::vector<Column<ActivityRow>>& activity_columns() { return kColumns; }

}  // namespace tarang::exporting
