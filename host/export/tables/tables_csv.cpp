#include "host/export/tables/tables_csv.h"

#include "host/export/tables/table_rows.h"

namespace tarang::exporting {
namespace {

void write_row(CsvWriter& csv, const std::vector<const CleanCell*>& cells, std::int32_t columns) {
    auto next = cells.begin();
    for (std::int32_t column = 0; column < columns; ++column) {
        const bool here = next != cells.end() && (*next)->column == column;
        if (here)
            csv.text((*next++)->value.text);
        else
            csv.empty();
    }
    csv.end_row();
}

}  // namespace

void write_tables_csv(std::ostream& out, const CleanDocument& document) {
    CsvWriter csv(out);
    bool first = true;
    for (const CleanTable& table : document.tables) {
        if (!first) csv.blank_line();
        first = false;
        for (const auto& row : cells_by_row(table)) write_row(csv, row, table.columns);
    }
}

void TablesCsv::add(std::int32_t table, std::span<const std::string_view> texts) {
    if (table_ && *table_ != table) csv_.blank_line();
    table_ = table;
    for (const std::string_view text : texts) {
        if (text.empty())
            csv_.empty();
        else
            csv_.text(text);
    }
    csv_.end_row();
}

}  // namespace tarang::exporting
