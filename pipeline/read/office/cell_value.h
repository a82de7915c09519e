// What a cell of a workbook says: as it is seen, as it is stored, and what is doubtful about it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/finding.h"
#include "pipeline/read/office/sheet.h"

namespace tarang::read::office {

struct CellValue {
    std::string text;     ///< as it is seen
    std::string stored;   ///< as the file has it; a date as ISO 8601
    bool number = false;  ///< stored as a number or date, or a text of digits alone
    std::optional<FindingCode> doubt;
    std::vector<std::string> arguments;  ///< of the doubt
};

/// A serial number in a date's format is that day whatever its picture. Doubted: a formula without a stored
/// result, an error value, and days before 1990 or after 2060, among them Buddhist years typed as common
/// ones.
CellValue value_of(const RawCell& cell, const Workbook& book);

/// Its text alone, at the end of `text`.
void append_text(const RawCell& cell, const Workbook& book, std::string& text);

}  // namespace tarang::read::office
