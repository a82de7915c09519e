// A Word document as clean tables with what stands over and between them.
#pragma once

#include <variant>

#include "models/document.h"
#include "pipeline/read/office/limits.h"
#include "pipeline/read/office/office.h"
#include "pipeline/read/office/word_document.h"

namespace tarang::read::office {

/// Tables in the order of the document, those inside cells after the one they stand in. A table of one cell
/// is a frame, and one of tables places them: what they hold stands by itself. `header_rows` is what repeats
/// on every page, 0 where the file does not say. Paragraphs before a table are its headings; those of pages
/// before the first table's are the title block; those after the last table are other text, those before a
/// picture that may be a page are with it. kTooComplex where a table has more positions than `limits` allow.
std::variant<OfficeContent, EventCode> clean_word(const WordDocument& document, const Limits& limits);

}  // namespace tarang::read::office
