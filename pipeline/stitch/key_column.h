// The key column: the one that numbers the rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/stitch/grid_view.h"

namespace tarang::stitch {

/// Whether a header is one of rows' numbers: ที่, ลำดับ, ...
bool heads_keys(const std::string& header);

/// Whether a cell's text is a row's number: "๑", "1.2", "(๓)", "๔)", "๕.", "๑.๑.๒ (๓)".
bool is_key(const std::string& text);

/// Whether a number counts on from another, in its last place: "๑.๒" and "๑.๓".
bool is_next_key(const std::string& before, const std::string& text);

/// One page's part of a table.
struct TablePart {
    PageNumber page;
    GridView view;
    std::int32_t header_rows = 0;  ///< header rows that this page prints
    std::int32_t rows_before = 0;  ///< of these, rows that the page before prints

    /// Where a row of the view is printed.
    PageNumber page_of(std::int32_t row) const {
        return row < rows_before ? PageNumber{page.value - 1} : page;
    }
    std::int32_t row_on_page(std::int32_t row) const { return row < rows_before ? row : row - rows_before; }
};

/// The column whose body cells are row numbers, or that is headed as one (ที่, ลำดับ, ...); empty where
/// the table has none.
std::optional<std::int32_t> key_column_of(const std::vector<TablePart>& parts);

}  // namespace tarang::stitch
