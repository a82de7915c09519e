// Records of two rows each, of which one says what was planned and the other what came of it.
#pragma once

#include <cstdint>
#include <optional>

#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

struct PlanLines {
    std::int32_t column = 0;   ///< that says which is which
    std::int32_t count = 2;    ///< rows of a record
    std::int32_t planned = 0;  ///< the row of a record that says what is planned
    std::int32_t done = 1;     ///< and what came of it
    std::int32_t first = 0;    ///< row of the table, of the first record
    bool operator==(const PlanLines&) const = default;
};

/// The column that says so ("แผน", "ผล"; "เป้า", "ผล"), whatever its header: the same two or three words in
/// turn down the table, one of them what is planned and one what is done, while another column of words has a
/// cell of its own in the first of these rows alone. At least two records.
std::optional<PlanLines> plan_lines(const TableView& view, std::int32_t header_rows, const Profile& profile);

/// Whether a row is a further one of the record that began above it.
bool goes_on(const PlanLines& lines, const TableView& view, std::int32_t row);

}  // namespace tarang::interpret
