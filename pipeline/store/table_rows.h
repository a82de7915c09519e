// The list of a document's tables as rows. What stands in a table that is not of activities are other rows of
// the document, which record_writer and record_reader put there and take from there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

void insert_tables(Connection& connection, std::int64_t document, const std::vector<TableRecord>& tables);

/// What a table is read from; of `tables t`.
inline constexpr std::string_view kTableColumns =
    "t.kind, t.form, t.code, t.arguments, t.title, t.agency, t.fiscal_year, t.header, t.regions, t.places";

/// The table in the current row, without its rows; `first`: where its columns begin.
TableRecord table_in(Connection& connection, const Query& rows, int first);

/// Without their rows.
std::vector<TableRecord> read_tables(Connection& connection, std::int64_t document);

}  // namespace tarang::store
