// The tables that only a spreadsheet has beside the activities.
#include "host/export/days.h"
#include "host/export/tables/columns.h"
#include "host/export/terminal/show.h"

namespace tarang::exporting {
namespace {

using Kind = ColumnKind;

Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value text_of(const Maybe<Field>& field) { return field ? Value(field->text) : Value(); }
Value count_of(const std::optional<std::int32_t>& count) {
    return count ? Value(std::int64_t{*count}) : Value();
}

Value year_of(const DocumentRow& row) {
    const auto& year = row.document.records.fiscal_year;
    return year ? Value(std::int64_t{year->value}) : Value();
}

Expected submission_of(const DocumentRow& row) { return row.document.submission.value_or(Expected{}); }

Value reason_of(const DocumentRow& row) {
    const LedgerEntry& entry = row.document.entry;
    return entry.code == EventCode::kOk ? Value()
                                        : Value(message_of(entry.code, row.words.value_or(Language::kThai)));
}

const std::vector<Column<DocumentRow>> kDocumentColumns{
    {"file_name",
     {"เอกสาร", "Document"},
     Kind::kText,
     24,
     [](const DocumentRow& row) -> Value { return row.document.entry.file_name; }},
    {"state",
     {"สถานะเอกสาร", "Document state"},
     Kind::kText,
     12,
     [](const DocumentRow& row) { return name_in(row, row.document.entry.shown_state()); }},
    {"reason", {"หมายเหตุ", "Note"}, Kind::kText, 40, reason_of},
    {"page_count",
     {"จำนวนหน้า", "Pages"},
     Kind::kInteger,
     10,
     [](const DocumentRow& row) { return count_of(row.document.entry.pages); }},
    {"pages_read",
     {"หน้าที่อ่าน", "Pages read"},
     Kind::kInteger,
     10,
     [](const DocumentRow& row) { return count_of(row.document.entry.pages_read); }},
    {"activities",
     {"กิจกรรม", "Activities"},
     Kind::kInteger,
     10,
     [](const DocumentRow& row) { return count_of(row.document.entry.activities); }},
    {"flags",
     {"จำนวนช่องที่ต้องตรวจ", "Flags"},
     Kind::kInteger,
     10,
     [](const DocumentRow& row) { return count_of(row.document.entry.flagged); }},
    {"title",
     {"ชื่อรายงาน", "Document title"},
     Kind::kText,
     40,
     [](const DocumentRow& row) { return text_of(row.document.records.title); }},
    {"agency",
     {"หน่วยงาน", "Agency"},
     Kind::kText,
     40,
     [](const DocumentRow& row) { return text_of(row.document.records.agency); }},
    {"fiscal_year", {"ปีงบประมาณ", "Fiscal year"}, Kind::kInteger, 10, year_of},
    {"form",
     {"แบบรายงาน", "Form"},
     Kind::kText,
     14,
     [](const DocumentRow& row) { return text_or_nothing(row.document.entry.facts.form); }},
    {"school_code",
     {"รหัสผู้ส่ง", "Submitted by, code"},
     Kind::kText,
     12,
     [](const DocumentRow& row) { return text_or_nothing(submission_of(row).key.code); }},
    {"school_name",
     {"ผู้ส่ง", "Submitted by"},
     Kind::kText,
     30,
     [](const DocumentRow& row) { return text_or_nothing(submission_of(row).name); }},
    {"due_year",
     {"ปีที่ต้องส่ง", "Due for the year"},
     Kind::kInteger,
     10,
     [](const DocumentRow& row) {
         return row.document.submission ? Value(std::int64_t{row.document.submission->key.year}) : Value();
     }},
    {"due_form",
     {"แบบที่ต้องส่ง", "Due form"},
     Kind::kText,
     14,
     [](const DocumentRow& row) { return text_or_nothing(submission_of(row).key.form); }},
    {"sha256",
     {"SHA-256 ของไฟล์", "SHA-256 of the file"},
     Kind::kText,
     66,
     [](const DocumentRow& row) -> Value { return row.document.entry.sha256; }},
};

Value field_of(const FindingRow& row) {
    const std::string& name = row.finding.field;
    return text_or_nothing(row.words ? words_of_field(name, *row.words) : name);
}

const std::vector<Column<FindingRow>> kFindingColumns{
    {"file_name",
     {"เอกสาร", "Document"},
     Kind::kText,
     24,
     [](const FindingRow& row) -> Value { return row.document.entry.file_name; }},
    {"number",
     {"ลำดับที่", "No."},
     Kind::kText,
     7,
     [](const FindingRow& row) { return row.activity ? Value(row.activity->number) : Value(); }},
    {"field", {"ช่อง", "Field"}, Kind::kText, 18, field_of},
    {"page",
     {"หน้า", "Page"},
     Kind::kInteger,
     7,
     [](const FindingRow& row) {
         return row.finding.page ? Value(std::int64_t{row.finding.page->value}) : Value();
     }},
    {"severity",
     {"ระดับ", "Severity"},
     Kind::kText,
     10,
     [](const FindingRow& row) { return name_in(row, severity_of(row.finding.code)); }},
    {"message",
     {"ข้อความ", "Message"},
     Kind::kText,
     80,
     [](const FindingRow& row) -> Value { return told(row.finding, row.words.value_or(Language::kThai)); }},
    {"code",
     {"รหัส", "Code"},
     Kind::kText,
     26,
     [](const FindingRow& row) -> Value { return std::string(name_of(row.finding.code)); }},
    {"activity_id",
     {"รหัสกิจกรรม", "Activity id"},
     Kind::kText,
     12,
     [](const FindingRow& row) { return text_or_nothing(row.finding.activity_id); }},
    {"sha256",
     {"SHA-256 ของไฟล์", "SHA-256 of the file"},
     Kind::kText,
     66,
     [](const FindingRow& row) -> Value { return row.document.entry.sha256; }},
};

Value page_of(const OtherRowRow& row) {
    for (const Field& cell : row.row.cells) {
        for (const Fragment& fragment : cell.fragments) {
            if (fragment.on_page()) return std::int64_t{fragment.region.page.value};
        }
    }
    return {};
}

const std::vector<Column<OtherRowRow>> kOtherRowColumns{
    {"file_name",
     {"เอกสาร", "Document"},
     Kind::kText,
     24,
     [](const OtherRowRow& row) -> Value { return row.document.entry.file_name; }},
    {"kind",
     {"ชนิด", "Kind"},
     Kind::kText,
     12,
     [](const OtherRowRow& row) { return name_in(row, row.row.kind); }},
    {"page", {"หน้า", "Page"}, Kind::kInteger, 7, page_of},
    {"table",
     {"ตาราง", "Table"},
     Kind::kText,
     8,
     [](const OtherRowRow& row) -> Value { return table_id(row.row.table); }},
    {"sha256",
     {"SHA-256 ของไฟล์", "SHA-256 of the file"},
     Kind::kText,
     66,
     [](const OtherRowRow& row) -> Value { return row.document.entry.sha256; }},
};

Value total_of(const MoneySum& money) {
    if (money.amounts == 0 && money.none == 0) return {};  // nothing is known: that is no 0.00
    return money.total ? Value(*money.total) : Value(std::string("?"));
}

template <MoneySum GroupSum::*money, std::int64_t MoneySum::*count>
Value money_count(const SumRow& row) {
    return row.sum.*money.*count;
}

const std::vector<Column<SumRow>> kSumColumns{
    {"table_kind",
     {"ชนิดตาราง", "Kind of table"},
     Kind::kText,
     12,
     [](const SumRow& row) { return row.kind ? name_in(row, *row.kind) : Value(); }},
    {"grouping",
     {"สรุปตาม", "By"},
     Kind::kText,
     14,
     [](const SumRow& row) -> Value { return row.grouping.in(row.words.value_or(Language::kThai)); }},
    {"group", {"กลุ่ม", "Group"}, Kind::kText, 50, [](const SumRow& row) -> Value { return row.group; }},
    {"activities",
     {"กิจกรรม", "Activities"},
     Kind::kInteger,
     10,
     [](const SumRow& row) -> Value { return row.sum.activities; }},
    {"flagged_activities",
     {"กิจกรรมที่ต้องตรวจ", "Activities to check"},
     Kind::kInteger,
     10,
     [](const SumRow& row) -> Value { return row.sum.flagged; }},
    {"budget_total",
     {"งบประมาณ (บาท)", "Budget (baht)"},
     Kind::kMoney,
     18,
     [](const SumRow& row) { return total_of(row.sum.budget); }},
    {"budget_amounts",
     {"งบประมาณ: มียอด", "Budget: amounts"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::budget, &MoneySum::amounts>},
    {"budget_none",
     {"งบประมาณ: ไม่มี", "Budget: none"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::budget, &MoneySum::none>},
    {"budget_blank",
     {"งบประมาณ: ไม่ระบุ", "Budget: blank"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::budget, &MoneySum::blank>},
    {"budget_unreadable",
     {"งบประมาณ: อ่านไม่ได้", "Budget: unreadable"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::budget, &MoneySum::unreadable>},
    {"budget_flagged",
     {"งบประมาณ: ต้องตรวจ", "Budget: to check"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::budget, &MoneySum::flagged>},
    {"spent_total",
     {"ใช้จ่าย (บาท)", "Spent (baht)"},
     Kind::kMoney,
     18,
     [](const SumRow& row) { return total_of(row.sum.spent); }},
    {"spent_amounts",
     {"ใช้จ่าย: มียอด", "Spent: amounts"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::spent, &MoneySum::amounts>},
    {"spent_none",
     {"ใช้จ่าย: ไม่มี", "Spent: none"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::spent, &MoneySum::none>},
    {"spent_blank",
     {"ใช้จ่าย: ไม่ระบุ", "Spent: blank"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::spent, &MoneySum::blank>},
    {"spent_unreadable",
     {"ใช้จ่าย: อ่านไม่ได้", "Spent: unreadable"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::spent, &MoneySum::unreadable>},
    {"spent_flagged",
     {"ใช้จ่าย: ต้องตรวจ", "Spent: to check"},
     Kind::kInteger,
     10,
     money_count<&GroupSum::spent, &MoneySum::flagged>},
};

}  // namespace

const std::vector<Column<DocumentRow>>& document_columns() { return kDocumentColumns; }
const std::vector<Column<FindingRow>>& finding_columns() { return kFindingColumns; }
const std::vector<Column<OtherRowRow>>& other_row_columns() { return kOtherRowColumns; }
const std::vector<Column<SumRow>>& sum_columns() { return kSumColumns; }

}  // namespace tarang::exporting
