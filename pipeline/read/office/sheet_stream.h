// Workbooks too large to be held: their rows as they come.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "models/document.h"
#include "models/finding.h"
#include "pipeline/read/office/limits.h"

namespace tarang::read::office {

/// One row of a sheet with words, as it is seen: a text for each column up to the last one filled.
using RowSink = std::function<void(std::int32_t sheet, const std::vector<std::string>& texts)>;

/// The visible rows of an XLSX's visible sheets, which are numbered from 0. What stands below merged cells
/// stands in them too, since merges are known only after all rows. Memory holds the shared texts and one row.
std::variant<std::vector<Finding>, EventCode> stream_rows(int fd, const Limits& limits, const RowSink& take);

/// Whether an XLSX has more cells than `limits` allow. Holds none of them: to find it out by holding them
/// costs more than all that is done with such a workbook then.
bool is_beyond(int fd, const Limits& limits);

}  // namespace tarang::read::office
