// Rows of a sheet that are one record: offices type each line of text into a row of its own and draw a frame
// around the whole.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/read/office/sheet_content.h"

namespace tarang::read::office {

/// The record of each row of a table, counted from 0; every row its own where the lines do not say otherwise.
/// `rows` and `columns`: of the sheet, ascending. Rows are one record where no line parts them in most
/// columns, while lines part others; a record whose first column has several values, or whose rows are
/// divided into columns differently, stays parted.
std::vector<std::int32_t> records_of(const SheetContent& sheet, const std::vector<std::int32_t>& rows,
                                     const std::vector<std::int32_t>& columns);

}  // namespace tarang::read::office
