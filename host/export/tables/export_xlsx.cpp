#include "host/export/tables/export_xlsx.h"

#include <map>

#include "host/export/tables/columns.h"
#include "host/export/terminal/summary_text.h"

namespace tarang::exporting {
namespace {

constexpr int kExtraWidth = 20;  // digits
constexpr int kCellWidth = 20;
constexpr std::uint16_t kFrozen = 3;  // document, number, activity

template <typename Row>
std::vector<SheetColumn> columns_of(const std::vector<Column<Row>>& columns, Language language) {
    std::vector<SheetColumn> sheet;
    sheet.reserve(columns.size());
    for (const auto& column : columns) sheet.push_back({column.title.in(language), column.width});
    return sheet;
}

std::vector<SheetColumn> columns_with_extra(const ExtraColumns& extra, Language language) {
    std::vector<SheetColumn> columns = columns_of(activity_columns(), language);
    for (const std::string& header : extra.headers())
        columns.push_back({words_of_field(header, language), kExtraWidth});
    return columns;
}

std::vector<SheetColumn> columns_with_cells(std::size_t cells, Language language) {
    std::vector<SheetColumn> columns = columns_of(other_row_columns(), language);
    for (std::size_t i = 1; i <= cells; ++i)
        columns.push_back({Words{"ช่องที่ ", "Cell "}.in(language) + std::to_string(i), kCellWidth});
    return columns;
}

/// The row's values; the caller may add more before it ends the row.
template <typename Row>
void write_values(XlsxSheet& sheet, const std::vector<Column<Row>>& columns, const Row& row) {
    for (const auto& column : columns) sheet.value(column.value(row));
}

}  // namespace

XlsxExport::XlsxExport(std::ostream& out, Language language, std::vector<std::string> extra_columns,
                       const Summary& summary, const FormSurvey& survey, XlsxLimits limits)
    : out_(out), language_(language), extra_(std::move(extra_columns)), book_(language, limits) {
    const auto sheet = [&](bool wanted, Words name, std::vector<SheetColumn> columns, std::uint16_t frozen) {
        return wanted ? &book_.add_sheet(name.in(language), std::move(columns), frozen) : nullptr;
    };
    std::vector<FormTable> tables = survey.tables(language, XlsxForm::kPage);
    const bool single = tables.size() == 1;
    for (FormTable& table : tables)
        forms_.push_back(std::make_unique<XlsxForm>(book_, std::move(table), single));
    activities_ = sheet(survey.has_activities(), {"กิจกรรม", "Activities"},
                        columns_with_extra(extra_, language), kFrozen);
    sums_ = sheet(!summary.kinds.empty(), {"ผลรวม", "Sums"}, columns_of(sum_columns(), language), 2);
    findings_ =
        sheet(survey.has_findings, {"ข้อสังเกต", "Findings"}, columns_of(finding_columns(), language), 2);
    other_rows_ = sheet(survey.has_other_rows, {"แถวอื่น", "Other rows"},
                        columns_with_cells(survey.most_cells, language), 2);
    tables_ = sheet(survey.has_tables, {"ตาราง", "Tables"}, columns_of(table_columns(), language), 2);
    documents_ = sheet(true, {"เอกสาร", "Documents"}, columns_of(document_columns(), language), 1);
    for (const KindSums& kind : summary.kinds) add_sums(kind);
}

void XlsxExport::add(const StoredDocument& document) {
    for (const auto& form : forms_) form->add(document);
    for (const ActivityRecord& activity : document.records.activities) add_activity(document, activity);
    add_findings(document);
    add_other_rows(document);
    add_tables(document);
    write_values(*documents_, document_columns(), DocumentRow{document, language_});
    documents_->end_row();
}

void XlsxExport::finish() {
    for (const auto& form : forms_) form->finish();
    book_.save(out_);
}

void XlsxExport::add_activity(const StoredDocument& document, const ActivityRecord& activity) {
    const ActivityRow row{document, activity, language_};
    for (const auto& column : activity_columns()) {
        const auto* field = column.field ? &activity.field(*column.field) : nullptr;
        const bool own = field != nullptr && *field && (*field)->needs_review;
        activities_->value(column.value(row), own || (column.marked != nullptr && column.marked(row)));
    }
    for (const Field* field : extra_.fields_of(activity)) {
        if (field == nullptr)
            activities_->value({});
        else
            activities_->value(field->text, field->needs_review);
    }
    activities_->end_row();
}

void XlsxExport::add_findings(const StoredDocument& document) {
    std::map<std::string, const ActivityRecord*> activities;
    for (const ActivityRecord& activity : document.records.activities) activities[activity.id] = &activity;
    for (const Finding& finding : document.records.findings) {
        const auto found = activities.find(finding.activity_id);
        const ActivityRecord* activity = found == activities.end() ? nullptr : found->second;
        write_values(*findings_, finding_columns(), FindingRow{document, activity, finding, language_});
        findings_->end_row();
    }
}

void XlsxExport::add_other_rows(const StoredDocument& document) {
    for (const OtherRow& row : document.records.rows) add_other_row(document, row);
}

void XlsxExport::add_other_row(const StoredDocument& document, const OtherRow& row) {
    write_values(*other_rows_, other_row_columns(), OtherRowRow{document, row, language_});
    for (const Field& cell : row.cells) other_rows_->value(cell.text);
    other_rows_->end_row();
}

/// What a table without activities holds stands among the rows that are none.
void XlsxExport::add_tables(const StoredDocument& document) {
    const auto& tables = document.records.tables;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(tables.size()); ++i) {
        const TableRecord& table = tables[static_cast<std::size_t>(i)];
        write_values(*tables_, table_columns(), TableRow{document, table, i, language_});
        tables_->end_row();
        for (const auto& cells : table.rows) add_other_row(document, {OtherRow::Kind::kOther, cells, i, 0});
    }
}

void XlsxExport::add_sums(const KindSums& kind) {
    const auto add = [&](Words grouping, const std::string& group, const GroupSum& sum) {
        write_values(*sums_, sum_columns(), SumRow{kind.kind, grouping, group, sum, language_});
        sums_->end_row();
    };
    for (const auto& group : kind.by_status)
        add({"สถานะ", "Status"}, text_of_group(group.key, language_), group.sum);
    for (const auto& group : kind.by_strategy)
        add({"ยุทธศาสตร์", "Strategy"}, text_of(group, language_), group.sum);
    for (const auto& group : kind.by_quarter)
        add({"ไตรมาส", "Quarters"}, text_of_group(group.key, language_), group.sum);
    add({"ทั้งหมด", "All"}, "", kind.whole);
}

}  // namespace tarang::exporting
