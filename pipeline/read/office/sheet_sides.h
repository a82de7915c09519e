// Tables that stand beside each other on a sheet, with free columns between them.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/read/office/sheet_content.h"

namespace tarang::read::office {

/// The columns of a sheet, from `first` on, that one of several tables beside each other has.
struct SheetSide {
    std::int32_t first = 0;
    std::int32_t end = 0;
};

/// The sides of rows `top` to `bottom`, from left to right; none where they are one table. Columns without
/// words, colour or lines alone part nothing, since forms have free columns: each side must look like a table
/// by itself. It begins with the same header as the one before or counts its rows from 1 as that does, has a
/// title of its own beside the other's, or has a frame that reaches elsewhere.
std::vector<SheetSide> sides_of(const SheetContent& sheet, std::int32_t top, std::int32_t bottom);

/// What of the sheet stands there. Nothing hidden: that is told of the whole sheet.
SheetContent part_of(const SheetContent& sheet, const SheetSide& side, std::int32_t top, std::int32_t bottom);

}  // namespace tarang::read::office
