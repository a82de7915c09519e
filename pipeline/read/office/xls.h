// Workbooks of Excel 97 to 2003 (BIFF8): what differs from XLSX is how cells are written down, and nothing
// else. Source: [MS-XLS].
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pipeline/read/office/sheet_content.h"

namespace tarang::read::office {

struct XlsSheet {
    bool hidden = false;
    SheetContent content;
};

struct XlsBook {
    std::vector<XlsSheet> sheets;  ///< in the order of their tabs
    CellStyles styles;
};

/// `stream`: of the workbook, whole. kEncrypted; kUnsupportedFormat: of an older Excel; kDamaged;
/// kTooComplex.
std::variant<XlsBook, EventCode> read_xls(const std::string& stream, const Limits& limits);

}  // namespace tarang::read::office
