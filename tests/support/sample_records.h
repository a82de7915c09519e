// Records composed by hand for the tests of what comes after the stages: an invented office, one activity
// with everything that a record can hold, one with as little as it can.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/activity.h"
#include "models/flags.h"
#include "models/ledger.h"

namespace tarang::test {

inline Fragment fragment(std::int32_t page, Rect box, std::string raw, std::int32_t row = 1,
                         std::int32_t column = 0) {
    return {{{page}, box, std::nullopt}, std::move(raw), row, column};
}

inline Field field(std::string text, std::vector<Fragment> fragments) {
    Field made;
    made.text = std::move(text);
    made.fragments = std::move(fragments);
    return made;
}

/// A field in one piece whose raw text is its text.
inline Field field(const std::string& text, std::int32_t page = 1, std::int32_t column = 0) {
    const Points left = 40.5F + 70.25F * static_cast<Points>(column);
    return field(text, {fragment(page, {left, 120.125F, left + 60, 134.5F}, text, 1, column)});
}

inline Date date(int year, unsigned month, unsigned day) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

/// A value of a spreadsheet, where it covers two rows.
inline Field sheet_field(const std::string& text) {
    Field made = field(text, {fragment(1, {}, text, 11, 2)});
    made.fragments[0].place = Place{.sheet = "แผน \"๖๒\"", .row = 12, .column = 28, .rows = 2};
    return made;
}

/// Money by source and year without a printed total, what was done beside the plan, a school's term, and the
/// columns that only some forms have.
inline void add_columns_of_real_forms(ActivityRecord& activity) {
    activity.field(FieldKey::kResponsible) = field("กลุ่มนโยบายและแผน", 1, 7);
    activity.field(FieldKey::kIndicator) = field("ร้อยละของครูที่ผ่าน", 1, 8);
    activity.field(FieldKey::kIndicator)->unsure = {{0, 6}, {10, 12}};
    activity.field(FieldKey::kProgress) = sheet_field("๗๕.๕");
    activity.committed = Budget{Satang{500000}, Budget::Stated::kAmount};
    activity.remaining = Budget{Satang{-120050}, Budget::Stated::kAmount};
    activity.progress = Percent{7550};
    activity.actual = {Period{std::nullopt, std::nullopt, {}, BuddhistYear{2562}, std::uint8_t{2}},
                       Budget{Satang{9800000}, Budget::Stated::kSum}};
    activity.amounts = {{{"งบประมาณ", "สพฐ."}, PartAmount::By::kSource, std::nullopt, *activity.budget},
                        {{"ปี ๒๕๖๓"},
                         PartAmount::By::kYear,
                         BuddhistYear{2563},
                         Budget{std::nullopt, Budget::Stated::kNone}}};
    activity.targets_by_year = {{BuddhistYear{2562}, "๑ โครงการ"}, {BuddhistYear{2563}, "๒ โครงการ"}};
    activity.also_in = {{2, "t2-r4"}};
}

/// One table of activities and one that is none.
inline std::vector<TableRecord> sample_tables_of_document() {
    TableRecord report;
    report.kind = TableRecord::Kind::kReport;
    report.form = "monitoring";
    report.title = "รายงานผลการดำเนินงาน ปีงบประมาณ ๒๕๖๒";
    report.fiscal_year = BuddhistYear{2562};
    report.regions = {{{1}, {40, 100, 800, 540}, std::nullopt}, {{2}, {40, 60, 800, 300}, std::nullopt}};
    report.header = {{"ที่"}, {"กิจกรรม"}, {"งบประมาณ", "แหล่งเงิน"}};
    TableRecord register_of_goods;
    register_of_goods.reason = TableRecord::Reason{FindingCode::kTableOfOtherKind, {"ทะเบียนครุภัณฑ์"}};
    register_of_goods.title = "บัญชีครุภัณฑ์";
    register_of_goods.agency = "โรงเรียนบ้านตัวอย่าง";
    register_of_goods.places = {{.kind = Place::Kind::kTable, .table = 2, .row = 1, .column = 1}};
    register_of_goods.header = {{"รายการ"}, {"จำนวน"}};
    register_of_goods.rows = {{field("เครื่องพิมพ์", 3, 1), field("๒", 3, 2)}};
    return {report, register_of_goods};
}

/// Cut by a page break, with an unknown column, print that is not upright, and a slip of the paper.
inline ActivityRecord full_activity() {
    ActivityRecord activity;
    activity.id = "t0-r1";
    activity.number = "5";
    activity.strategy = "ยุทธศาสตร์ที่ ๒ พัฒนาครู";
    activity.project = "โครงการพัฒนาครูทั้งระบบ";
    activity.headings = {field("ยุทธศาสตร์ที่ ๒ พัฒนาครู"), field("โครงการพัฒนาครูทั้งระบบ")};
    activity.field(FieldKey::kNumber) = field("๕");
    activity.field(FieldKey::kActivity) =
        field("อบรมครู\nปีงบประมาณ ๒๕๖๒", {fragment(1, {70, 500.5F, 140, 540}, "อบรมครู", 7, 1),
                                         fragment(2, {70, 60, 140, 75}, "ปีงบประมาณ ๒๕๖๒", 1, 1)});
    activity.field(FieldKey::kPeriod) = field("มี.ค. - ก.ค. ๖๒\nไตรมาส ๓-๔", 1, 2);
    activity.field(FieldKey::kSteps) = field("เตรียมการ\n๑. วางแผน\n๒. \"อบรม\" \\ สรุป", 1, 3);
    Field budget = field("๑๕๙,๑๐๐.-", 1, 4);
    budget.source = Source::kOcr;
    budget.confidence = 0.876F;
    budget.fragments[0].region.quad =
        Quad{{Point{10, 20}, Point{30.5F, 20.25F}, Point{30, 40}, Point{9.5F, 39.75F}}};
    activity.field(FieldKey::kBudget) = budget;
    activity.field(FieldKey::kProblems) = field("", {fragment(1, {700, 120, 780, 180}, "", 1, 6)});
    Field corrected = field("เงินอุดหนุน", 1, 5);
    corrected.source = Source::kPerson;
    corrected.corrected = true;
    activity.extra = {{{"งบประมาณ", "แหล่งเงิน"}, corrected}};
    activity.period = Period{date(2019, 3, 1), date(2019, 7, 31), {3, 4}};
    activity.budget = Budget{Satang{15910000}, Budget::Stated::kAmount};
    activity.spent = Budget{std::nullopt, Budget::Stated::kNone};
    activity.status = Status::kCompleted;
    activity.steps_intro = "เตรียมการ";
    activity.steps = {{"1", "วางแผน"}, {std::nullopt, "\"อบรม\" \\ สรุป"}};
    activity.targets = Targets{"ครู ๓๐ คน", std::nullopt};
    activity.table = 0;
    activity.row = 1;
    add_columns_of_real_forms(activity);
    return activity;
}

/// The form has two columns only, and one of them is empty.
inline ActivityRecord bare_activity() {
    ActivityRecord activity;
    activity.id = "t0-r2";
    activity.field(FieldKey::kNumber) = field("", {fragment(2, {40, 200, 60, 220}, "", 2, 0)});
    activity.field(FieldKey::kActivity) = field("นิเทศโรงเรียน School ICT", 2, 1);
    activity.row = 2;
    return activity;
}

inline std::vector<Finding> sample_findings() {
    Finding doubtful{
        FindingCode::kJoinDoubtful, PageNumber{2}, std::nullopt, "t0-r1", "activity", {"1", "2"}};
    Finding quarters{FindingCode::kQuartersContradictMonths,
                     PageNumber{1},
                     Region{{1}, {180.5F, 120, 240, 134.5F}, std::nullopt},
                     "t0-r1",
                     "period",
                     {"3,4", "2,3,4"}};
    Finding page{FindingCode::kPageUnreadable, PageNumber{3}, std::nullopt, "", "", {"“stream” \\ ขาด"}};
    Finding missing{FindingCode::kFiscalYearMissing, std::nullopt, std::nullopt, "", "", {}};
    return {doubtful, quarters, page, missing};
}

inline DocumentRecords sample_records() {
    DocumentRecords records;
    records.profile = "monitoring";
    records.title = field("รายงานผลการดำเนินงาน ปีงบประมาณ ๒๕๖๒");
    records.fiscal_year_field = field("๒๕๖๒");
    records.fiscal_year = BuddhistYear{2562};
    records.pages = {{{1}, 842, 595.32F, 0, Source::kTextLayer, LayerVerdict::kRepaired},
                     {{2}, 842, 595.32F, 90, Source::kOcr, LayerVerdict::kNone},
                     {{3}, 842, 595.32F, 0, std::nullopt, LayerVerdict::kUnusable}};
    records.tables = sample_tables_of_document();
    records.activities = {full_activity(), bare_activity()};
    records.rows = {{OtherRow::Kind::kTotal, {field("รวม", 2, 1), field("๑๕๙,๑๐๐", 2, 4)}, 0, 3},
                    {OtherRow::Kind::kSignature, {}, 0, 4}};
    records.joins = {{"t0-r1", {1}, {2}, JoinReason::kMidWord, 0.75F},
                     {"", {2}, {3}, JoinReason::kEmptyKey, 1}};
    records.findings = sample_findings();
    raise_flags(records);
    return records;
}

/// As the database would give the sample back; the hash is of no real file.
inline StoredDocument sample_document() {
    StoredDocument document;
    document.entry.number = 1;
    document.entry.sha256 = std::string(64, 'a');
    document.entry.first_path = "/reports/รายงาน.pdf";
    document.entry.file_name = "รายงาน.pdf";
    document.entry.finished = true;
    document.entry.state = DocumentState::kPartial;
    document.entry.code = EventCode::kPageUnreadable;
    document.entry.pages = 3;
    document.entry.pages_read = 2;
    document.entry.activities = 2;
    document.entry.flagged = 2;
    document.entry.facts.form = "monitoring";
    document.records = sample_records();
    document.submission = Expected{{"57010002", 2562, "monitoring"}, "โรงเรียนบ้านตัวอย่าง"};
    return document;
}

}  // namespace tarang::test
