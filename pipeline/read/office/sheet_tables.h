// A sheet as tables with what stands over and between them.
#pragma once

#include <vector>

#include "models/table.h"
#include "pipeline/read/office/sheet_content.h"

namespace tarang::read::office {

/// Appends the sheet's tables to `result`. A table begins where a row has several cells with words; lines of
/// one cell above it are its headings. It ends where after a free row another header begins, or only single
/// lines follow; a free row alone ends nothing. Tables beside each other are parted: see sheet_sides.h. What
/// is hidden becomes other text, with a finding. False where a table would have more than `max_grid`
/// positions; of a wide one columns without words are left out.
bool add_sheet(const SheetContent& sheet, const CellStyles& styles, std::int64_t max_grid,
               CleanDocument& result);

}  // namespace tarang::read::office
