// The list of a document's tables, of activities or not.
#include <algorithm>

#include "host/export/days.h"
#include "host/export/tables/columns.h"
#include "host/export/terminal/text_table.h"

namespace tarang::exporting {
namespace {

using Row = TableRow;
using Kind = ColumnKind;

Value text_or_nothing(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value reason_of(const Row& row) {
    if (!row.table.reason) return {};
    return told(*row.table.reason, row.words.value_or(Language::kThai));
}

Value activities_of(const Row& row) {
    const auto& activities = row.document.records.activities;
    return std::int64_t{
        std::count_if(activities.begin(), activities.end(),
                      [&](const ActivityRecord& activity) { return activity.table == row.index; })};
}

Value page_of(const Row& row) {
    return row.table.regions.empty() ? Value() : Value(std::int64_t{row.table.regions.front().page.value});
}

Value year_of(const Row& row) {
    return row.table.fiscal_year ? Value(std::int64_t{row.table.fiscal_year->value}) : Value();
}

/// One column's path a line.
Value header_of(const Row& row) {
    std::string lines;
    for (const auto& path : row.table.header) {
        std::string line;
        for (const std::string& level : path) line += (line.empty() ? "" : " > ") + terminal_text(level);
        lines += (lines.empty() ? "" : "\n") + line;
    }
    return text_or_nothing(lines);
}

const std::vector<Column<Row>> kColumns{
    {"file_name",
     {"เอกสาร", "Document"},
     Kind::kText,
     24,
     [](const Row& r) -> Value { return r.document.entry.file_name; }},
    {"table", {"ตาราง", "Table"}, Kind::kText, 8, [](const Row& r) -> Value { return table_id(r.index); }},
    {"kind",
     {"ชนิดตาราง", "Kind of table"},
     Kind::kText,
     18,
     [](const Row& r) { return name_in(r, r.table.kind); }},
    {"activities", {"กิจกรรม", "Activities"}, Kind::kInteger, 10, activities_of},
    {"reason", {"เหตุผล", "Reason"}, Kind::kText, 60, reason_of},
    {"page", {"หน้า", "Page"}, Kind::kInteger, 7, page_of},
    {"form",
     {"แบบของตาราง", "Form of the table"},
     Kind::kText,
     14,
     [](const Row& r) { return text_or_nothing(r.table.form); }},
    {"title",
     {"ชื่อรายงาน", "Document title"},
     Kind::kText,
     40,
     [](const Row& r) { return text_or_nothing(r.table.title.value_or("")); }},
    {"agency",
     {"หน่วยงาน", "Agency"},
     Kind::kText,
     40,
     [](const Row& r) { return text_or_nothing(r.table.agency.value_or("")); }},
    {"fiscal_year", {"ปีงบประมาณ", "Fiscal year"}, Kind::kInteger, 10, year_of},
    {"header", {"หัวตาราง", "Header"}, Kind::kText, 40, header_of},
};

}  // namespace

const std::vector<Column<TableRow>>& table_columns() { return kColumns; }

}  // namespace tarang::exporting
