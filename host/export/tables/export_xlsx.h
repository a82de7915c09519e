// `tarang export --format xlsx`: a workbook for people, in their language, with typed cells.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "host/export/export.h"
#include "host/export/form/xlsx_form.h"
#include "host/export/tables/extra_columns.h"
#include "host/export/tables/xlsx_book.h"
#include "models/summary.h"

namespace tarang::exporting {

/// Sheets: the reports as their offices know them, one for each kind (form/xlsx_form.h); then all that is
/// known, as tables for filters and formulas: activities, sums, findings, rows that are no activity, tables,
/// documents; of long texts where there are any (docs/data-dictionary.md). Sheets that would be empty are
/// left out. Cells of flagged fields are marked by colour.
class XlsxExport : public Export {
public:
    /// `extra_columns` as in CsvExport. `summary`: what the sheet of sums says; it is of current documents,
    /// whatever is added here. `survey` has seen every document that will be added.
    XlsxExport(std::ostream& out, Language language, std::vector<std::string> extra_columns,
               const Summary& summary, const FormSurvey& survey, XlsxLimits limits = {});

    void add(const StoredDocument& document) override;
    void finish() override;

private:
    void add_activity(const StoredDocument& document, const ActivityRecord& activity);
    void add_findings(const StoredDocument& document);
    void add_other_rows(const StoredDocument& document);
    void add_other_row(const StoredDocument& document, const OtherRow& row);
    void add_tables(const StoredDocument& document);
    void add_sums(const KindSums& kind);

    std::ostream& out_;
    Language language_;
    ExtraColumns extra_;
    XlsxBook book_;
    std::vector<std::unique_ptr<XlsxForm>> forms_;
    // Null where they would be empty.
    XlsxSheet* activities_ = nullptr;
    XlsxSheet* sums_ = nullptr;
    XlsxSheet* findings_ = nullptr;
    XlsxSheet* other_rows_ = nullptr;
    XlsxSheet* tables_ = nullptr;
    XlsxSheet* documents_ = nullptr;
};

}  // namespace tarang::exporting
