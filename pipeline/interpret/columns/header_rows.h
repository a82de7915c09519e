// Where a table's header ends: a row of data is never a part of it.
#pragma once

#include <cstdint>
#include <vector>

#include "pipeline/interpret/forms/profile.h"
#include "pipeline/interpret/rows/table_view.h"

namespace tarang::interpret {

/// The header rows that the table came with, without rows of data at their end; at least one where it came
/// with any.
std::int32_t header_rows_of(const TableView& view, const Profile& profile);

/// Other numbers of header rows, rising, with which a table may be tried that none of its `own` explain: its
/// header may lie in its first rows, or be cut short. None of them takes a row of data in.
std::vector<std::int32_t> other_header_rows(const TableView& view, std::int32_t own, const Profile& profile);

}  // namespace tarang::interpret
