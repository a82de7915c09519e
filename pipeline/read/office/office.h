// read: office files. DOCX, XLSX and XLS (Excel 97 to 2003) from their descriptor to clean tables, in one
// step: these files hold their tables as tables, so there is nothing to straighten, lay out or recognize.
// Pages that were pasted in as pictures are named, and go through the line as other scans do.
//
// libzip and expat are private to this folder. Sheets are read as streams.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "models/document.h"
#include "models/table.h"
#include "pipeline/read/office/limits.h"
#include "pipeline/read/office/pictures.h"

namespace tarang::read::office {

struct OfficeContent {
    CleanDocument document;             ///< without pages: every value has a place
    std::vector<PagePicture> pictures;  ///< that may be pages, in order of appearance
    std::int64_t other_pictures = 0;    ///< large ones that are none; nobody was told of them yet
};

/// Tables with `header_rows` 0 where the file does not say how many there are. Reads through `fd`, which
/// stays the caller's and must stay open; its position is never used. kDamaged, kEncrypted, kTooComplex;
/// kUnsupportedFormat: a ZIP that holds no document of these kinds, or a file of another old program.
std::variant<OfficeContent, EventCode> read_office(int fd, const Limits& limits = {});

}  // namespace tarang::read::office
