// An activity's typed values as rows: its own, its steps, and its lists of money, targets and appearances.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/activity.h"
#include "pipeline/store/record_reader.h"
#include "pipeline/store/sqlite.h"

namespace tarang::store {

/// Gives the row's id, to which fields refer.
std::int64_t insert_activity(Connection& connection, std::int64_t document, const ActivityRecord& activity,
                             std::size_t position);

/// An activity without its fields, and its row's id.
struct ActivityRow {
    std::int64_t id = 0;
    ActivityRecord activity;
};

/// Of a document, in its order. Refuses the database as damaged where a row is none of this program's.
std::vector<ActivityRow> read_activity_rows(Connection& connection, std::int64_t document, Edition edition);

/// A SELECT that has @ before the names of tables that both editions have.
std::string of_edition(std::string_view select, Edition edition);

}  // namespace tarang::store
