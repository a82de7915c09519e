#include "host/export/tables/activity_values.h"
#include "host/export/tables/columns.h"

namespace tarang::exporting {
namespace {

using Row = ActivityRow;
using Kind = ColumnKind;
using Columns = std::vector<Column<Row>>;
using enum FieldKey;

Value text_or_nothing(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }
Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }
Value text_of(const Maybe<Field>& field) { return field ? Value(field->text) : Value(); }
Value day_of(const std::optional<Date>& date) { return date ? Value(*date) : Value(); }
Value year_of(const std::optional<BuddhistYear>& year) {
    return year ? Value(std::int64_t{year->value}) : Value();
}

Period planned(const Row& row) { return row.activity.period.value_or(Period{}); }
Period done(const Row& row) { return row.activity.actual.period.value_or(Period{}); }

Value amount_of(const std::optional<Budget>& money) {
    return money && money->amount ? Value(*money->amount) : Value();
}
Value stated_of(const Row& row, const std::optional<Budget>& money) {
    return money ? name_in(row, money->stated) : Value();
}

/// The print of a field.
template <FieldKey key>
Column<Row> printed(std::string_view name, Words title, int width) {
    return {name, title, Kind::kText, width, [](const Row& row) { return text_of(row.activity.field(key)); },
            key};
}

template <FieldKey key>
Column<Row> amount(std::string_view name, Words title) {
    return {name, title, Kind::kMoney, 16, [](const Row& row) { return amount_of(*row.activity.money(key)); },
            key};
}

template <FieldKey key>
Column<Row> stated(std::string_view name, Words title) {
    return {
        name, title, Kind::kText, 12, [](const Row& row) { return stated_of(row, *row.activity.money(key)); },
        key};
}

/// A text that is put together or needs no field.
Column<Row> text(std::string_view name, Words title, int width, Value (*value)(const Row&),
                 std::optional<FieldKey> field = std::nullopt) {
    return {name, title, Kind::kText, width, value, field};
}

Column<Row> other(std::string_view name, Words title, Kind kind, int width, Value (*value)(const Row&),
                  std::optional<FieldKey> field = std::nullopt) {
    return {name, title, kind, width, value, field};
}

/// The same of what stands over the table or in the document's head.
Column<Row> over(Column<Row> column, bool (*marked)(const Row&)) {
    column.marked = marked;
    return column;
}

Value target_of(const Row& row, std::optional<std::string> Targets::*kind) {
    return row.activity.targets ? text_or_nothing((*row.activity.targets).*kind) : Value();
}

/// What it is and how it stands.
Columns state_columns() {
    return {
        text("file_name", {"เอกสาร", "Document"}, 18,
             [](const Row& r) -> Value { return r.document.entry.file_name; }),
        text(
            "number", {"ลำดับที่", "No."}, 7, [](const Row& r) -> Value { return r.activity.number; }, kNumber),
        printed<kActivity>("activity_text", {"กิจกรรม", "Activity"}, 40),
        text("status", {"สถานะ", "Status"}, 14, status_of, kResult),
        other(
            "period_start", {"วันเริ่ม", "Start"}, Kind::kDate, 13,
            [](const Row& r) { return day_of(planned(r).start); }, kPeriod),
        other(
            "period_end", {"วันสิ้นสุด", "End"}, Kind::kDate, 13,
            [](const Row& r) { return day_of(planned(r).end); }, kPeriod),
        text("quarters", {"ไตรมาส", "Quarters"}, 11, quarters_of, kPeriod),
        other(
            "school_year", {"ปีการศึกษา", "School year"}, Kind::kInteger, 10,
            [](const Row& r) { return year_of(planned(r).school_year); }, kPeriod),
        other("term", {"ภาคเรียน", "Term"}, Kind::kInteger, 8, term_of, kPeriod),
        amount<kBudget>("budget_amount", {"งบประมาณ (บาท)", "Budget (baht)"}),
        stated<kBudget>("budget_stated", {"งบประมาณ: การระบุ", "Budget stated"}),
        amount<kSpent>("spent_amount", {"ใช้จ่าย (บาท)", "Spent (baht)"}),
        stated<kSpent>("spent_stated", {"ใช้จ่าย: การระบุ", "Spent stated"}),
        amount<kCommitted>("committed_amount", {"ก่อหนี้ผูกพัน (บาท)", "Committed (baht)"}),
        stated<kCommitted>("committed_stated", {"ก่อหนี้ผูกพัน: การระบุ", "Committed stated"}),
        amount<kRemaining>("remaining_amount", {"คงเหลือ (บาท)", "Remaining (baht)"}),
        stated<kRemaining>("remaining_stated", {"คงเหลือ: การระบุ", "Remaining stated"}),
        text("amounts", {"เงินแยกตามแหล่งหรือช่วงเวลา", "Money by part"}, 30, amounts_of),
        other("progress_percent", {"ความก้าวหน้า (ร้อยละ)", "Progress (percent)"}, Kind::kNumber, 10,
              progress_of, kProgress),
        other("actual_start", {"วันเริ่มจริง", "Really begun"}, Kind::kDate, 13,
              [](const Row& r) { return day_of(done(r).start); }),
        other("actual_end", {"วันสิ้นสุดจริง", "Really ended"}, Kind::kDate, 13,
              [](const Row& r) { return day_of(done(r).end); }),
        other("actual_amount", {"ใช้จริง (บาท)", "Really used (baht)"}, Kind::kMoney, 16,
              [](const Row& r) { return amount_of(r.activity.actual.budget); }),
        text("actual_stated", {"ใช้จริง: การระบุ", "Really used, stated"}, 12,
             [](const Row& r) { return stated_of(r, r.activity.actual.budget); }),
        other("flags", {"จำนวนช่องที่ต้องตรวจ", "Flags"}, Kind::kInteger, 9, flags_of),
        text("flagged_fields", {"ช่องที่ต้องตรวจ", "To check"}, 18, flagged_fields_of),
        other("page_first", {"หน้าแรก", "First page"}, Kind::kInteger, 8, page_first_of),
        other("page_last", {"หน้าสุดท้าย", "Last page"}, Kind::kInteger, 8, page_last_of),
    };
}

/// The rest of the print.
Columns print_columns() {
    return {
        over(text("strategy", {"ยุทธศาสตร์", "Strategy"}, 30,
                  [](const Row& r) { return text_or_nothing(r.activity.strategy); }),
             strategy_marked),
        over(text("project", {"โครงการ", "Project"}, 30,
                  [](const Row& r) { return text_or_nothing(r.activity.project); }),
             project_marked),
        over(text("headings", {"หัวข้อเหนือตาราง", "Headings"}, 30, headings_of), headings_marked),
        printed<kObjective>("objective_text", {"วัตถุประสงค์", "Objective"}, 40),
        printed<kTarget>("target_text", {"เป้าหมาย", "Target"}, 40),
        text(
            "target_quantitative", {"เป้าหมายเชิงปริมาณ", "Target, quantity"}, 30,
            [](const Row& r) { return target_of(r, &Targets::quantitative); }, kTarget),
        text(
            "target_qualitative", {"เป้าหมายเชิงคุณภาพ", "Target, quality"}, 30,
            [](const Row& r) { return target_of(r, &Targets::qualitative); }, kTarget),
        text("targets_by_year", {"เป้าหมายรายปี", "Targets by year"}, 24, targets_by_year_of),
        printed<kIndicator>("indicator_text", {"ตัวชี้วัด", "Indicator"}, 30),
        printed<kExpected>("expected_text", {"ผลที่คาดว่าจะได้รับ", "Expected result"}, 30),
        text(
            "steps_intro", {"ความนำของขั้นตอน", "Before the steps"}, 24,
            [](const Row& r) { return text_or_nothing(r.activity.steps_intro); }, kSteps),
        text("steps", {"ขั้นตอน", "Steps"}, 40, steps_of, kSteps),
        printed<kResponsible>("responsible_text", {"ผู้รับผิดชอบ", "Responsible"}, 24),
        printed<kPlace>("place_text", {"สถานที่", "Place"}, 24),
        printed<kFundSource>("fund_source_text", {"แหล่งงบประมาณ", "Fund source"}, 18),
        printed<kSummary>("summary_text", {"สรุปผล", "Summary"}, 40),
        printed<kProblems>("problems_text", {"ปัญหา", "Problems"}, 30),
        printed<kEvidence>("evidence_text", {"หลักฐาน", "Evidence"}, 24),
        printed<kNote>("note_text", {"หมายเหตุ", "Note"}, 24),
        printed<kNumber>("number_text", {"ลำดับที่ (ตามเอกสาร)", "No., as printed"}, 9),
        printed<kPeriod>("period_text", {"ระยะเวลา (ตามเอกสาร)", "Period, as printed"}, 20),
        printed<kSteps>("steps_text", {"ขั้นตอน (ตามเอกสาร)", "Steps, as printed"}, 40),
        printed<kBudget>("budget_text", {"งบประมาณ (ตามเอกสาร)", "Budget, as printed"}, 16),
        printed<kSpent>("spent_text", {"ใช้จ่าย (ตามเอกสาร)", "Spent, as printed"}, 16),
        printed<kCommitted>("committed_text", {"ก่อหนี้ผูกพัน (ตามเอกสาร)", "Committed, as printed"}, 16),
        printed<kRemaining>("remaining_text", {"คงเหลือ (ตามเอกสาร)", "Remaining, as printed"}, 16),
        printed<kProgress>("progress_text", {"ความก้าวหน้า (ตามเอกสาร)", "Progress, as printed"}, 14),
        printed<kResult>("result_text", {"ผล (ตามเอกสาร)", "Result, as printed"}, 20),
    };
}

/// Where it comes from.
Columns source_columns() {
    return {
        other("confidence", {"ความมั่นใจต่ำสุด", "Lowest confidence"}, Kind::kNumber, 10, confidence_of),
        text("sources", {"อ่านจาก", "Read from"}, 14, sources_of),
        text("corrected_fields", {"ช่องที่คนแก้แล้ว", "Corrected"}, 18, corrected_fields_of),
        text("activity_id", {"รหัสกิจกรรม", "Activity id"}, 12,
             [](const Row& r) -> Value { return r.activity.id; }),
        text("table", {"ตาราง", "Table"}, 8,
             [](const Row& r) -> Value { return table_id(r.activity.table); }),
        text("table_kind", {"ชนิดตาราง", "Kind of table"}, 12, table_kind_of),
        text("table_form", {"แบบของตาราง", "Form of the table"}, 14, table_form_of),
        text("also_in", {"อยู่ในตารางอื่นด้วย", "Also in"}, 10, also_in_of),
        text("state", {"สถานะเอกสาร", "Document state"}, 12,
             [](const Row& r) { return name_in(r, r.document.entry.shown_state()); }),
        text("school_code", {"รหัสผู้ส่ง", "Submitted by, code"}, 12,
             [](const Row& r) { return text_or_nothing(submission_of(r).key.code); }),
        text("school_name", {"ผู้ส่ง", "Submitted by"}, 24,
             [](const Row& r) { return text_or_nothing(submission_of(r).name); }),
        over(text("document_title", {"ชื่อรายงาน", "Document title"}, 30, title_of), title_marked),
        over(text("agency", {"หน่วยงาน", "Agency"}, 30, agency_of), agency_marked),
        over(other("fiscal_year", {"ปีงบประมาณ", "Fiscal year"}, Kind::kInteger, 10, fiscal_year_of),
             fiscal_year_marked),
        text("sha256", {"SHA-256 ของไฟล์", "SHA-256 of the file"}, 66,
             [](const Row& r) -> Value { return r.document.entry.sha256; }),
    };
}

}  // namespace

const Columns& activity_columns() {
    static const Columns columns = [] {
        Columns all = state_columns();
        for (const Columns& group : {print_columns(), source_columns()})
            all.insert(all.end(), group.begin(), group.end());
        return all;
    }();
    return columns;
}

}  // namespace tarang::exporting
