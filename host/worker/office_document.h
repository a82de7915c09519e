// An office file as interpret takes it: what read gives, with headers known and tables that go on made one.
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include "models/document.h"
#include "models/table.h"
#include "pipeline/read/office/pictures.h"

namespace tarang::worker {

struct OfficeDocument {
    CleanDocument document;                        ///< of what stands in the file as text
    std::vector<read::office::PagePicture> pages;  ///< pasted in as pictures
};

/// Whether a picture that may be a page is one that can be read.
using IsPage = std::function<bool(const read::office::Picture&)>;

/// What a document may cost that is no data: 300,000 cells.
read::office::Limits document_limits();

/// See read::office::read_office, within document_limits(). Headers are found by the rule that finds
/// those of printed tables. A Word table that repeats the header of the one before, with nothing between them
/// but the same headings or "(ต่อ)", is the same table, and its row that begins with "(ต่อ)" is the rest of the
/// last one. Large pictures that are no pages are told.
std::variant<OfficeDocument, EventCode> read_office_document(int file, const IsPage& is_page);

}  // namespace tarang::worker
