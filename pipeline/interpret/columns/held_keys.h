// Which field a column is where its header leaves it open, or says what the cells do not hold.
#pragma once

#include <optional>
#include <vector>

#include "pipeline/interpret/columns/assignment.h"
#include "pipeline/interpret/columns/contents.h"
#include "pipeline/interpret/columns/header_map.h"

namespace tarang::interpret {

/// Makes the column the key's, or nobody's, with how well its header is that. `fits`: of each column's
/// header.
void give_key(std::size_t column, std::optional<ColumnKey> key, const std::vector<const Fits*>& fits,
              ColumnMap& map);

/// The same by what the column holds, which is worth less than a header that only begins as expected.
void give_key_by_contents(std::size_t column, ColumnKey key, const std::vector<const Fits*>& fits,
                          ColumnMap& map);

/// Whether nothing in a table tells of a budget or of what came of the work: what its money will be used for
/// is a plan's budget.
bool tells_only_plans(const ColumnMap& map);

/// Corrects `map.keys`, as the headers gave them, by what the columns hold: percentages and statuses under
/// each other's headers, money that a plan will use, and columns of periods, amounts, persons or statuses
/// whose headers no spelling knows. `fits`: of each column's header.
void tell_by_contents(const TableView& view, const Profile& profile, ColumnContents& contents,
                      const std::vector<const Fits*>& fits, ColumnMap& map);

/// The last of these alone, for columns that something else has left open since: periods, statuses, persons.
void tell_open_columns(const TableView& view, const Profile& profile, ColumnContents& contents,
                       const std::vector<const Fits*>& fits, ColumnMap& map);

}  // namespace tarang::interpret
