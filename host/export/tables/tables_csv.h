// `tarang tables --format csv`: the rows as they are printed, for a spreadsheet.
#pragma once

#include <optional>
#include <ostream>
#include <span>
#include <string_view>

#include "host/export/tables/csv_writer.h"
#include "models/table.h"

namespace tarang::exporting {

/// Each row of a table is a row of the file, with as many cells as the table has columns. The text of a
/// merged cell stands in its first row and column; the other places that it covers are empty. Between two
/// tables is an empty line, which never stands for a row. Pages, boxes and findings are in the other formats
/// only.
void write_tables_csv(std::ostream& out, const CleanDocument& document);

/// The same for tables that are too large to be held: row by row. A row is as wide as its last filled cell.
class TablesCsv {
public:
    explicit TablesCsv(std::ostream& out) : csv_(out) {}

    void add(std::int32_t table, std::span<const std::string_view> texts);

private:
    CsvWriter csv_;
    std::optional<std::int32_t> table_;
};

}  // namespace tarang::exporting
