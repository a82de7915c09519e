// Workbooks too large to be held: their rows as they come.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "models/document.h"
#include "models/finding.h"
#include "pipeline/read/office/limits.h"

namespace tarang::read::office {

/// One row of a sheet with words, as it is seen: a text for each column up to the last one filled.
struct TextRow {
    std::int32_t sheet = 0;                   ///< of the visible ones, from 0
    std::span<const std::int32_t> lengths{};  ///< bytes of each text
    std::string_view texts{};                 ///< one after the other
};
using RowSink = std::function<void(const TextRow& row)>;

/// The visible rows of an XLSX's visible sheets, where these have more cells than `beyond`; else nothing, and
/// `take` is not called. Until that is known the rows are held, so that the file is read once; then memory
/// holds the shared texts and one row. What stands below merged cells stands in them too, since merges are
/// known only after all rows.
std::optional<std::variant<std::vector<Finding>, EventCode>> stream_rows(std::int64_t beyond, int fd,
                                                                         const Limits& limits,
                                                                         const RowSink& take);

}  // namespace tarang::read::office
