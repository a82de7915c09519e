// Arrows, lines and figures drawn over the cells of a sheet, and its pictures.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pipeline/read/office/pictures.h"
#include "pipeline/read/office/sheet.h"

namespace tarang::read::office {

/// Where it lies, in columns and rows from 0: 2.5 is the middle of the third.
struct SheetDrawing {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    bool line = false;  ///< a line or an arrow
};

struct SheetDrawings {
    std::vector<SheetDrawing> drawings;
    std::vector<Picture> pictures;
};

/// What is anchored to cells; charts are left out. `part`: of the sheet.
std::variant<SheetDrawings, EventCode> read_drawings(Container& container, const std::string& part,
                                                     const SheetFrame& frame, const Limits& limits);

}  // namespace tarang::read::office
