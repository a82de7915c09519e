#include <algorithm>
#include <cassert>
#include <map>

#include "models/flags.h"
#include "pipeline/export/columns.h"
#include "pipeline/export/text_table.h"

namespace tarang::exporting {
namespace {

using Row = ActivityRow;
using Kind = ColumnKind;

Value text_or_nothing(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }

Value text_of(const std::optional<Field>& field) { return field ? Value(field->text) : Value(); }

template <FieldKey key>
Value printed(const Row& row) {
    return text_of(row.activity.field(key));
}

Value day_of(const std::optional<Date>& date) { return date ? Value(*date) : Value(); }

Value amount_of(const std::optional<Budget>& money) {
    return money && money->amount ? Value(*money->amount) : Value();
}

Value stated_of(const Row& row, const std::optional<Budget>& money) {
    return money ? name_in(row, money->stated) : Value();
}

/// "Q3 Q4": no spreadsheet takes that for a date or a number, as it would "3-4" or "3,4".
Value quarters_of(const Row& row) {
    std::string text;
    if (!row.activity.period) return {};
    for (const std::uint8_t quarter : row.activity.period->quarters)
        text += (text.empty() ? "Q" : " Q") + std::to_string(quarter);
    return text.empty() ? Value() : Value(text);
}

/// Calls `visit(name, field)` for each printed value of the activity's own row.
template <typename Visit>
void for_each_field(const ActivityRecord& activity, Visit visit) {
    for (std::size_t i = 0; i < kFieldKeyCount; ++i) {
        if (activity.fields[i]) visit(std::string(name_of(static_cast<FieldKey>(i))), *activity.fields[i]);
    }
    for (const ExtraField& extra : activity.extra) visit(name_of(extra), extra.field);
}

/// Names of the fields for which `is` holds, separated by "; ".
template <typename Is>
Value fields_where(const Row& row, Is is) {
    std::string names;
    for_each_field(row.activity, [&](const std::string& name, const Field& field) {
        if (!is(field)) return;
        names += (names.empty() ? "" : "; ") + (row.words ? words_of_field(name, *row.words) : name);
    });
    return names.empty() ? Value() : Value(terminal_text(names));
}

Value flags_of(const Row& row) {
    std::int64_t count = 0;
    for_each_field(row.activity,
                   [&](const std::string&, const Field& field) { count += field.needs_review ? 1 : 0; });
    return count;
}

Value confidence_of(const Row& row) {
    double least = 1;
    for_each_field(row.activity, [&](const std::string&, const Field& field) {
        least = std::min(least, static_cast<double>(field.confidence));
    });
    return least;
}

/// "text_layer", "ocr", "person": whoever read a value of the row.
Value sources_of(const Row& row) {
    std::string names;
    for (const Source source : {Source::kTextLayer, Source::kOcr, Source::kPerson}) {
        bool used = false;
        for_each_field(row.activity,
                       [&](const std::string&, const Field& field) { used |= field.source == source; });
        if (used) names += (names.empty() ? "" : "; ") + std::get<std::string>(name_in(row, source));
    }
    return names.empty() ? Value() : Value(names);
}

/// First or last page of the row, whichever `better` prefers.
template <typename Better>
Value page_of(const Row& row, Better better) {
    std::optional<std::int64_t> page;
    for_each_field(row.activity, [&](const std::string&, const Field& field) {
        for (const Fragment& fragment : field.fragments) {
            const std::int64_t here = fragment.region.page.value;
            page = page ? better(*page, here) : here;
        }
    });
    return page ? Value(*page) : Value();
}

std::int64_t lesser(std::int64_t a, std::int64_t b) { return std::min(a, b); }
std::int64_t greater(std::int64_t a, std::int64_t b) { return std::max(a, b); }

Value headings_of(const Row& row) {
    std::string lines;
    for (const Field& heading : row.activity.headings) lines += (lines.empty() ? "" : "\n") + heading.text;
    return lines.empty() ? Value() : Value(lines);
}

/// One step a line: "1. วางแผน"
Value steps_of(const Row& row) {
    std::string lines;
    for (const Step& step : row.activity.steps) {
        if (!lines.empty()) lines += '\n';
        if (step.number) lines += *step.number + ". ";
        lines += step.text;
    }
    return lines.empty() ? Value() : Value(lines);
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
    {"number", {"ลำดับ", "No."}, Kind::kText, 7, [](const Row& row) -> Value { return row.activity.number; }},
    {"activity_text", {"กิจกรรม", "Activity"}, Kind::kText, 40, printed<FieldKey::kActivity>},
    {"status",
     {"สถานะ", "Status"},
     Kind::kText,
     14,
     [](const Row& row) -> Value {
         return row.activity.status ? name_in(row, *row.activity.status) : Value();
     }},
    {"period_start",
     {"วันเริ่ม", "Start"},
     Kind::kDate,
     13,
     [](const Row& row) { return row.activity.period ? day_of(row.activity.period->start) : Value(); }},
    {"period_end",
     {"วันสิ้นสุด", "End"},
     Kind::kDate,
     13,
     [](const Row& row) { return row.activity.period ? day_of(row.activity.period->end) : Value(); }},
    {"quarters", {"ไตรมาส", "Quarters"}, Kind::kText, 11, quarters_of},
    {"budget_amount",
     {"งบประมาณ (บาท)", "Budget (baht)"},
     Kind::kMoney,
     16,
     [](const Row& row) { return amount_of(row.activity.budget); }},
    {"budget_stated",
     {"งบประมาณ: การระบุ", "Budget stated"},
     Kind::kText,
     12,
     [](const Row& row) { return stated_of(row, row.activity.budget); }},
    {"spent_amount",
     {"ใช้จ่าย (บาท)", "Spent (baht)"},
     Kind::kMoney,
     16,
     [](const Row& row) { return amount_of(row.activity.spent); }},
    {"spent_stated",
     {"ใช้จ่าย: การระบุ", "Spent stated"},
     Kind::kText,
     12,
     [](const Row& row) { return stated_of(row, row.activity.spent); }},
    {"flags", {"จำนวนช่องที่ต้องตรวจ", "Flags"}, Kind::kInteger, 9, flags_of},
    {"flagged_fields",
     {"ช่องที่ต้องตรวจ", "To check"},
     Kind::kText,
     18,
     [](const Row& row) { return fields_where(row, [](const Field& field) { return field.needs_review; }); }},
    {"page_first",
     {"หน้าแรก", "First page"},
     Kind::kInteger,
     8,
     [](const Row& row) { return page_of(row, lesser); }},
    {"page_last",
     {"หน้าสุดท้าย", "Last page"},
     Kind::kInteger,
     8,
     [](const Row& row) { return page_of(row, greater); }},
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
    {"objective_text", {"วัตถุประสงค์", "Objective"}, Kind::kText, 40, printed<FieldKey::kObjective>},
    {"target_text", {"เป้าหมาย", "Target"}, Kind::kText, 40, printed<FieldKey::kTarget>},
    {"target_quantitative",
     {"เป้าหมายเชิงปริมาณ", "Target, quantity"},
     Kind::kText,
     30,
     [](const Row& row) { return target_of(row, &Targets::quantitative); }},
    {"target_qualitative",
     {"เป้าหมายเชิงคุณภาพ", "Target, quality"},
     Kind::kText,
     30,
     [](const Row& row) { return target_of(row, &Targets::qualitative); }},
    {"steps_intro",
     {"ความนำของขั้นตอน", "Before the steps"},
     Kind::kText,
     24,
     [](const Row& row) { return text_or_nothing(row.activity.steps_intro); }},
    {"steps", {"ขั้นตอน", "Steps"}, Kind::kText, 40, steps_of},
    {"summary_text", {"สรุปผล", "Summary"}, Kind::kText, 40, printed<FieldKey::kSummary>},
    {"problems_text", {"ปัญหา", "Problems"}, Kind::kText, 30, printed<FieldKey::kProblems>},
    {"number_text", {"ลำดับ (ตามเอกสาร)", "No., as printed"}, Kind::kText, 9, printed<FieldKey::kNumber>},
    {"period_text",
     {"ระยะเวลา (ตามเอกสาร)", "Period, as printed"},
     Kind::kText,
     20,
     printed<FieldKey::kPeriod>},
    {"steps_text", {"ขั้นตอน (ตามเอกสาร)", "Steps, as printed"}, Kind::kText, 40, printed<FieldKey::kSteps>},
    {"budget_text",
     {"งบประมาณ (ตามเอกสาร)", "Budget, as printed"},
     Kind::kText,
     16,
     printed<FieldKey::kBudget>},
    {"spent_text", {"ใช้จ่าย (ตามเอกสาร)", "Spent, as printed"}, Kind::kText, 16, printed<FieldKey::kSpent>},
    {"result_text", {"ผล (ตามเอกสาร)", "Result, as printed"}, Kind::kText, 20, printed<FieldKey::kResult>},
    {"confidence", {"ความมั่นใจต่ำสุด", "Lowest confidence"}, Kind::kShare, 10, confidence_of},
    {"sources", {"อ่านจาก", "Read from"}, Kind::kText, 14, sources_of},
    {"corrected_fields",
     {"ช่องที่คนแก้แล้ว", "Corrected"},
     Kind::kText,
     18,
     [](const Row& row) { return fields_where(row, [](const Field& field) { return field.corrected; }); }},
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
     20,
     [](const Row& row) -> Value { return row.document.entry.sha256; }},
};

}  // namespace

const std::vector<Column<ActivityRow>>& activity_columns() { return kColumns; }

std::vector<std::string> ExtraColumns::headers() const {
    std::vector<std::string> headers;
    headers.reserve(names_.size());
    for (const std::string& name : names_) headers.push_back(terminal_text(name));
    return headers;
}

std::vector<const Field*> ExtraColumns::fields_of(const ActivityRecord& activity) const {
    std::vector<const Field*> fields(names_.size(), nullptr);
    std::map<std::string, std::size_t> next;  // by name: where its next column may be
    for (const ExtraField& extra : activity.extra) {
        const std::string name = name_of(extra);
        std::size_t& from = next[name];
        const auto place = std::find(names_.begin() + static_cast<std::ptrdiff_t>(from), names_.end(), name);
        assert(place != names_.end());
        if (place == names_.end()) continue;
        const auto index = static_cast<std::size_t>(place - names_.begin());
        fields[index] = &extra.field;
        from = index + 1;
    }
    return fields;
}

}  // namespace tarang::exporting
