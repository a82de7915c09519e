// A workbook: its sheets, and what their cells share.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/read/office/cell_styles.h"
#include "pipeline/read/office/container.h"
#include "pipeline/read/office/shared_strings.h"

namespace tarang::read::office {

struct SheetEntry {
    std::string name;
    std::string part;  ///< empty where the file has none for it
    bool hidden = false;
};

struct Workbook {
    std::vector<SheetEntry> sheets;  ///< in the order of their tabs; charts and macros left out
    SharedStrings strings;
    CellStyles styles;
    bool from_1904 = false;
};

/// `part`: of the workbook itself. A workbook without styles or shared strings is as good as any.
std::variant<Workbook, EventCode> read_workbook(Container& container, const std::string& part,
                                                const Limits& limits);

}  // namespace tarang::read::office
