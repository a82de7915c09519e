// What stands in an activity's columns where it is put together from several values.
#pragma once

#include "host/export/tables/columns.h"

namespace tarang::exporting {

/// For programs "Q3 Q4": no spreadsheet that opens a csv file takes that for a date or a number, as it would
/// "3-4" or "3,4". For people "3, 4".
Value quarters_of(const ActivityRow& row);

/// How many fields are flagged; their names, and those of the corrected ones, separated by "; ".
Value flags_of(const ActivityRow& row);
Value flagged_fields_of(const ActivityRow& row);
Value corrected_fields_of(const ActivityRow& row);

/// The lowest of the fields.
Value confidence_of(const ActivityRow& row);

/// Whoever read a field of the row: "text_layer; ocr".
Value sources_of(const ActivityRow& row);

/// Of the activity's own row; its headings may stand pages before.
Value page_first_of(const ActivityRow& row);
Value page_last_of(const ActivityRow& row);

Value status_of(const ActivityRow& row);
Value term_of(const ActivityRow& row);
Value progress_of(const ActivityRow& row);

/// One part a line: "เงินงบประมาณ > สพฐ.: 16000.00", as the money's own columns write amounts.
Value amounts_of(const ActivityRow& row);

/// One year a line: "2567: ๑ โครงการ".
Value targets_by_year_of(const ActivityRow& row);

/// Of the table that the activity stands in; nothing where that is not known.
Value table_kind_of(const ActivityRow& row);
Value table_form_of(const ActivityRow& row);
Value also_in_of(const ActivityRow& row);

/// The table's own where a document holds several reports, else the document's.
Value title_of(const ActivityRow& row);
Value agency_of(const ActivityRow& row);
Value fiscal_year_of(const ActivityRow& row);

/// What the manifest says; texts are empty where it does not name the document.
Expected submission_of(const ActivityRow& row);

// Whether a value that stands over the table is to be checked.
bool headings_marked(const ActivityRow& row);
bool strategy_marked(const ActivityRow& row);
bool project_marked(const ActivityRow& row);
bool title_marked(const ActivityRow& row);
bool agency_marked(const ActivityRow& row);
bool fiscal_year_marked(const ActivityRow& row);

/// One heading a line.
Value headings_of(const ActivityRow& row);

/// One step a line: "1. วางแผน"
Value steps_of(const ActivityRow& row);

}  // namespace tarang::exporting
