// `tarang export --format xlsx`: a workbook for people, in their language, with typed cells.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "host/export/export.h"
#include "host/export/tables/extra_columns.h"
#include "host/export/tables/xlsx_book.h"
#include "models/summary.h"

namespace tarang::exporting {

/// Sheets: activities, sums, findings, rows that are no activity, documents; of long texts where there are
/// any (docs/data-dictionary.md). Cells of flagged fields are marked by colour.
class XlsxExport : public Export {
public:
    /// `extra_columns` as in CsvExport. `summary`: what the sheet of sums says; it is of current documents,
    /// whatever is added here.
    XlsxExport(std::ostream& out, Language language, std::vector<std::string> extra_columns,
               const Summary& summary, XlsxLimits limits = {});

    void add(const StoredDocument& document) override;
    void finish() override { book_.save(out_); }

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
    XlsxSheet& activities_;
    XlsxSheet& sums_;
    XlsxSheet& findings_;
    XlsxSheet& other_rows_;
    XlsxSheet& tables_;
    XlsxSheet& documents_;
};

}  // namespace tarang::exporting
